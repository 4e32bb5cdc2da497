import ArgumentParser
import Diffusion
import Foundation
import Interface

/// `stipple assignment`: what an assignment asks for, and the sheet that is handed in.
struct AssignmentCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "assignment",
    abstract: "State an assignment, or make the sheet that is handed in for it.",
    discussion: """
      NAME is one of 'stipple list assignments', or a YAML file of your own. Without flags the task \
      is stated, with what is fixed, what may be chosen and what earns how many points; --preset \
      prints the preset to begin with, which opens on the screen and trains like any other, and \
      --places the places at which a field is asked for.

      --submit takes files in any order: settings (a preset, or some of its keys; keys below parts: \
      {NAME: ...} are for one part), weights (.safetensors, which the settings must give again), \
      samples or a field that any program has written (.csv, .npy, .npz), and the reflection (.txt, \
      .md). Without settings those of the assignment hold. The sheet is Markdown or SVG by the ending \
      of -o; without an ending both are written; without -o it is printed as Markdown. The figures on \
      it are those that 'stipple grade' finds when it does the sheet again.

      Examples:
        stipple assignment swiss-roll-ddpm
        stipple assignment swiss-roll-ddpm --preset > mine.yaml
        stipple assignment swiss-roll-ddpm --submit mine.yaml thoughts.txt --author Ada -o ada.md
        stipple assignment few-calls --submit best.yaml -o sheet
      """)

  @Argument(help: ArgumentHelp("The assignment.", valueName: "name"), completion: .assignment)
  var name: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What is handed in.", valueName: "file"))
  var submit: [String] = []

  @Option(help: ArgumentHelp("Whose sheet it is.", valueName: "name"))
  var author: String?

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Write the sheet to this file, .md or .svg; without an ending, both.", valueName: "file"))
  var output: String?

  @Flag(help: "Print the preset to begin with.")
  var preset = false

  @Flag(help: "Print the places at which a field is asked for, as CSV.")
  var places = false

  func validate() throws {
    if submit.isEmpty && (output != nil || author != nil) {
      throw ValidationError("-o and --author are of use only with --submit FILE...")
    }
    if [preset, places, !submit.isEmpty].count(where: { $0 }) > 1 {
      throw ValidationError("--preset, --places and --submit exclude one another")
    }
  }

  func run(on console: Console) throws {
    let assignment = try AssignmentLibrary(presets: console.presets).assignment(named: name)
    if preset { return try printPreset(of: assignment, on: console) }
    if places { return try printPlaces(of: assignment, on: console) }
    if submit.isEmpty { return try console.output(AssignmentWords(assignment).text) }
    let outputs = try outputs
    let handed = try HandedFiles(submit, for: assignment)
    console.progress?("training and judging")
    let (sheet, finding) = try handed.sheet(author: author ?? "")
    console.progress?("")
    let page = sheet.page(finding, of: assignment)
    for (form, path) in outputs {
      let text = try SheetFile.text(sheet, of: assignment, page: page, form: form)
      guard let path else {
        try console.output(text)
        continue
      }
      try AtomicFile.write(Data(text.utf8), to: path)
    }
    let grade = SheetGrade(
      output ?? "", author: sheet.author, settings: sheet.settings.line, finding: finding,
      of: assignment, missing: handed.missing)
    for row in grade.rows { console.note("stipple: \(OneLine.text(Self.words(row)))") }
  }

  /// What a row would earn, in words.
  private static func words(_ row: GradeRow) -> String {
    let value = row.value.map { ": \($0)" } ?? ""
    let points = row.points == row.points.rounded() ? "\(Int(row.points))" : "\(row.points)"
    return "\(row.figure)\(value), \(points) of \(row.most) points"
      + (row.reason.isEmpty ? "" : " (\(row.reason))")
  }

  /// The forms that are asked for, each with its file; without one it is printed.
  private var outputs: [(SheetFile.Form, String?)] {
    get throws(InputError) {
      guard let output else { return [(.md, nil)] }
      let ending = URL(filePath: output).pathExtension
      var outputs: [(SheetFile.Form, String?)] = []
      if let form = SheetFile.Form(path: output) {
        outputs = [(form, output)]
      } else if ending.isEmpty {
        outputs = SheetFile.Form.allCases.map { ($0, "\(output).\($0.rawValue)") }
      } else {
        throw InputError("a sheet is a file .md or .svg, not .\(ending.excerpt)", file: output)
      }
      for (_, path) in outputs { try path.map(AtomicFile.check) }
      return outputs
    }
  }

  private func printPreset(of assignment: Assignment, on console: Console) throws {
    guard let part = assignment.parts.first else { return }
    let open = assignment.open.map { $0.joined(separator: ".") }.joined(separator: ", ")
    try console.output(
      PresetWriter.text(
        of: part.experiment, comment: "\(assignment.title); open to your choice: \(open)"))
  }

  private func printPlaces(of assignment: Assignment, on console: Console) throws {
    for part in assignment.parts {
      guard case .field(let level, let name) = part.subject else { continue }
      let judge = try Referee(assignment: assignment, shelf: NetworkShelf())
        .judge(of: part.experiment)
      let places = FieldReferee(assignment: assignment, level: level, name: name)
        .places(in: judge)
      return try console.output(PointFile(points: places, labels: nil).csv)
    }
    throw InputError("--places: the assignment asks for no field")
  }
}
