import Diffusion

/// What became of a sheet, or of one of its figures.
enum Verdict: String, Sendable {
  /// The most points there are for the figure.
  case full
  case part
  /// No threshold was met.
  case below
  /// The record says what its settings do not give, or the page says what the record does not.
  case forged
  /// The file is not as it was written.
  case damaged
  /// What was handed in is against the rules of the assignment.
  case refused
}

/// A row of the table of grades: a figure of a sheet, or a sheet that has none to be graded.
struct GradeRow: Sendable {
  let file: String
  var assignment = ""
  var figure = ""
  var value: Double?
  var threshold: Double?
  var points = 0.0
  /// The most points there are.
  var most = 0
  var verdict: Verdict
  var reason = ""
  /// Whether a smaller value is better; nil where there is no value.
  var isLowerBetter: Bool?
}

/// A sheet with its grade.
struct SheetGrade: Sendable {
  /// As messages call it.
  let file: String
  let author: String
  let rows: [GradeRow]
  /// What was chosen, on one line; empty where the record cannot be read.
  let settings: String

  /// Whether it was done again and is what it says.
  var isHonest: Bool {
    rows.allSatisfy { [.full, .part, .below].contains($0.verdict) }
  }

  /// A sheet that cannot be graded.
  init(
    refused file: String, as verdict: Verdict, _ reason: String, of assignment: Assignment? = nil
  ) {
    self.file = file
    author = ""
    settings = ""
    rows = [
      GradeRow(
        file: file, assignment: assignment?.id ?? "", most: assignment?.points ?? 0,
        verdict: verdict, reason: reason)
    ]
  }

  /// A sheet that is what it says.
  ///
  /// - Parameter remark: what there is to say of it besides.
  init(
    _ file: String, author: String, settings: String, finding: Finding, of assignment: Assignment,
    missing: [Assignment.Need], remark: String = ""
  ) {
    self.file = file
    self.author = author
    self.settings = settings
    let off = min(1, Assignment.shareForMissing * Double(missing.count))
    let words =
      missing.map { "no \($0.rawValue), \(Int(100 * Assignment.shareForMissing)) % off" }
      + [remark].filter { !$0.isEmpty }
    rows = zip(assignment.parts, finding.parts).map { part, found in
      Self.row(file, part, found, assignment, off: off, words)
    }
  }

  private static func row(
    _ file: String, _ part: AssignmentPart, _ found: PartFinding, _ assignment: Assignment,
    off: Double, _ words: [String]
  ) -> GradeRow {
    var row = GradeRow(
      file: file, assignment: assignment.id, figure: part.title, value: found.value,
      threshold: part.thresholds.last?.value, most: part.points, verdict: .below,
      isLowerBetter: part.isLowerBetter)
    if let most = part.mostCalls, found.calls > most {
      return row.judged(
        .refused, ["\(found.calls) calls of the model; at most \(most) are allowed"])
    }
    guard let met = part.threshold(metBy: found.value) else { return row.judged(.below, words) }
    row.threshold = met.value
    row.points = Double(met.points) * (1 - off)
    return row.judged(met.points == part.points ? .full : .part, words)
  }
}

extension SheetGrade {
  /// The grade of a table that another program has written.
  init(ofTable path: String, for assignment: Assignment) {
    do {
      let given = try GivenFile.read(path, for: assignment)
      let finding = try Referee(assignment: assignment, shelf: NetworkShelf()).finding(
        of: Handed(settings: ChosenSettings(of: assignment), given: given))
      self.init(path, author: "", settings: "{}", finding: finding, of: assignment, missing: [])
    } catch let error as InputError {
      self.init(refused: path, as: .refused, error.reason(in: path), of: assignment)
    } catch {
      self.init(refused: path, as: .refused, OneLine.text("\(error)"), of: assignment)
    }
  }
}

extension GradeRow {
  fileprivate func judged(_ verdict: Verdict, _ words: [String]) -> GradeRow {
    var row = self
    row.verdict = verdict
    row.reason = words.joined(separator: "; ")
    return row
  }
}
