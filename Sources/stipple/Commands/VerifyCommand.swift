import ArgumentParser
import Diffusion

/// `stipple verify`: the laws of the engine, measured here and now.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Measure on this machine whether the engine's laws hold.",
    discussion: """
      Prints a table: the name of the law, the figure that was measured, its bound and on which \
      side of it the figure must be, pass or fail, and what was measured. The status is 1 where \
      any law is broken.

      Examples:
        stipple verify
        stipple verify --json
        stipple verify --actions 100000 --seed 3
      """)

  @Flag(help: "Print JSON in place of CSV.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "In place of the laws, do so many random actions on the screens of all presets; prints JSON.",
      valueName: "n"))
  var actions: Int?

  @Option(help: ArgumentHelp("The seed of these actions.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Say each of these actions on standard error before it is done.")
  var trace = false

  func run(on console: Console) throws {
    if let actions { return try tryActions(actions, on: console) }
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

  private func tryActions(_ count: Int, on console: Console) throws {
    let summary = try ActionTrials(count: count, seed: seed, isTraced: trace).run(on: console)
    try console.output(JSONText.encode(summary))
    if !summary.broken.isEmpty {
      throw WorkError("broken: \(summary.broken[0])")
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
    "name,figure,side,bound,result,measured\n"
      + findings.map { finding in
        let side = finding.isUpperBound ? "at most" : "at least"
        let result = finding.holds ? "pass" : "FAIL"
        return
          "\(finding.name),\(CSVTable.text(of: finding.figure)),\(side),\(finding.bound),\(result),"
          + "\(finding.measured)\n"
      }.joined()
  }
}
