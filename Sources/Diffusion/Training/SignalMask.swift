import Foundation

/// Keeps signals off threads that do work, so that they reach the thread that handles them.
public enum SignalMask {
  /// Runs `body` with all signals blocked on this thread; threads started in it inherit the mask.
  public static func withAllBlocked<Result>(_ body: () -> Result) -> Result {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }
}
