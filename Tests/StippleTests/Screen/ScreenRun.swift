import Foundation
import Testing

/// The real program on a terminal of its own, in a folder of its own, looked at as a person does:
/// what is on the glass, and what is in the folder afterwards.
final class ScreenRun {
  let terminal: PseudoTerminal
  private let folder: Scratch

  /// As much as the tests are willing to wait for one thing, on a machine that is very busy.
  private static let patience = 60.0

  /// Starts the program and waits until its screen is there.
  init(
    columns: Int = 120, rows: Int = 40, model: String = "exact",
    environment: [String: String] = [:], through shell: String = #"exec "$@""#
  ) throws {
    folder = try Scratch()
    let preset = try folder.write(Self.preset(model: model), to: "small.yaml")
    let program = try #require(PseudoTerminal.stipple)
    terminal = try PseudoTerminal(
      running: "/bin/sh",
      ["-c", #"cd "$0" && "# + shell, folder.path, program, "run", preset],
      environment: environment, columns: columns, rows: rows)
    try #require(wait(for: columns < 60 ? "data" : "Small"), "\(text)")
  }

  /// Small enough for a debug build: the optimizer takes hundreds of steps a second.
  private static func preset(model: String) -> String {
    """
    title: Small
    schedule: {kind: linear, timesteps: 50, beta: [0.001, 0.2]}
    model: {kind: \(model), hidden: [4]}
    training: {batch: 8}
    sampler: {kind: ddim, steps: 10}
    particles: 60
    """
  }

  // MARK: - Looking

  var text: String { terminal.screen.text }

  func wait(for text: String) -> Bool {
    terminal.wait(atMost: Self.patience, for: text)
  }

  func wait(until isExpected: (TerminalEmulator) -> Bool) -> Bool {
    terminal.wait(atMost: Self.patience, until: isExpected)
  }

  /// Whether some text goes away.
  func waitUntilGone(_ text: String) -> Bool {
    wait { !$0.text.contains(text) }
  }

  /// The number that follows a name on the screen's first line, such as the step.
  func header(_ name: String) -> Double? {
    Self.number(after: "\(name) ", in: terminal.screen.lines[0])
  }

  /// The number that follows some words anywhere on the screen.
  func number(after words: String) -> Double? {
    Self.number(after: words, in: text)
  }

  static func number(after words: String, in text: String) -> Double? {
    guard let place = text.range(of: words) else { return nil }
    let digits = text[place.upperBound...].drop { $0 == " " }
      .prefix { $0.isNumber || "+-.e".contains($0) }
    return Double(digits)
  }

  /// The cells right of the plane that hold a character, from the left.
  func places(of character: Character, rows: Range<Int>) -> [(column: Int, row: Int)] {
    let lines = terminal.screen.lines.map(Array.init)
    let side = lines[1].lastIndex(of: "╭") ?? 0
    let found = rows.flatMap { row in
      lines[row].indices.filter { $0 > side && lines[row][$0] == character }
        .map { (column: $0, row: row) }
    }
    return found.sorted { $0.column < $1.column }
  }

  // MARK: - Ending

  /// How the program ended, when it has.
  func ending() -> PseudoTerminal.Ending? {
    terminal.waitForEnd(atMost: Self.patience)
  }

  /// Whether the terminal is as the shell left it.
  var isGivenBack: Bool { terminal.screen.isGivenBack && terminal.isCooked }

  /// The files the program made.
  var newFiles: [String] {
    get throws { try folder.names.filter { $0 != "small.yaml" } }
  }

  /// A file of the folder.
  func contents(of name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder.file(name)))
  }
}
