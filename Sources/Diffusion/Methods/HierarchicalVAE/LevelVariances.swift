import Foundation

/// The variances of a decoder's jumps while it learns: the best there are, the mean of what it has missed
/// of late (Rybkin et al. 2021).
struct LevelVariances: Sendable {
  private(set) var values: [Double]
  /// How many points each has seen.
  private var seen: [Int]

  /// About how many points each looks back on; but at most on a quarter of all, because those before were
  /// missed by a network that knew less.
  private static let window = 20_000.0

  /// - Parameter isKnown: whether they were learned already.
  init(_ values: [Double], isKnown: Bool) {
    self.values = values
    seen = values.map { _ in isKnown ? Int(4 * Self.window) : 0 }
  }

  /// What a jump begins with: knowing nothing of the clean point; or, where an encoder learns too, knowing
  /// it well, so that latents are of use from the start. With wide answers they may never be.
  static func first(of jump: CanonicalJump, isNarrow: Bool) -> Double {
    let missed = jump.posterior.clean * jump.posterior.clean * (isNarrow ? 0.01 : 1)
    return HeldVariance.nearest(jump.posterior.variance + missed)
  }

  /// - Parameters:
  ///   - missed: the mean variance around the answers for these points.
  ///   - count: how many points there are.
  mutating func add(_ missed: Double, to level: Int, count: Int) {
    guard missed.isFinite else { return }
    seen[level] += count
    let share = min(1, Double(count) / min(Double(seen[level]) / 4, Self.window))
    values[level] = HeldVariance.nearest(values[level] + (missed - values[level]) * share)
  }

  /// The same for all levels, slowly from the first values on.
  mutating func add(_ missed: [Double], each count: Int) {
    for (level, missed) in missed.enumerated() {
      seen[level] = Int(4 * Self.window)
      add(missed, to: level, count: count)
    }
  }
}

/// The standard normal that the highest latents come from, in canonical coordinates of their level.
struct CanonicalStart: Sendable {
  let mean: Point
  let variance: Double

  init(variance: Double, at level: CanonicalLevel) {
    mean = level.point(.zero)
    self.variance = variance / (level.scale * level.scale)
  }
}
