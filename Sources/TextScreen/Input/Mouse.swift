/// What the mouse did, in cells of the screen.
public struct Mouse: Sendable, Hashable {
  /// What happened.
  public enum Kind: Sendable, Hashable {
    case press
    case release
    /// Moved with a button held.
    case drag
    case wheelUp
    case wheelDown
  }

  /// Which button it happened with.
  public enum Button: Sendable, Hashable {
    case left
    case middle
    case right
    /// A wheel event, or a release that does not say of what.
    case none
  }

  /// What happened.
  public var kind: Kind
  /// The button it happened with.
  public var button: Button
  /// From 0 at the left.
  public var column: Int
  /// From 0 at the top.
  public var row: Int
  /// Whether shift was held.
  public var shift: Bool
  /// Whether control was held.
  public var control: Bool

  public init(
    _ kind: Kind, button: Button = .left, column: Int, row: Int, shift: Bool = false,
    control: Bool = false
  ) {
    self.kind = kind
    self.button = button
    self.column = column
    self.row = row
    self.shift = shift
    self.control = control
  }
}
