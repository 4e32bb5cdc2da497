import Diffusion

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
    switch direction {
    case .forward: if walks { change(&walk) }
    case .reverse: change(&reverse)
    }
  }

  /// How many steps have to be made before the points after `step` steps can be shown.
  public func missingSteps(_ direction: Direction, to step: Int) -> Int {
    guard let trajectory = trajectory(direction) else { return 0 }
    return step > trajectory.reach
      ? step - trajectory.reach : trajectory.replayLength(to: max(0, step))
  }

  /// About how many answers of single Gaussians take as long as the next step of the reverse run that has
  /// to be made to show one, for each point; at least one, also where a sampler asks for none.
  func answersOfStep(towards step: Int) -> Int {
    max(1, model.answersOfStep(heldStep(upTo: step), in: laboratory))
  }

  /// The points after `step` steps of a reverse run, or as far as it has got.
  public mutating func reversePoints(at step: Int) -> [Point] {
    reverse.points(at: min(max(0, step), reverse.reach))
  }

  /// The points after `step` steps of the walk, or as far as it has got.
  public mutating func walkedPoints(at step: Int) -> [Point] {
    walk.points(at: min(max(0, step), walk.reach))
  }

  /// Whether the forward run is a walk; else it jumps where it is asked to.
  var walks: Bool { way == .walk && method.mayWalk }

  /// The points after `step` noising steps, without what lies between.
  public func kernelPoints(at step: Int) -> [Point] { kernelPoints(at: step, first: .max) }

  /// The first few of these points.
  func kernelPoints(at step: Int, first count: Int) -> [Point] {
    method.forwardPoints(at: place(.forward, at: step), first: count)
  }

  /// Where a particle of the forward run came from, and the noise in it.
  func origin(of particle: Int, at point: Point, level: NoiseLevel) -> Origin? {
    method.origin(of: particle, at: point, level: level, walks: walks)
  }

  /// The step nearest to one of a run whose points need not be made again; the step itself where
  /// the run has not come yet, or jumps.
  func heldStep(_ direction: Direction, nearestTo step: Int) -> Int {
    guard direction == .reverse, step <= reverse.reach else { return step }
    return reverse.heldStep(nearestTo: step)
  }

  /// The latest step of the reverse run up to one whose points are at hand.
  func heldStep(upTo step: Int) -> Int {
    reverse.heldStep(upTo: min(max(0, step), reverse.reach))
  }

  /// The states of a run; nil for the jump, which has none.
  func trajectory(_ direction: Direction) -> Trajectory? {
    switch direction {
    case .forward: walks ? walk : nil
    case .reverse: reverse
    }
  }

  /// How much of the pairs is matched, from 0 to 1; nil where all of them are.
  var matchingProgress: Double? { method.matchingProgress }

  /// Takes a run that was made elsewhere for its own.
  mutating func adopt(_ trajectory: Trajectory, as direction: Direction) {
    if direction == .forward { walk = trajectory } else { reverse = trajectory }
  }
}
