import CNcurses

/// What is told where the program ends by a fault, on whatever thread: a file that says how the session
/// began and what came, as much of it as there is room for in memory.
public enum CrashReport {
  /// - Parameters:
  ///   - path: where the report is written.
  ///   - head: how it begins. Where the first lines are lost, `whole: false` follows it, and in any
  ///     case `signal: NUMBER`, `events:` and the lines.
  public static func begin(path: String, head: String) {
    var head = head
    head.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        terminal_crash_report(path, $0.baseAddress, Int32($0.count))
      }
    }
  }

  /// Adds a line.
  public static func note(_ line: String) {
    var line = line
    line.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        terminal_crash_note($0.baseAddress, Int32($0.count))
      }
    }
  }

  /// The session has ended as it should.
  public static func end() { terminal_crash_forget() }
}
