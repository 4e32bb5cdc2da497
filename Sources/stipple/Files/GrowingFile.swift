import Foundation

/// A file that grows while something goes on, and is whole at the end.
///
/// Where there is one of its name it is written beside it and takes its place when it is whole, with
/// its permissions, and behind the link that leads to it. Where there was nothing, nothing is lost by
/// writing it in its place, and what is cut off is there for all to see.
final class GrowingFile {
  private let path: String
  /// Where its bytes are in the end: behind the links of its name.
  private let target: String
  /// What is in it, for messages, such as `recording`.
  private let noun: String
  /// What takes the name of an older file at the end; nil where it is new.
  private let temporary: TemporaryFile?
  /// Whether there was nothing of its name before.
  private let isNew: Bool
  private let descriptor: Int32
  private var pending = Data()
  private var isOver = false
  /// What has ended it too early, if something has.
  private(set) var failure: String?
  private var isFailureTold = false

  /// Bytes that are gathered before they are written.
  private static let block = 1 << 16

  /// - Parameter overwrites: whether an older file gives way; it does when this one is whole.
  init(path: String, noun: String, overwrites: Bool) throws(InputError) {
    try AtomicFile.check(path)
    (self.path, self.noun) = (path, noun)
    let occupant = try Self.occupant(of: path, noun: noun)
    if occupant == .file && !overwrites {
      throw InputError("exists already; name another file, or say --overwrite", file: path)
    }
    isNew = occupant == .nothing
    target = AtomicFile.resolvedLink(path)
    temporary = occupant == .file ? TemporaryFile(beside: target) : nil
    let permissions = temporary == nil ? nil : AtomicFile.permissions(of: target)
    descriptor = open(
      temporary?.path ?? path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, permissions ?? 0o666)
    guard descriptor >= 0 else {
      throw InputError("cannot be written: \(SystemReason.last)", file: path)
    }
    if let permissions { _ = fchmod(descriptor, permissions) }
  }

  func add(_ text: String) {
    guard !isOver else { return }
    pending.append(Data(text.utf8))
    if pending.count >= Self.block { flush() }
  }

  /// What went wrong since it was asked last.
  func takeFailure() -> String? {
    guard let failure, !isFailureTold else { return nil }
    isFailureTold = true
    return failure
  }

  /// Writes what is left; the file has its name from then on.
  func finish() {
    flush()
    guard !isOver else { return }
    isOver = true
    defer { close(descriptor) }
    // It is on the disk before the older one is gone.
    if let temporary, fsync(descriptor) != 0 || rename(temporary.path, target) != 0 {
      failure = "\(path): the \(noun) is in \(temporary.path): \(SystemReason.last)"
    }
  }

  /// Leaves everything as it was before.
  func discard() {
    guard !isOver else { return }
    isOver = true
    close(descriptor)
    if let temporary { unlink(temporary.path) } else if isNew { unlink(target) }
  }

  /// What has the name of a file before it begins.
  private enum Occupant {
    case nothing
    case file
    /// Something that keeps nothing, such as /dev/null.
    case device
  }

  private static func occupant(of path: String, noun: String) throws(InputError) -> Occupant {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFCHR: return .device
    default:
      // A reader that stands still would hold up the screen.
      throw InputError("is no file; a \(noun) needs one", file: path)
    }
  }

  private func flush() {
    guard !isOver else { return }
    var rest = pending[...]
    pending = Data()
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        failure = "\(path): the \(noun) ends here: \(SystemReason.last)"
        isOver = true
        close(descriptor)
        // What there is of it takes the place of nothing else.
        if let temporary { self.failure = "\(failure ?? ""); it is in \(temporary.path)" }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
