import Diffusion
import Foundation
import Interface
import TextScreen

/// A session as an asciinema recording, version 2: a header line, then a line for every piece of
/// output with the seconds since the start.
///
/// The format: https://docs.asciinema.org/manual/asciicast/v2/
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
  /// What has ended the recording, if something has.
  private(set) var failure: String?
  private var isFailureTold = false
  private var isBroken = false

  /// Bytes that are gathered before they are written.
  private static let block = 1 << 16

  /// - Parameter overwrites: whether an older recording gives way; it does when this one is whole.
  init(
    path: String, size: Size, title: String, environment: [String: String],
    overwrites: Bool = false
  ) throws(InputError) {
    try AtomicFile.check(path)
    self.path = path
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
    pending.append(Self.header(size: size, title: title, environment: environment))
    // The cursor is hidden before the first frame, as the terminal's own set-up does.
    record(Array("\u{1B}[?25l".utf8))
  }

  deinit { finish() }

  func record(_ bytes: [UInt8]) {
    add(kind: "o", String(decoding: bytes, as: UTF8.self))
  }

  func record(size: Size) {
    add(kind: "r", "\(size.columns)x\(size.rows)")
  }

  func takeFailure() -> String? {
    guard let failure, !isFailureTold else { return nil }
    isFailureTold = true
    return failure
  }

  /// Writes what is left; the recording has its name from then on.
  func finish() {
    guard !isBroken else { return }
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
    pending.append(Data("[\(Self.fixed(seconds)), \"\(kind)\", \(Self.quoted(text))]\n".utf8))
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

  private static func header(size: Size, title: String, environment: [String: String]) -> Data {
    let known = ["SHELL", "TERM"].compactMap { name in
      environment[name].map { "\(quoted(name)): \(quoted($0))" }
    }
    let now = Int(Date.now.timeIntervalSince1970)
    return Data(
      """
      {"version": 2, "width": \(size.columns), "height": \(size.rows), "timestamp": \(now), \
      "title": \(quoted(title.printable)), "env": {\(known.joined(separator: ", "))}}

      """.utf8)
  }

  /// Seconds to a microsecond, never with an exponent.
  private static func fixed(_ seconds: Double) -> String {
    String(format: "%.6f", seconds)
  }

  /// Text as a JSON string.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        quoted += String(format: "\\u%04x", scalar.value)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
