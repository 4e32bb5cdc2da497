import Diffusion
import Foundation
import Interface
import TextScreen

/// Where commands write, and what they may know of the world around them.
///
/// Everything that is said to people passes the door for text from outside (`String.printable`).
/// Tests give a console of their own and so see all that a command says.
struct Console {
  /// Writes results.
  let output: (String) throws -> Void
  /// Writes a picture that a terminal is meant to obey, as it is.
  let picture: (String) throws -> Void
  /// Says a line beside the results.
  let note: (String) -> Void
  /// Shows progress in place of the progress shown before; nil where nobody watches.
  let progress: ((String) -> Void)?
  /// Where presets are found by name.
  var presets: PresetLibrary
  /// The words of the command that is run, after the program's name.
  var words: [String] = []
  /// The columns of the terminal that results are read at; nil where they go elsewhere.
  let width: Int?
  /// Whether something that was to be said beside the results could not be.
  let lostNotes: () -> Bool

  /// - Parameters:
  ///   - width: the columns of the terminal where results are shown to a person: then they pass the
  ///     door too. Programs get them as they are.
  init(
    output: @escaping (String) throws -> Void, note: @escaping (String) -> Void,
    progress: ((String) -> Void)?, presets: PresetLibrary, width: Int? = nil,
    lostNotes: @escaping () -> Bool = { false }
  ) {
    self.output = width == nil ? output : { try output($0.printable(keeping: ["\n"])) }
    picture = output
    self.note = { note($0.printable) }
    self.progress = progress.map { progress in { progress($0.printable) } }
    self.presets = presets
    self.width = width
    self.lostNotes = lostNotes
  }

  /// The same console with nothing said beside the results.
  var withoutNotes: Console {
    var silent = Console(
      output: picture, note: { _ in }, progress: progress, presets: presets, width: width,
      lostNotes: lostNotes)
    silent.words = words
    return silent
  }

  /// The standard streams, and progress where standard error is a terminal.
  static var standard: Console {
    let errors = ErrorStream()
    return Console(
      output: StandardOutput.write,
      note: { errors.say("\($0)\n") },
      progress: isatty(STDERR_FILENO) == 1 ? { errors.show("\r\u{1B}[K\($0)") } : nil,
      presets: PresetLibrary(
        environment: ProcessInfo.processInfo.environment,
        executable: Launch.executable),
      width: isatty(STDOUT_FILENO) == 1 ? Size.ofTerminal.columns : nil,
      lostNotes: { errors.hasLost })
  }
}

/// The standard output of the process.
enum StandardOutput {
  /// The reader has left; there is nobody to write for any more, and nothing is wrong.
  struct Closed: Error {}

  /// The results cannot be written where they should go.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static func write(_ text: String) throws {
    switch StandardStream.write(text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: throw Closed()
    case let number:
      throw Failure(
        description: "the output cannot be written: \(String(cString: strerror(number)))")
    }
  }
}

/// What is said beside the results. That nobody hears it does not keep the work from being done.
final class ErrorStream {
  /// Whether something was lost that somebody might have wanted to know: a full disk keeps no
  /// warning, while a reader or a terminal that has gone wants none.
  private(set) var hasLost = false

  func say(_ text: String) {
    let failure = StandardStream.write(text, to: STDERR_FILENO)
    if ![0, EPIPE, EIO].contains(failure) { hasLost = true }
  }

  /// Says something that nobody misses.
  func show(_ text: String) { _ = StandardStream.write(text, to: STDERR_FILENO) }
}

/// The three streams every process begins with; all that commands write goes through here.
enum StandardStream {
  /// Writes all of a text.
  ///
  /// - Returns: 0, or the number of the system's error that kept it from that.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var rest = Data(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&room, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Puts something in the place of streams that are closed, so that no file the program opens
  /// later is taken for one of them. Results still have nowhere to go; words beside them are not
  /// wanted.
  static func occupyAll() {
    for (stream, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", mode)
    }
  }
}
