import Diffusion
import Foundation
import Yams

/// One sheet that was handed in: what was chosen and what came of it, as lines that the program reads
/// again.
///
/// Everything else on the page is drawn from these lines and from what they give when they are done
/// again.
struct Sheet {
  let assignment: String
  /// Whose it is; empty where nobody said.
  var author = ""
  let settings: ChosenSettings
  /// The figures as they were found, in the order of the parts.
  let values: [Double]
  /// The instructions that networks were trained with: others round otherwise.
  var instructions = InstructionSet.best.id
  /// The version of the program that drew the page.
  var program = Stipple.version
  /// The checksum of weights that were handed in; nil for none.
  var weights: UInt32?
  var given: Handed.Given?
  var reflection = ""

  /// The version of the form.
  static let version = 1
  private static let keys = [
    "sheet", "assignment", "author", "settings", "figures", "instructions", "program", "weights",
    "given",
    "field", "reflection",
  ]
  private static let mostReflection = 20_000

  /// The lines of the record; the settings are one of them.
  func lines(of assignment: Assignment) throws -> String {
    let figures = zip(assignment.parts, values).map {
      (Node($0.title), Node(PresetWriter.spelled($1)))
    }
    var lines = [
      "sheet: \(Self.version)", try Self.line("assignment", PresetWriter.text(assignment.id)),
      author.isEmpty ? "" : try Self.line("author", PresetWriter.text(author)),
      "settings: \(settings.line)",
      try Self.line("figures", .mapping(Node.Mapping(figures, .implicit, .flow))),
      try Self.line("instructions", PresetWriter.text(instructions)),
    ]
    lines.append("program: \"\(program)\"")
    if let weights { lines.append("weights: \"\(Self.hexadecimal(weights))\"") }
    if let given {
      let points = given.points.map { PresetWriter.list(PresetWriter.numbers($0.x, $0.y)) }
      lines.append(try Self.line(given.isField ? "field" : "given", PresetWriter.list(points)))
    }
    if !reflection.isEmpty {
      lines.append(try Self.line("reflection", Node(reflection, .implicit, .doubleQuoted)))
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func line(_ key: String, _ value: Node) throws -> String {
    try Yams.serialize(node: Node([(Node(key), value)]), width: -1, allowUnicode: true)
      .trimmingCharacters(in: .newlines)
  }

  static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension Sheet {
  /// The name of the assignment that a record is of, before anything else of it is looked at.
  static func assignment(
    in record: String, file: String
  ) throws(InputError) -> (name: String, entries: [String: PresetValue]) {
    guard let node = try YAMLText.root(of: record, file: file) else {
      throw InputError("the record of the sheet is empty", file: file)
    }
    let root = PresetValue(node, file: file, name: "the record of a sheet")
    let entries = try root.entries(keys)
    for key in ["sheet", "assignment", "settings", "figures", "instructions", "program"]
    where entries[key] == nil {
      throw root.error("the record of the sheet has lost its key '\(key)'")
    }
    if let sheet = entries["sheet"], try sheet.whole() != version {
      throw sheet.error("a sheet of another version of the program")
    }
    return (try entries["assignment"]?.text() ?? "", entries)
  }

  /// Reads a record.
  init(
    _ entries: [String: PresetValue], of assignment: Assignment
  ) throws(InputError) {
    self.assignment = assignment.id
    author = try entries["author"]?.text() ?? ""
    guard let settings = entries["settings"], let figures = entries["figures"],
      let instructions = entries["instructions"]
    else { throw InputError("the record of the sheet is not whole") }
    try Self.refuseUnknown(in: settings, assignment)
    self.settings = try ChosenSettings(settings, of: assignment)
    self.instructions = try instructions.member(of: InstructionSet.self).id
    program = try entries["program"]?.text() ?? ""
    let found = try figures.entries(assignment.parts.map(\.title))
    values = try assignment.parts.map { part throws(InputError) in
      guard let value = found[part.title] else {
        throw figures.error("the figure '\(part.title)' is missing")
      }
      return try value.number()
    }
    weights = try entries["weights"].map { value throws(InputError) in
      guard let sum = UInt32(try value.text(), radix: 16) else {
        throw value.error("weights must be the checksum of a file, not \(value.kind)")
      }
      return sum
    }
    given = try Self.given(entries, assignment)
    reflection = try entries["reflection"]?.text() ?? ""
    if reflection.utf8.count > Self.mostReflection {
      throw InputError("the reflection is longer than \(Self.mostReflection) bytes")
    }
  }

  /// A record says nothing that is not open, not even what is fixed once more: files are named only
  /// there.
  private static func refuseUnknown(
    in settings: PresetValue, _ assignment: Assignment
  ) throws(InputError) {
    guard let mapping = settings.node.mapping else {
      throw settings.error("settings must be keys of a preset, not \(settings.kind)")
    }
    let paths = assignment.parts.flatMap { assignment.open(in: $0) } + assignment.open
    let open = Set(paths.compactMap(\.first)).union([ChosenSettings.parts])
    for key in mapping.keys where !open.contains(key.scalar?.string ?? "") {
      throw PresetValue(key, file: settings.file, name: settings.name)
        .error(
          "'\(key.scalar?.string.excerpt ?? "?")' is not open; open:"
            + " \(open.subtracting([ChosenSettings.parts]).sorted().joined(separator: ", "))")
    }
  }

  private static func given(
    _ entries: [String: PresetValue], _ assignment: Assignment
  ) throws(InputError) -> Handed.Given? {
    guard let value = entries["given"] ?? entries["field"] else { return nil }
    let isField = entries["given"] == nil
    if !isField, let field = entries["field"] {
      throw field.error("samples and a field exclude one another")
    }
    guard assignment.accepts.contains(isField ? .field : .samples) else {
      throw value.error(
        "the assignment takes no \(isField ? "field" : "samples") of other programs")
    }
    let items = try value.items("point")
    guard items.count == assignment.count else {
      throw value.error("there must be \(assignment.count) points, not \(items.count)")
    }
    let points = try items.map { item throws(InputError) in
      let point = try item.point(form: "[x, y]")
      guard PointFile.canBeJudged(point) else { throw item.error("too far away to be judged") }
      return point
    }
    return Handed.Given(points: points, isField: isField)
  }
}
