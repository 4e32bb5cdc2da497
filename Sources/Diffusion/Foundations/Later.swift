import Synchronization

/// A value that is worked out by whoever asks for it first, on their thread, and then kept.
///
/// Two who ask at the same time may both work it out; it is the same value.
final class Later<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let known: Mutex<Value?>

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    known = Mutex(nil)
  }

  var value: Value {
    if let value = known.withLock({ $0 }) { return value }
    let made = make()
    known.withLock { $0 = made }
    return made
  }
}
