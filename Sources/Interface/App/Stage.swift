import Diffusion

/// What the experiment describes, built and running: the two runs and where each has got to.
public struct Stage: Sendable {
  public private(set) var laboratory: Laboratory
  public private(set) var way: ForwardProcess
  /// The model the reverse run was started with; it stays the same until the run starts anew.
  public private(set) var denoiser: any Denoiser
  private var walk: Trajectory
  private var reverse: Trajectory
  private let draws: StageDraws

  /// - Parameter before: the stage this one replaces; what was drawn for it and still holds need
  ///   not be drawn again.
  public init(
    _ laboratory: Laboratory, denoiser: any Denoiser, way: ForwardProcess,
    replacing before: Stage? = nil
  ) {
    let draws = StageDraws(for: laboratory, before: before?.draws)
    self.laboratory = laboratory
    self.denoiser = denoiser
    self.way = way
    self.draws = draws
    let (schedule, randomness) = (laboratory.schedule, laboratory.experiment.randomness)
    walk = Trajectory(start: draws.clean, length: schedule.timesteps) { state, step in
      SamplingState(
        ForwardProcess.walk.advance(
          state.points, clean: draws.clean, index: step, schedule: schedule,
          randomness: randomness))
    }
    reverse = Self.reverse(laboratory, denoiser, from: draws)
  }

  private static func reverse(
    _ laboratory: Laboratory, _ denoiser: any Denoiser, from draws: StageDraws
  ) -> Trajectory {
    let process = laboratory.reverseProcess(with: denoiser)
    let start = ReverseProcess.start(
      from: draws.start, schedule: laboratory.schedule, grid: laboratory.grid)
    return Trajectory(
      start: start, length: laboratory.grid.steps, pastSteps: process.sampler.memory
    ) { process.advance($0, step: $1) }
  }

  /// The standard-normal noise of the reverse run, scaled to what its first level expects.
  public var startPoints: [Point] {
    ReverseProcess.start(
      from: draws.start, schedule: laboratory.schedule, grid: laboratory.grid)
  }

  /// The class every particle of the forward run was drawn from.
  public var labels: [Int] { draws.labels }

  /// The same stage with the reverse run started anew, with another model.
  ///
  /// - Parameter guides: what guidance asks besides the model.
  public func restarted(with denoiser: any Denoiser, guides: Guides = Guides()) -> Stage {
    var stage = self
    stage.denoiser = denoiser
    stage.laboratory = laboratory.guiding(with: guides)
    stage.reverse = Self.reverse(stage.laboratory, denoiser, from: draws)
    return stage
  }

  /// The same stage with the other forward way.
  public func going(_ way: ForwardProcess) -> Stage {
    var stage = self
    stage.way = way
    return stage
  }

  /// The number of steps of a run.
  public func length(_ direction: Direction) -> Int {
    direction == .forward ? laboratory.schedule.timesteps : laboratory.grid.steps
  }

  /// How many noising steps of the schedule a step of a run corresponds to.
  public func noisingSteps(_ direction: Direction, at step: Int) -> Int {
    direction == .forward ? step : laboratory.grid.stops[step].steps
  }

  /// The level a step of a run is at.
  public func level(_ direction: Direction, at step: Int) -> NoiseLevel {
    direction == .forward
      ? laboratory.schedule.level(afterSteps: step) : laboratory.grid.stops[step].level
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

extension Stage {
  /// How many steps of a run have been made.
  public func reach(_ direction: Direction) -> Int {
    trajectory(direction)?.reach ?? length(direction)
  }

  /// Makes at most `count` further steps of a run.
  public mutating func extend(_ direction: Direction, by count: Int) {
    change(direction) { $0.extend(by: count) }
  }

  /// Makes at most `count` of the steps that have to be made again to show one that lies behind.
  public mutating func replay(_ direction: Direction, towards step: Int, atMost count: Int) {
    change(direction) { $0.replay(towards: step, atMost: count) }
  }

  private mutating func change(_ direction: Direction, _ change: (inout Trajectory) -> Void) {
    switch (direction, way) {
    case (.forward, .jump): break
    case (.forward, .walk): change(&walk)
    case (.reverse, _): change(&reverse)
    }
  }

  /// How many steps have to be made before the points after `step` steps can be shown.
  public func missingSteps(_ direction: Direction, to step: Int) -> Int {
    guard let trajectory = trajectory(direction) else { return 0 }
    return step > trajectory.reach
      ? step - trajectory.reach : trajectory.replayLength(to: step)
  }

  /// The points after `step` steps of a reverse run, or as far as it has got.
  public mutating func reversePoints(at step: Int) -> [Point] {
    reverse.points(at: min(step, reverse.reach))
  }

  /// The points after `step` steps of the walk.
  public mutating func walkedPoints(at step: Int) -> [Point] { walk.points(at: step) }

  /// The points after `step` noising steps by the closed-form kernel.
  public func kernelPoints(at step: Int) -> [Point] {
    ForwardProcess.kernel(
      clean: draws.clean, noise: draws.noise, level: level(.forward, at: step))
  }

  /// The first few of these points.
  func kernelPoints(at step: Int, first count: Int) -> [Point] {
    ForwardProcess.kernel(
      clean: Array(draws.clean.prefix(count)), noise: Array(draws.noise.prefix(count)),
      level: level(.forward, at: step))
  }

  /// The step nearest to one of the reverse run whose points need not be made again.
  func keptStep(nearestTo step: Int) -> Int {
    if step == length(.reverse) { return step }
    return (step + reverse.stride / 2) / reverse.stride * reverse.stride
  }

  /// The states of a run; nil for the jump, which has none.
  func trajectory(_ direction: Direction) -> Trajectory? {
    switch (direction, way) {
    case (.forward, .jump): nil
    case (.forward, .walk): walk
    case (.reverse, _): reverse
    }
  }

  /// Takes a run that was made elsewhere for its own.
  mutating func adopt(_ trajectory: Trajectory, as direction: Direction) {
    if direction == .forward { walk = trajectory } else { reverse = trajectory }
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
