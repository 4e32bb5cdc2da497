/// The lines that were typed before, the newest last and each of them once.
public struct LineHistory: Sendable, Equatable {
  /// The oldest first.
  public private(set) var lines: [String] = []

  /// How many lines are remembered.
  public static let most = 100

  public init() {}

  /// Makes a line the newest. What is too long ago is forgotten.
  public mutating func remember(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.most { lines.removeFirst() }
  }
}
