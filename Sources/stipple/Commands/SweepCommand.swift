import ArgumentParser
import Diffusion
import Foundation

/// `stipple sweep`: a grid of runs as commands, one a line, and their results as one table.
struct SweepCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Print the commands of a grid of runs, or collect what they found.",
    discussion: """
      GRID is a YAML file with a preset, a command (evaluate, train or sample) and keys of a \
      preset, whose values may be lists:

        preset: eight-gaussians
        command: evaluate
        sampler: {kind: [ddim, heun], steps: [5, 10]}
        seed: [1, 2]
        flags: {metrics: sliced-wasserstein}

      One command a line is printed for every combination, the last key changing fastest. Each \
      prints one line of JSON that says its own command, so that any engine can run them in any \
      order, and files can be joined. --missing prints only the commands that have no whole \
      result in some files. --collect prints the results as one CSV table, in the order of the \
      grid whatever the order of the lines, and --svg draws one of its figures: the last key \
      across, a curve for each value of the one before, a picture for the others.

      Examples:
        stipple sweep grid.yaml | xargs -P 2 -d '\\n' -n 1 sh -c >> results.jsonl
        stipple sweep grid.yaml --missing results.jsonl | sh >> results.jsonl
        stipple sweep grid.yaml --collect results.jsonl > table.csv
        stipple sweep grid.yaml --collect results.jsonl --svg table.svg --figure sliced_w2
      """)

  @Argument(
    help: ArgumentHelp("The file of the grid, or - for standard input.", valueName: "grid"),
    completion: .file(extensions: ["yaml", "yml"]))
  var grid: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Print the results in these files as one table.", valueName: "file"))
  var collect: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Print the commands without a result in these files.", valueName: "file"))
  var missing: [String] = []

  @Option(
    help: ArgumentHelp("With --collect: draw a figure of the table there.", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "The column that --svg draws; the first figure unless given.", valueName: "name"))
  var figure: String?

  /// The most bytes of a grid.
  private static let byteLimit = 4 << 20

  func validate() throws {
    if !collect.isEmpty && !missing.isEmpty {
      throw ValidationError("--collect and --missing exclude one another")
    }
    if svg != nil && collect.isEmpty { throw ValidationError("--svg draws what --collect reads") }
    if figure != nil && svg == nil { throw ValidationError("--figure is of use only with --svg") }
  }

  func run(on console: Console) throws {
    let text = try TextFile.text(of: grid, limit: Self.byteLimit)
    let grid = try SweepGrid(text: text, file: TextFile.name(of: grid), presets: console.presets)
    if collect.isEmpty && missing.isEmpty {
      return try console.output(Self.lines(of: grid.runs))
    }
    var results = SweepResults()
    for file in collect + missing {
      // Before the first run there is no file of results yet.
      if !missing.isEmpty && !FileManager.default.fileExists(atPath: file) { continue }
      try results.read(file)
    }
    for fault in results.faults { console.note("stipple: \(fault)") }
    let table = SweepTable(grid: grid, results: results)
    guard !collect.isEmpty else { return try console.output(Self.lines(of: table.missing)) }
    try console.output(table.csv)
    if let svg { try draw(table, to: svg) }
    let count = table.missing.count
    if count > 0 {
      throw WorkError(
        "\(count) of \(grid.runs.count) runs have no result yet;"
          + " 'stipple sweep \(self.grid) --missing FILE...' prints their commands")
    }
  }

  private func draw(_ table: SweepTable, to path: String) throws {
    let names = table.names
    guard let name = figure ?? names.first else {
      throw WorkError("there are no figures to draw yet")
    }
    guard names.contains(name) else {
      throw InputError("\(UnknownName(name: name, family: "figure", known: names))")
    }
    try AtomicFile.write(Data(SweepPicture(table, of: name).svg.utf8), to: path)
  }

  private static func lines(of runs: [SweepRun]) -> String {
    runs.map { "\($0.line)\n" }.joined()
  }
}
