/// Whose velocity field a model of a transport is asked for.
enum TransportSubject: Sendable, Equatable {
  /// That of all labels together.
  case everybody
  /// That of the label which each point carries.
  case own
  /// That of some labels together, by their indices.
  case labels([Int])
}
