import Synchronization

/// Somebody who waits for work whose length nobody knows beforehand: hears how far it has come and
/// how exact it still is, and may call it off.
///
/// Solvers deep inside a run find the watch of the thread they work on, so that nothing in between
/// has to hand it on. What work leaves behind once it is called off is of no use.
public final class WorkWatch: Sendable {
  /// How far the work has come.
  public struct Progress: Sendable, Equatable {
    /// The share of the present stretch of the way that is done, from 0 to 1.
    public var share = 0.0
    /// How often the model was asked by adaptive solvers, for every point.
    public var calls = 0
    /// How many answers models gave: a network's one for every point, an exact model's one for every
    /// point and every Gaussian it is made of; the Gaussians that integrals ask; and points that were matched by optimal transport.
    public var answers = 0
    /// Where they could not keep the tolerance that was asked for; nil as long as they could.
    public var limit: ToleranceLimit?
  }

  private struct State {
    var progress = Progress()
    var isCalledOff = false
  }

  private let state = Mutex(State())
  @TaskLocal private static var ofThread: WorkWatch?

  public init() {}

  public var progress: Progress { state.withLock { $0.progress } }

  /// Ends the work as soon as it asks next.
  public func callOff() { state.withLock { $0.isCalledOff = true } }

  public var isCalledOff: Bool { state.withLock { $0.isCalledOff } }

  /// Does work that this watch hears of.
  public func during<Result>(_ work: () throws -> Result) rethrows -> Result {
    try Self.$ofThread.withValue(self, operation: work)
  }

  /// Who watches the work of this thread, if anybody does.
  static var current: WorkWatch? { ofThread }

  /// About how many answers of single Gaussians take as long as one of a network of so many numbers, of
  /// which 64 are multiplied while a Gaussian answers (measured with AVX-512).
  static func answers(ofNumbers count: Int) -> Int { max(1, count / 64) }

  /// Counts answers of the work of this thread, where somebody watches it.
  static func count(answers: Int) {
    ofThread?.state.withLock { $0.progress.answers += answers }
  }

  func note(share: Double, calls: Int, limit: ToleranceLimit?) {
    state.withLock { state in
      state.progress.share = share
      state.progress.calls += calls
      if let limit, limit.kept > state.progress.limit?.kept ?? 0 { state.progress.limit = limit }
    }
  }
}
