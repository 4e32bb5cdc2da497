/// Lines of the command line with pauses between them: a script file, or what follows `--play`.
public struct Script: Sendable, Equatable {
  public struct Line: Sendable, Equatable {
    /// Where the line stands, for messages: `tour.txt:3`, or `--play`.
    public let place: String
    public let step: Step
  }

  public enum Step: Sendable, Equatable {
    /// Something the command line understands.
    case say(String)
    /// Lets seconds pass.
    case wait(Double)
  }

  /// The longest pause, in seconds.
  private static let waits = 0.0...600

  public private(set) var lines: [Line] = []

  /// A script without lines.
  public init() {}

  /// Commands with semicolons between them.
  public init(play commands: String, named name: String = "--play") throws(ScriptError) {
    for text in commands.split(separator: ";") { try add(String(text), at: name) }
  }

  /// Commands that stand somewhere in another file, each with its place there.
  public init(_ lines: [(text: String, place: String)]) throws(ScriptError) {
    for line in lines { try add(line.text, at: line.place) }
  }

  /// What is said and waited for, in words.
  var sentences: [String] {
    lines.map { line in
      switch line.step {
      case .say(let text): text
      case .wait(let seconds): "wait \(seconds)"
      }
    }
  }

  /// A command on each line; what follows `#` at the beginning of a line is a remark.
  ///
  /// - Parameter name: the name of the file.
  public init(text: String, file name: String) throws(ScriptError) {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() where !row.drop(while: \.isWhitespace).hasPrefix("#") {
      try add(String(row), at: "\(name):\(index + 1)")
    }
  }

  /// The script with another one after it.
  public static func + (one: Script, other: Script) -> Script {
    var both = one
    both.lines += other.lines
    return both
  }

  private mutating func add(_ text: String, at place: String) throws(ScriptError) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return }
    guard first == "wait" else {
      lines.append(Line(place: place, step: .say(words.joined(separator: " "))))
      return
    }
    guard words.count == 2, let seconds = Double(words[1]), Self.waits.contains(seconds) else {
      throw ScriptError(
        "'\(words.joined(separator: " ").excerpt)' is no pause; say wait and from 0 to 600 seconds",
        at: place)
    }
    lines.append(Line(place: place, step: .wait(seconds)))
  }
}

/// A line of a script that cannot be done: where it stands and why.
public struct ScriptError: Error, Sendable, Equatable, CustomStringConvertible {
  public let description: String

  init(_ problem: String, at place: String) {
    description = "\(place): \(problem)"
  }
}
