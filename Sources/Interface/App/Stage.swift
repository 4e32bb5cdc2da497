import Diffusion

/// What the experiment describes, built and running: the two runs and where each has got to.
public struct Stage: Sendable {
  public let laboratory: Laboratory
  public private(set) var way: ForwardProcess
  /// The model the reverse run was started with; it stays the same until the run starts anew.
  public private(set) var denoiser: any Denoiser
  private var walk: Trajectory
  private var reverse: Trajectory
  /// The data the forward run starts from, and the noise of its closed-form jump.
  private let clean: [Point]
  private let noise: [Point]
  /// The class every particle of the forward run was drawn from.
  public let labels: [Int]

  public init(_ laboratory: Laboratory, denoiser: any Denoiser, way: ForwardProcess) {
    let count = laboratory.experiment.particles
    let draw = laboratory.data(count: count)
    var stream = laboratory.experiment.randomness.stream(.forward, step: -1)
    self.laboratory = laboratory
    self.denoiser = denoiser
    self.way = way
    clean = draw.points
    labels = draw.labels
    noise = stream.normalPoints(count)
    walk = laboratory.forwardTrajectory(.walk, count: count)
    reverse = laboratory.reverseTrajectory(with: denoiser, count: count)
  }

  /// The same stage with the reverse run started anew, with another model.
  public func restarted(with denoiser: any Denoiser) -> Stage {
    var stage = self
    stage.denoiser = denoiser
    stage.reverse = laboratory.reverseTrajectory(with: denoiser, count: clean.count)
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

  /// How many steps of a run can be shown without further work.
  public func reach(_ direction: Direction) -> Int {
    switch (direction, way) {
    case (.forward, .jump): length(.forward)
    case (.forward, .walk): walk.reach
    case (.reverse, _): reverse.reach
    }
  }

  /// Makes at most `count` further steps of a run.
  public mutating func extend(_ direction: Direction, by count: Int) {
    switch (direction, way) {
    case (.forward, .jump): break
    case (.forward, .walk): walk.extend(by: count)
    case (.reverse, _): reverse.extend(by: count)
    }
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

  /// The points after `step` steps of a run; the closed-form kernel stands in for the steps a
  /// walk has not made yet, which have the same distribution.
  public mutating func points(_ direction: Direction, at step: Int) -> [Point] {
    switch direction {
    case .reverse:
      return reverse.points(at: min(step, reverse.reach))
    case .forward:
      if way == .walk && step <= walk.reach { return walk.points(at: step) }
      return ForwardProcess.kernel(
        clean: clean, noise: noise, level: level(.forward, at: step))
    }
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
