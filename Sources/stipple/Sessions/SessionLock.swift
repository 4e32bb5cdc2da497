import Foundation

/// A lock on a folder that a program holds as long as it lives: the system lets go of it however the
/// program ends.
final class SessionLock: Sendable {
  private let descriptor: Int32

  /// Nil where another program holds it, or where there is no such folder.
  init?(in folder: String) {
    descriptor = open("\(folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
