import Diffusion
import TextScreen

/// What the experiment describes, built and running: the two runs and where each has got to.
public struct Stage: Sendable {
  @Indirect public private(set) var laboratory: Laboratory
  /// Which run this is of all that stood here; whatever was made for another is out of date.
  private(set) var run: Int
  /// What is said of the method.
  @Indirect private(set) var words: MethodScreen
  public private(set) var way: ForwardProcess
  /// What the method makes of it.
  var method: any StagedMethod
  /// The model the reverse run was started with; it stays the same until the run starts anew.
  private(set) var model: any RunModel
  var walk: Trajectory
  var reverse: Trajectory
  /// What its schedule's curve is held against.
  let ghosts: GhostSchedules
  /// What is wrong with the steps of the reverse run.
  let stepSizeWarning: StepSizeWarning?
  let scaleWarning: ScaleWarning?
  /// Where data and noise are on the plane.
  let world: PlaneFit.World
  /// How near the last level of the schedule is to the start.
  let noiseEnd: NoiseEnd
  /// Why guidance does not lead the reverse run that it should lead.
  private(set) var guidanceRefusal: String?

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
    _ laboratory: Laboratory, weights: (any TrainedWeights)? = nil, way: ForwardProcess,
    replacing before: Stage? = nil
  ) {
    let words = MethodScreen.of(laboratory)
    let laboratory = words.watched(laboratory)
    run = (before?.run ?? 0) + 1
    self.laboratory = laboratory
    self.words = words
    self.way = way
    let method = words.stage(laboratory, before?.method)
    self.method = method
    ghosts = GhostSchedules(laboratory.schedule, before: before?.ghosts)
    stepSizeWarning = laboratory.stepSizeWarning
    scaleWarning = laboratory.scaleWarning
    noiseEnd = laboratory.noiseEnd
    world = words.plane.world(of: laboratory)
    let (schedule, randomness) = (laboratory.schedule, laboratory.experiment.randomness)
    let clean = method.clean
    walk = Trajectory(start: clean, length: schedule.timesteps) { state, step in
      SamplingState(
        ForwardProcess.walk.advance(
          state.points, clean: clean, index: step, schedule: schedule, randomness: randomness))
    }
    model = method.model(weights, in: laboratory)
    reverse = model.generation(from: method.start(in: laboratory), in: laboratory).trajectory
    guidanceRefusal = model.refusal(in: laboratory)
  }

  /// What a person should know of the reverse run before believing it.
  var caution: String? {
    guidanceRefusal ?? stepSizeWarning?.description ?? scaleWarning?.description
      ?? (noiseEnd.verdict == .notYetNoise ? noiseEnd.hint : nil)
  }

  /// What a person should know of the data's units, where they are not those of the plane.
  var standardization: String? {
    let frame = laboratory.frame
    if frame.isIdentity { return nil }
    return "standardized: (x - \(Text.place(frame.centre))) /"
      + " \(Text.short(frame.spread)); the axes are in the data's units"
  }

  /// Where the reverse run sets out from.
  var start: RunStart { method.start(in: laboratory) }

  /// The points that the reverse run sets out from.
  public var startPoints: [Point] { start.points }

  /// The class every particle of a run belongs to; nil where particles belong to none.
  func labels(_ direction: Direction) -> [Int]? { method.labels(direction) }

  /// The tubes of the classes, where each has a way of its own.
  var tubes: TubeMap? { method.tubes }

  /// Whether guidance has its say in the run.
  var isGuided: Bool {
    guard let guidance = laboratory.guidance, guidanceRefusal == nil else { return false }
    return method.acts(guidance, in: laboratory)
  }

  /// The same stage with the reverse run started anew, with another network or the exact answer.
  ///
  /// - Parameter guides: what guidance asks besides the model.
  public func restarted(with weights: (any TrainedWeights)?, guides: Guides = Guides()) -> Stage {
    var stage = self
    stage.run += 1
    stage.model = method.model(weights, in: laboratory)
    stage.laboratory = laboratory.guiding(with: guides)
    stage.reverse = stage.model.generation(from: stage.start, in: stage.laboratory).trajectory
    stage.guidanceRefusal = stage.model.refusal(in: stage.laboratory)
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
    if direction == .reverse {
      let times = method.times
      if times.indices.contains(step) { return times[step] }
    }
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

/// The two directions of time.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  /// Noising: from data to noise.
  case forward
  /// Denoising: from noise to data.
  case reverse

  public var opposite: Direction { self == .forward ? .reverse : .forward }
}
