import Foundation

/// What the system tells of the program in the foreground, where it does.
extension PseudoTerminal {
  /// Megabytes of memory, programs and libraries too.
  var memory: Double? {
    numbers(in: "statm").map { $0[1] * Double(getpagesize()) / 0x100000 }
  }

  /// Seconds of a thread.
  struct ThreadTime {
    /// Those that it has had of a processor.
    var worked: Double
    /// Those that it has waited for one.
    var waited: Double

    static func - (later: ThreadTime, earlier: ThreadTime) -> ThreadTime {
      ThreadTime(worked: later.worked - earlier.worked, waited: later.waited - earlier.waited)
    }
  }

  /// The time of the thread that draws, which is the first one.
  var drawingTime: ThreadTime? {
    numbers(in: "schedstat").map { ThreadTime(worked: $0[0] / 1e9, waited: $0[1] / 1e9) }
  }

  private func numbers(in file: String) -> [Double]? {
    let program = foreground
    let path = "/proc/\(program)/task/\(program)/\(file)"
    let text = try? String(contentsOfFile: path, encoding: .utf8)
    let numbers = (text ?? "").split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    return numbers.count > 2 ? numbers : nil
  }
}
