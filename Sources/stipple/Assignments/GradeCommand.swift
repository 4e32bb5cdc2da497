import ArgumentParser
import Diffusion
import Foundation
import Synchronization

/// `stipple grade`: what sheets of assignments have earned.
struct GradeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade sheets of assignments: each is done again from its settings line.",
    discussion: """
      PATH is a sheet that 'stipple assignment NAME --submit' has made, Markdown or SVG, or a folder \
      of them; of a sheet that is there in both forms the Markdown is graded. The table has a row for \
      every figure. A sheet whose file was damaged, or that says what its settings do not give, has a \
      row that says so, and is said on standard error; so has a path where there is nothing, which ends \
      the command with status 1 when the others are graded. Sheets that say the same of the network share \
      one training.

      With --assignment a table of points or of a field that any program has written is graded as if \
      it had been handed in: your code, our referee. A sheet of an assignment of your own is graded by \
      the file that is named there, where it is in none of the folders of assignments.

      Examples:
        stipple grade sheets/ > grades.csv
        stipple grade ada.md --format gradescope > results/results.json
        stipple grade mine.csv --assignment swiss-roll-ddpm
      """)

  /// The form of the result.
  enum Format: String, CaseIterable { case csv, gradescope }

  @Argument(
    help: ArgumentHelp("Sheets, or folders of them.", valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("csv, or gradescope for its results.json.", valueName: "form"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: GradeCommand.format)
  var format = Format.csv

  @Option(
    help: ArgumentHelp(
      "The assignment of tables that are no sheets, or its file.", valueName: "name"))
  var assignment: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many threads work; all cores unless given. It changes no figure.", valueName: "n"),
    transform: FlagValue.whole)
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads must be from 1 to 256, not \(threads)")
    }
  }

  func run(on console: Console) throws {
    let library = AssignmentLibrary(presets: console.presets)
    let named = try assignment.map { name throws(InputError) in
      try library.assignment(named: name)
    }
    let found = paths.map { (path: $0, files: Self.files(in: $0)) }
    let missing = found.filter { $0.files == [$0.path] && SheetGrader.absence(at: $0.path) != nil }
      .map(\.path)
    if missing.count == paths.count, let path = paths.first {
      throw InputError(SheetGrader.absence(at: path) ?? "", file: path)
    }
    let files = found.flatMap(\.files)
    let grader = SheetGrader(
      library: library, named: named,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    console.progress?("grading \(files.count) files")
    let grades = grader.grades(of: files)
    console.progress?("")
    let table = GradeTable(grades: grades)
    for grade in grades { grade.tell(on: console) }
    switch format {
    case .csv: try console.output(table.csv)
    case .gradescope: try console.output(JSONText.encode(table.gradescope))
    }
    if !missing.isEmpty { throw WorkError("not graded: \(missing.joined(separator: ", "))") }
  }

  /// The sheets of a folder, by name; the path itself where it is a file, and where there is none.
  static func files(in path: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let known = Set(names)
    let sheets = names.filter { name in
      guard let form = SheetFile.Form(path: name) else { return false }
      let other = String(name.dropLast(SheetFile.Form.svg.rawValue.count + 1)) + ".md"
      return form == .md || !known.contains(other)
    }
    if sheets.isEmpty { return [path] }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return sheets.sorted().map { "\(folder)/\($0)" }
  }

  private static func format(_ word: String) throws -> Format {
    guard let format = Format(rawValue: word) else {
      throw UnknownName(name: word, family: "form", known: Format.allCases.map(\.rawValue))
    }
    return format
  }
}
