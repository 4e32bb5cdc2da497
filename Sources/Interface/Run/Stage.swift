import Diffusion
import TextScreen

/// What the experiment describes, built and running: the two runs and where each has got to.
public struct Stage: Sendable {
  public private(set) var laboratory: Laboratory
  /// Which run this is of all that stood here; whatever was made for another is out of date.
  private(set) var run: Int
  /// What is said of the method.
  let words: MethodScreen
  public private(set) var way: ForwardProcess
  /// The model the reverse run was started with; it stays the same until the run starts anew.
  public private(set) var model: RunModel
  var walk: Trajectory
  var reverse: Trajectory
  var draws: StageDraws
  /// The times of the stops of a transport.
  private let times: [Double]
  /// The tubes of the classes of a transport whose prior knows them.
  let tubes: TubeMap?
  /// What its schedule's curve is held against.
  let ghosts: GhostSchedules
  /// What is wrong with the steps of the reverse run.
  let stepSizeWarning: StepSizeWarning?
  /// Where data and noise are on the plane.
  let world: PlaneFit.World
  /// How near the last level of the schedule is to the start.
  let noiseEnd: NoiseEnd
  /// Why guidance does not lead the reverse run that it should lead.
  private(set) var guidanceRefusal: TransportError?

  /// The most Gaussians a distribution has on the screen: each costs every particle, every pixel
  /// and every frame.
  static let mostComponents = 2000

  /// What an experiment describes, with few enough Gaussians to be followed live.
  static func laboratory(_ experiment: Experiment) throws(ExperimentError) -> Laboratory {
    _ = try MethodScreen.of(experiment.method)
    return try Laboratory(experiment, mostComponents: mostComponents)
  }

  /// - Parameters:
  ///   - weights: the network the reverse run asks; nil for the exact answer.
  ///   - before: the stage this one replaces; what was drawn for it and still holds need not be
  ///     drawn again.
  public init(
    _ laboratory: Laboratory, weights: Weights? = nil, way: ForwardProcess,
    replacing before: Stage? = nil
  ) {
    let laboratory = laboratory.stoppingOften
    run = (before?.run ?? 0) + 1
    let draws = StageDraws(for: laboratory, before: before?.draws)
    self.laboratory = laboratory
    words = MethodScreen.all.first { $0.method == laboratory.experiment.method } ?? .diffusion
    self.way = way
    self.draws = draws
    times = laboratory.transport == nil ? [] : laboratory.transportTimes
    tubes = TubeMap(laboratory.transport)
    ghosts = GhostSchedules(laboratory.schedule, before: before?.ghosts)
    stepSizeWarning = laboratory.stepSizeWarning
    noiseEnd = laboratory.noiseEnd
    world = PlaneFit.World(laboratory)
    let (schedule, randomness) = (laboratory.schedule, laboratory.experiment.randomness)
    walk = Trajectory(start: draws.clean, length: schedule.timesteps) { state, step in
      SamplingState(
        ForwardProcess.walk.advance(
          state.points, clean: draws.clean, index: step, schedule: schedule,
          randomness: randomness))
    }
    model = RunModel(weights, in: laboratory)
    reverse = Self.reverse(laboratory, model, from: draws)
    guidanceRefusal = model.velocityField.flatMap(laboratory.refusal)
  }

  /// What a person should know of the reverse run before believing it.
  var caution: String? {
    guidanceRefusal?.description ?? stepSizeWarning?.description
      ?? (noiseEnd.verdict == .notYetNoise ? noiseEnd.hint : nil)
  }

  /// What a person should know of the data's units, where they are not those of the plane.
  var standardization: String? {
    let frame = laboratory.frame
    if frame.isIdentity { return nil }
    return "standardized: (x - (\(Text.short(frame.centre.x)), \(Text.short(frame.centre.y)))) /"
      + " \(Text.short(frame.spread)); the axes are in the data's units"
  }

  private static func reverse(
    _ laboratory: Laboratory, _ model: RunModel, from draws: StageDraws
  ) -> Trajectory {
    switch model {
    case .velocityField(let velocityField):
      if let departure = draws.departure,
        let process = laboratory.transportProcess(
          with: laboratory.led(velocityField), given: departure.conditioning)
      {
        return Trajectory(start: departure.points, length: laboratory.grid.steps) {
          SamplingState(process.advance($0.points, step: $1))
        }
      }
      return Trajectory(start: draws.start, length: 0) { state, _ in state }
    case .denoiser(let denoiser):
      let process = laboratory.reverseProcess(with: denoiser)
      let start = ReverseProcess.start(
        from: draws.start, schedule: laboratory.schedule, grid: laboratory.grid)
      return Trajectory(
        start: start, length: laboratory.grid.steps, pastSteps: process.sampler.memory
      ) { process.advance($0, step: $1) }
    }
  }

  /// Where the reverse run starts: points of the prior, or standard-normal noise scaled to what its
  /// first level expects.
  public var startPoints: [Point] {
    draws.departure?.points
      ?? ReverseProcess.start(
        from: draws.start, schedule: laboratory.schedule, grid: laboratory.grid)
  }

  /// The denoiser that a run asks; the exact one of the data where points move from another prior.
  var denoiser: any Denoiser {
    if case .denoiser(let denoiser) = model { denoiser } else { laboratory.exactDenoiser }
  }

  /// What the points of a transport carry along on the reverse run.
  var conditioning: Conditioning { draws.departure?.conditioning ?? Conditioning() }

  /// The class every particle of a run belongs to: that of the data point it was, and on the way
  /// back from another prior, that it started in. Nil where particles belong to none.
  func labels(_ direction: Direction) -> [Int]? {
    switch direction {
    case .forward: return draws.pairs?.labels ?? draws.labels
    case .reverse:
      return laboratory.startsTellLabels ? draws.departure?.conditioning.labels : nil
    }
  }

  /// The same stage with the reverse run started anew, with another network or the exact answer.
  ///
  /// - Parameter guides: what guidance asks besides the model.
  public func restarted(with weights: Weights?, guides: Guides = Guides()) -> Stage {
    var stage = self
    stage.run += 1
    stage.model = RunModel(weights, in: laboratory)
    stage.laboratory = laboratory.guiding(with: guides)
    stage.reverse = Self.reverse(stage.laboratory, stage.model, from: draws)
    stage.guidanceRefusal = stage.model.velocityField.flatMap(stage.laboratory.refusal)
    return stage
  }

  /// The same stage with the other forward way.
  public func going(_ way: ForwardProcess) -> Stage {
    var stage = self
    stage.run += 1
    stage.way = way
    return stage
  }

  /// The number of steps of a run.
  public func length(_ direction: Direction) -> Int {
    direction == .forward ? laboratory.schedule.timesteps : laboratory.grid.steps
  }

  /// A step brought into a run: one that was meant for a longer run is the end of this one.
  private func bounded(_ step: Int, _ direction: Direction) -> Int {
    min(max(0, step), length(direction))
  }

  /// How many noising steps of the schedule a step of a run corresponds to.
  public func noisingSteps(_ direction: Direction, at step: Int) -> Int {
    let step = bounded(step, direction)
    return direction == .forward ? step : laboratory.grid.stops[step].steps
  }

  /// The level a step of a run is at.
  public func level(_ direction: Direction, at step: Int) -> NoiseLevel {
    let step = bounded(step, direction)
    return direction == .forward
      ? laboratory.schedule.level(afterSteps: step) : laboratory.grid.stops[step].level
  }

  /// The time of a step of a run, from 0 (data) to 1.
  func time(_ direction: Direction, at step: Int) -> Double {
    let step = bounded(step, direction)
    if direction == .reverse, times.indices.contains(step) { return times[step] }
    return Double(noisingSteps(direction, at: step)) / Double(laboratory.schedule.timesteps)
  }

  /// The step of a run nearest to a number of noising steps.
  public func step(_ direction: Direction, nearestTo noisingSteps: Int) -> Int {
    if direction == .forward { return min(max(0, noisingSteps), length(.forward)) }
    let stops = laboratory.grid.stops
    let nearest = stops.indices.min {
      abs(stops[$0].steps - noisingSteps) < abs(stops[$1].steps - noisingSteps)
    }
    return nearest ?? 0
  }
}

extension Laboratory {
  /// The stops of a run whose solver needs none, so that it can be watched.
  private static let watchedStops = 100

  /// The same laboratory, with stops on the way also where the solver goes through by itself.
  var stoppingOften: Laboratory {
    guard transport != nil, TransportSolver(experiment.sampler.kind) == .adaptive,
      experiment.sampler.steps == nil
    else { return self }
    let steps = min(Self.watchedStops, schedule.timesteps)
    return visiting(experiment.sampler.grid.grid(on: schedule, steps: steps))
  }
}

/// The two directions of time.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  /// Noising: from data to noise.
  case forward
  /// Denoising: from noise to data.
  case reverse

  public var opposite: Direction { self == .forward ? .reverse : .forward }
}
