/// A value with its past and its undone future.
public struct History<Value: Sendable & Equatable>: Sendable {
  public private(set) var present: Value
  /// What undo goes back to, oldest first.
  private(set) var past: [Value] = []
  /// What redo goes on to, the next one last.
  private(set) var future: [Value] = []
  /// What the last change was part of; further changes of the same gesture join it.
  private var gesture: String?

  /// How many changes can be taken back.
  public static var depth: Int { 200 }

  public init(_ value: Value) {
    present = value
  }

  /// A value with the past and the future that were kept of it.
  init(past: [Value], present: Value, future: [Value]) {
    self.past = past.suffix(Self.depth)
    self.present = present
    self.future = future.suffix(Self.depth)
  }

  /// Every value there is.
  var all: [Value] { past + [present] + future }

  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// Makes a new present. Changes that belong to one gesture, such as a drag, are one entry.
  public mutating func record(_ value: Value, gesture: String? = nil) {
    guard value != present else { return }
    let continues = gesture != nil && gesture == self.gesture && canUndo
    if !continues {
      past.append(present)
      if past.count > Self.depth { past.removeFirst() }
    }
    present = value
    future = []
    self.gesture = gesture
  }

  /// Ends a gesture: the next change is an entry of its own.
  public mutating func endGesture() {
    gesture = nil
  }

  public mutating func undo() {
    guard let before = past.popLast() else { return }
    future.append(present)
    present = before
    gesture = nil
  }

  public mutating func redo() {
    guard let after = future.popLast() else { return }
    past.append(present)
    present = after
    gesture = nil
  }
}
