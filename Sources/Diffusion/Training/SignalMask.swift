import Foundation

/// Keeps signals off threads that do work, so that they reach the thread that handles them.
public enum SignalMask {
  /// Faults of a thread itself: they cannot wait, and blocked ones end the process at once, before
  /// the terminal is given back.
  private static let faults = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS, SIGABRT]

  /// Runs `body` with all signals but faults blocked on this thread; threads started in it inherit
  /// the mask.
  public static func withAllBlocked<Result>(_ body: () -> Result) -> Result {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    for fault in faults { sigdelset(&all, fault) }
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }
}
