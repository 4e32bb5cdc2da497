/// What the runs of a method lead between, and which of them there are.
public struct TimeLine: Sendable, Equatable {
  /// A run along the line.
  public enum Run: String, Sendable, CaseIterable {
    /// From data to the other end.
    case forward
    /// From the other end to data.
    case reverse
  }

  /// What the end across from the data is called: noise, prior, uniform.
  public let farEnd: String
  /// The runs that there are, in the order in which they are best shown.
  public let runs: [Run]

  init(farEnd: String, runs: [Run] = Run.allCases) {
    self.farEnd = farEnd
    self.runs = runs
  }

  /// What a run leads to.
  public func end(of run: Run) -> String { run == .forward ? farEnd : "data" }
}
