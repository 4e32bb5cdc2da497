extension Runtime {
  /// Why the program ends.
  public enum Ending: Sendable, Equatable {
    case quit
    /// A signal asked for it; the number is the signal's.
    case signal(Int32)
    case hangup
  }
}
