import Diffusion
import Foundation
import TextScreen

/// How a recording is written: a header line, then a line for every event with its time.
///
/// The formats: https://docs.asciinema.org/manual/asciicast/v2/ and .../v3/
struct CastFormat {
  /// Versions of the format.
  enum Version: Int, CaseIterable {
    /// Times are seconds since the start.
    case two = 2
    /// Times are seconds since the event before; asciinema 3 and later reads it.
    case three = 3
  }

  let version: Version
  /// How many seconds a player waits at most where nothing happens; nil for as long as it took.
  let idleLimit: Double?
  private var latest = 0.0

  /// What a terminal is sent before the first frame and after the last: a screen of its own, and the
  /// old one given back.
  static let opening = "\u{1B}[?1049h\u{1B}[?25l"
  static let ending = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  init(version: Version = .two, idleLimit: Double? = nil) {
    self.version = version
    self.idleLimit = idleLimit
  }

  /// The line that begins a recording.
  ///
  /// - Parameter now: when it was made; nil for a film without a day.
  func header(size: Size, title: String, environment: [String: String], now: Date?) -> String {
    let known = { (names: [String]) in
      names.compactMap { name in
        environment[name].map { "\(JSONText.quoted(name)): \(JSONText.quoted($0))" }
      }.joined(separator: ", ")
    }
    let type = environment["TERM"].map { ", \"type\": \(JSONText.quoted($0))" } ?? ""
    let screen =
      switch version {
      case .two: "\"width\": \(size.columns), \"height\": \(size.rows)"
      case .three: "\"term\": {\"cols\": \(size.columns), \"rows\": \(size.rows)\(type)}"
      }
    let day = now.map { ", \"timestamp\": \(Int($0.timeIntervalSince1970))" } ?? ""
    let limit = idleLimit.map { ", \"idle_time_limit\": \(Self.fixed($0))" } ?? ""
    return """
      {"version": \(version.rawValue), \(screen)\(day)\
      \(limit), "title": \(JSONText.quoted(title.printable)), \
      "env": {\(known(version == .two ? ["SHELL", "TERM"] : ["SHELL"]))}}

      """
  }

  /// The line of an event.
  ///
  /// - Parameters:
  ///   - seconds: since the start.
  ///   - kind: the letter of the event: `o` output, `r` another size, `m` a marker.
  mutating func line(at seconds: Double, _ kind: String, _ text: String) -> String {
    let time =
      switch version {
      case .two: seconds
      // From the rounded times, so that errors do not add up.
      case .three: max(0, (seconds * 1e6).rounded() / 1e6 - latest)
      }
    latest = (seconds * 1e6).rounded() / 1e6
    return "[\(Self.fixed(time)), \"\(kind)\", \(JSONText.quoted(text))]\n"
  }

  /// Seconds to a microsecond, never with an exponent.
  private static func fixed(_ seconds: Double) -> String {
    String(format: "%.6f", seconds)
  }
}
