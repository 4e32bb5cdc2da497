import ArgumentParser
import Diffusion
import Foundation

/// `stipple verify`: the laws of the engine, measured here and now.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Measure on this machine whether the engine's laws hold.",
    discussion: """
      Prints a table of name, figure, bound, pass or fail, and what was measured. The status is 1 \
      where any law is broken.

      Examples:
        stipple verify
        stipple verify --json
      """)

  @Flag(help: "Print JSON in place of a table.")
  var json = false

  func run(on console: Console) throws {
    let findings = try Law.all.enumerated().map { index, law in
      console.progress?("\(index + 1) of \(Law.all.count): \(law.id)")
      return Finding(law: law, reading: try law.measure())
    }
    console.progress?("")
    try console.output(json ? JSONText.encode(findings) : Self.table(findings))
    let broken = findings.filter { !$0.holds }.map(\.name)
    if !broken.isEmpty {
      throw WorkError("broken: \(broken.joined(separator: ", "))")
    }
  }

  /// A law with what was measured.
  struct Finding: Encodable {
    let name: String
    let figure: Double
    /// What the figure is held against, from above unless `isUpperBound` is false.
    let bound: Double
    let isUpperBound: Bool
    let holds: Bool
    let measured: String

    init(law: Law, reading: Law.Reading) {
      name = law.id
      figure = reading.figure
      bound = reading.bound
      isUpperBound = reading.isUpperBound
      holds = reading.holds
      measured = law.title
    }
  }

  static func table(_ findings: [Finding]) -> String {
    let width = findings.map(\.name.count).max() ?? 0
    return findings.map { finding in
      let columns = [
        padded(finding.name, to: width), padded(rounded(finding.figure), to: 10),
        padded("\(finding.isUpperBound ? "<=" : ">=") \(rounded(finding.bound))", to: 11),
        finding.holds ? "pass" : "FAIL", finding.measured,
      ]
      return columns.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Three digits: figures of laws differ by powers of ten.
  private static func rounded(_ number: Double) -> String {
    String(format: "%.3g", number)
  }
}
