import Diffusion

/// A random walk on the plane, beside the run: walkers that a density or a spring pulls, as they are now.
public struct WalkView: Sendable, Equatable {
  /// How the walkers go.
  public internal(set) var walk: RandomWalk
  /// Where they are, in the data's own units.
  public internal(set) var walkers: [Point]
  /// How many steps they have made.
  public private(set) var steps = 0
  /// How many steps they are still to make: a share of one while the clock runs.
  public internal(set) var due = 0.0

  /// How many walkers there are, at most.
  static let count = 300
  /// The most steps that can be asked for at once.
  static let mostSteps = 10_000
  /// How many steps they make in a second while the run plays.
  static let stepsPerSecond = 30.0
  /// How many scores of components a frame can afford.
  private static let work = 400_000

  init(_ walk: RandomWalk, walkers: [Point]) {
    (self.walk, self.walkers) = (walk, walkers)
  }

  /// Makes the steps that are due, as many as a frame can afford.
  ///
  /// - Parameters:
  ///   - data: the density they walk in, in the coordinates of a frame.
  ///   - isPatient: whether all of them are made, however long it takes.
  mutating func advance(
    in data: GaussianMixture, _ frame: Standardization, _ randomness: Randomness, isPatient: Bool
  ) {
    guard due >= 1 else { return }
    let cost = max(1, walkers.count * data.components.count)
    let count = isPatient ? Int(due) : min(Int(due), max(1, Self.work / cost))
    let density = data.diffused(to: .clean)
    let seen = walk.seen(in: frame)
    // A spring pulls to the origin of the data's own units.
    let shift = walk.isSpring ? frame.standardized(Point.zero) : .zero
    var places = walkers.map { frame.standardized($0) - shift }
    for _ in 0..<count {
      var stream = randomness.stream(.forward, step: -1_000_000 - steps)
      places = seen.next(places, in: density, from: &stream)
      steps += 1
      due -= 1
    }
    walkers = places.map { frame.restored($0 + shift) }
  }

  /// The mean of the walkers and their standard deviation per axis.
  var moments: (mean: Point, spread: Double) {
    let n = Double(max(1, walkers.count))
    let mean = walkers.reduce(.zero, +) / n
    let squares = walkers.reduce(0) { sum, walker in
      let off = walker - mean
      return sum + off.x * off.x + off.y * off.y
    }
    return (mean, (squares / (2 * n)).squareRoot())
  }

  /// In words: what it is and with which numbers.
  var name: String {
    switch walk {
    case .langevin(let step, let noise): "langevin \(step) \(noise)"
    case .ornsteinUhlenbeck(let theta, let sigma): "ou \(theta) \(sigma)"
    }
  }
}

extension RandomWalk {
  /// Whether it is pulled to the origin, and knows no density.
  fileprivate var isSpring: Bool {
    if case .ornsteinUhlenbeck = self { true } else { false }
  }
}

extension AppState {
  /// Why nobody can walk here; nil where somebody can.
  var noWalk: String? {
    stage.method.data(in: stage.laboratory) == nil
      ? "nothing exact is known of the data that \(stage.method.withoutExactAnswer) are of" : nil
  }

  /// Lets the walkers go on: by the clock while the run plays, and what was asked for besides.
  mutating func walk(seconds: Double, work: Int) {
    guard var walk = view.walk, let data = stage.method.data(in: stage.laboratory) else { return }
    if playback.isPlaying {
      walk.due = min(walk.due + seconds * WalkView.stepsPerSecond, Double(WalkView.mostSteps))
    }
    walk.advance(
      in: data, stage.laboratory.frame, experiment.randomness, isPatient: work == .max)
    view.walk = walk
  }

  /// Whether walkers have steps to make.
  var isWalking: Bool { (view.walk?.due ?? 0) >= 1 }
}
