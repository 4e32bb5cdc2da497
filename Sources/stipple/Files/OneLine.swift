import Diffusion

/// What is said to people, on one line of bounded length.
enum OneLine {
  /// The most scalars a message has, so that with the program's name before it, it stays below 300.
  static let most = 280
  /// Room that is kept for the name of a file.
  static let leastName = 50
  /// Room for the longest line and column.
  static let place = 20

  /// A message: its lines joined, printable, and cut at its end.
  static func text(_ message: String, most: Int = Self.most) -> String {
    let head = String(message.unicodeScalars.prefix(4 * most))
    let line = head.split(whereSeparator: \.isNewline).joined(separator: " ").printable
    if message.unicodeScalars.count <= most && line.unicodeScalars.count <= most { return line }
    return String(line.unicodeScalars.prefix(most - 1)) + "…"
  }

  /// The name of a file: printable, and cut in its middle, since its end tells most.
  static func name(_ path: String, most: Int) -> String {
    let name = path.printable.unicodeScalars
    if name.count <= most { return String(name) }
    let front = most / 3
    return String(name.prefix(front)) + "…" + String(name.suffix(most - front - 1))
  }
}
