import Diffusion

/// The network as it was at moments of its training, evenly spaced and bounded in number and in
/// bytes: when they grow too many, every other one is let go and the spacing doubles.
public struct Snapshots: Sendable {
  /// The most that are kept, even, and how many bytes they may take.
  public static let capacity = 96
  public static let memoryBudget = 8 << 20
  private static let fewest = 8

  /// The snapshots, the earliest first.
  public private(set) var items: [any TrainedWeights] = []
  /// The fewest steps between two of them.
  private(set) var spacing = 8

  init() {}

  /// Keeps weights, unless the snapshot before is too near.
  mutating func add(_ weights: any TrainedWeights) {
    if let last = items.last, weights.steps < last.steps + spacing { return }
    items.append(weights)
    if items.count > mostItems { thin() }
  }

  /// The snapshot nearest to a number of steps.
  func nearest(to steps: Int) -> (any TrainedWeights)? {
    items.min { abs($0.steps - steps) < abs($1.steps - steps) }
  }

  /// The snapshot nearest to a number of steps; nil where they begin too late to have one of about
  /// then, as those of a network from a file do.
  func about(_ steps: Int) -> (any TrainedWeights)? {
    guard let first = items.first, first.steps <= steps + 2 * spacing else { return nil }
    return nearest(to: steps)
  }

  /// Lets go of everything after a number of steps.
  mutating func truncate(after steps: Int) {
    items.removeAll { $0.steps > steps }
  }

  /// How many bytes are kept.
  public var bytes: Int {
    items.count * (items.first?.parameterCount ?? 0) * MemoryLayout<Float>.size
  }

  private var mostItems: Int {
    let each = max(1, bytes / max(1, items.count))
    return min(Self.capacity, max(Self.fewest, Self.memoryBudget / each))
  }

  private mutating func thin() {
    items = stride(from: 0, to: items.count, by: 2).map { items[$0] }
    spacing *= 2
  }
}
