/// What the description of a terminal says of its keys: which bytes each of them sends.
///
/// The parser knows what nearly all terminals send; this is for the others, such as Sun's.
public struct KeyDescription: Sendable, Equatable {
  private var keys: [[UInt8]: Key] = [:]

  /// A description without keys.
  public init() {}

  /// Adds a key. What does not begin with an escape, as control characters do that are keys
  /// everywhere, is not needed and left out.
  ///
  /// - Parameter sequence: what the key sends.
  public mutating func add(_ sequence: [UInt8], _ key: Key) {
    guard sequence.first == Control.escapeByte, sequence.count > 1 else { return }
    keys[sequence] = keys[sequence] ?? key
  }

  /// The key that sends these bytes.
  public subscript(sequence: [UInt8]) -> Key? { keys[sequence] }
}
