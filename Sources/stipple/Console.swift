import Diffusion
import Foundation

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

  /// - Parameters:
  ///   - isTerminal: whether results are shown to a person: then they pass the door too. Programs
  ///     get them as they are.
  init(
    output: @escaping (String) throws -> Void, note: @escaping (String) -> Void,
    progress: ((String) -> Void)?, presets: PresetLibrary, isTerminal: Bool = false
  ) {
    self.output = isTerminal ? { try output($0.printable(keeping: ["\n"])) } : output
    picture = output
    self.note = { note($0.printable) }
    self.progress = progress.map { progress in { progress($0.printable) } }
    self.presets = presets
  }

  /// The standard streams, and progress where standard error is a terminal.
  static var standard: Console {
    Console(
      output: StandardOutput.write,
      note: { FileHandle.standardError.write(Data("\($0)\n".utf8)) },
      progress: isatty(STDERR_FILENO) == 1 ? { redraw($0) } : nil,
      presets: PresetLibrary(
        environment: ProcessInfo.processInfo.environment,
        executable: Bundle.main.executablePath),
      isTerminal: isatty(STDOUT_FILENO) == 1)
  }

  private static func redraw(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}

/// The standard output of the process.
enum StandardOutput {
  /// The reader has left; there is nobody to write for any more, and nothing is wrong.
  struct Closed: Error {}

  static func write(_ text: String) throws {
    var rest = Data(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw Closed()
      } else if errno != EINTR {
        throw WorkError("the output cannot be written: \(SystemReason.last)")
      }
    }
  }
}
