import Diffusion
import Foundation
import Interface
import TextScreen

/// A session as an asciinema recording: what the screen was sent, its sizes, and a marker for
/// everything that somebody did. It begins on a screen of its own and gives the old one back.
final class CastWriter: SessionRecorder {
  private let path: String
  /// What takes the name of an older recording at the end; nil where the recording is new.
  private let temporary: TemporaryFile?
  /// Whether there was nothing of its name before.
  private var isNew = false
  private let descriptor: Int32
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var pending = Data()
  private var format: CastFormat
  /// What has ended the recording, if something has.
  private(set) var failure: String?
  private var isFailureTold = false
  private var isBroken = false

  /// Bytes that are gathered before they are written.
  private static let block = 1 << 16

  /// - Parameter overwrites: whether an older recording gives way; it does when this one is whole.
  init(
    path: String, size: Size, title: String, environment: [String: String],
    format: CastFormat = CastFormat(), overwrites: Bool = false
  ) throws(InputError) {
    try AtomicFile.check(path)
    self.path = path
    self.format = format
    var isWaiting = false
    switch try Self.occupant(of: path) {
    case .file where !overwrites:
      throw InputError("exists already; name another file, or say --overwrite", file: path)
    case .file: isWaiting = true
    case .device: break
    case .nothing: isNew = true
    }
    temporary = isWaiting ? TemporaryFile(beside: path) : nil
    // Where there was nothing, nothing is lost by writing it in its place, and a recording that is
    // cut off is there for all to see.
    descriptor = open(
      temporary?.path ?? path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else {
      throw InputError("cannot be written: \(SystemReason.last)", file: path)
    }
    start = clock.now
    let header = format.header(size: size, title: title, environment: environment, now: .now)
    pending.append(Data(header.utf8))
    add(kind: "o", CastFormat.opening)
  }

  deinit { finish() }

  func record(_ bytes: [UInt8]) {
    add(kind: "o", String(decoding: bytes, as: UTF8.self))
  }

  func record(size: Size) {
    add(kind: "r", "\(size.columns)x\(size.rows)")
  }

  func record(mark: String) { add(kind: "m", mark.printable) }

  func takeFailure() -> String? {
    guard let failure, !isFailureTold else { return nil }
    isFailureTold = true
    return failure
  }

  /// Writes what is left; the recording has its name from then on.
  func finish() {
    guard !isBroken else { return }
    add(kind: "o", CastFormat.ending)
    flush()
    guard !isBroken else { return }
    isBroken = true
    close(descriptor)
    if let temporary, rename(temporary.path, path) != 0 {
      failure = "\(path): the recording is in \(temporary.path): \(SystemReason.last)"
    }
  }

  /// Leaves everything as it was before the recording.
  func discard() {
    guard !isBroken else { return }
    isBroken = true
    close(descriptor)
    if let temporary { unlink(temporary.path) } else if isNew { unlink(path) }
  }

  /// What has the name of a recording before it begins.
  private enum Occupant {
    case nothing
    case file
    /// Something that keeps nothing, such as /dev/null.
    case device
  }

  private static func occupant(of path: String) throws(InputError) -> Occupant {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFCHR: return .device
    default:
      // A reader that stands still would hold up the screen.
      throw InputError("is no file; a recording needs one", file: path)
    }
  }

  private func add(kind: String, _ text: String) {
    guard !isBroken else { return }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    pending.append(Data(format.line(at: seconds, kind, text).utf8))
    if pending.count >= Self.block { flush() }
  }

  private func flush() {
    var rest = pending[...]
    pending = Data()
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        failure = "\(path): the recording ends here: \(SystemReason.last)"
        isBroken = true
        close(descriptor)
        // What there is of it takes the place of nothing else.
        if let temporary { self.failure = "\(failure ?? ""); it is in \(temporary.path)" }
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
