/// A value that is kept behind a reference, as the cases of an `indirect` enum are: a copy is one
/// pointer, and a value of its own only from the first change on.
///
/// The state of the screen is one value of hundreds of fields. Where it is copied, and in every function
/// that may copy it, each of them would stand for itself: in time, in code and in how long the compiler
/// works on it. Its large parts stand behind this instead.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
  /// Changed only while there is one reference to it, so that nobody else can be reading.
  private final class Storage: @unchecked Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  public init(wrappedValue: Value) { storage = Storage(wrappedValue) }

  public var wrappedValue: Value {
    _read { yield storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }
}

extension Indirect: Equatable where Value: Equatable {
  public static func == (one: Self, other: Self) -> Bool {
    one.storage === other.storage || one.wrappedValue == other.wrappedValue
  }
}

/// Kept as the value itself is.
extension Indirect: Codable where Value: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try Value(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}
