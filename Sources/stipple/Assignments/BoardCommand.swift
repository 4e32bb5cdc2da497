import ArgumentParser
import Diffusion
import Foundation

/// `stipple board`: the best sheets of a class, kept in a file.
struct BoardCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Show a leader board, or add sheets of assignments to it.",
    discussion: """
      FILE keeps the best figure of every author; it is made when the first sheet is added. Every \
      sheet is done again as 'stipple grade' does, and one that is forged or damaged is refused by its \
      name, with exit status 1, while the others are added. Adding a sheet again changes nothing. On \
      the screen :board FILE shows it.

      Examples:
        stipple board class.yaml --add sheets/
        stipple board class.yaml
      """)

  @Argument(help: ArgumentHelp("The file of the board.", valueName: "file"), completion: .file())
  var file: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Sheets to add, or folders of them.", valueName: "sheet"))
  var add: [String] = []

  func run(on console: Console) throws {
    var board = try BoardFile(inFile: file)
    if add.isEmpty && !FileManager.default.fileExists(atPath: file) {
      throw InputError("there is no such board; --add SHEET... makes it", file: file)
    }
    let refused = try adding(to: &board, on: console)
    try console.output(board.csv)
    if !refused.isEmpty {
      throw WorkError("not added: \(refused.joined(separator: ", "))")
    }
  }

  /// Adds the sheets, and names those that are refused.
  private func adding(to board: inout BoardFile, on console: Console) throws -> [String] {
    if add.isEmpty { return [] }
    try AtomicFile.check(file)
    let before = board
    let grader = SheetGrader(
      library: AssignmentLibrary(presets: console.presets),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let files = add.flatMap(GradeCommand.files)
    console.progress?("grading \(files.count) sheets")
    let grades = grader.grades(of: files)
    console.progress?("")
    for grade in grades where grade.isHonest { board.add(grade) }
    if board != before { try AtomicFile.write(Data(try board.text.utf8), to: file) }
    let refused = grades.filter { !$0.isHonest }
    refused.forEach { $0.tell(on: console) }
    return refused.map(\.file)
  }
}

extension SheetGrade {
  /// Says what is wrong with a sheet that is not what it says.
  func tell(on console: Console) {
    for row in rows where ![.full, .part, .below].contains(row.verdict) {
      console.note(
        "stipple: \(OneLine.text("\(row.file): \(row.verdict.rawValue): \(row.reason)"))")
    }
  }
}
