import Diffusion

/// What stands on a sheet of an assignment, for people: drawn as Markdown and as SVG.
public struct SheetPage: Sendable {
  /// A figure beside what it had to reach.
  public struct Row: Sendable {
    let figure: String
    let value: Double
    let floor: Double?
    let part: AssignmentPart
    let points: Int

    /// - Parameter points: what the value earns, before anything is taken off.
    public init(value: Double, floor: Double?, part: AssignmentPart) {
      figure = part.title
      self.value = value
      self.floor = floor
      self.part = part
      points = part.threshold(metBy: value)?.points ?? 0
    }
  }

  let title: String
  let author: String
  /// The settings on one line.
  let settings: String
  let seed: UInt64
  /// Where the samples came from, in a few words.
  let origin: String
  let rows: [Row]
  let losses: [LossCurve.Point]
  let samples: [Point]
  let reference: [Point]
  let reflection: String

  public init(
    title: String, author: String, settings: String, seed: UInt64, origin: String, rows: [Row],
    losses: [LossCurve.Point], samples: [Point], reference: [Point], reflection: String
  ) {
    self.title = title
    self.author = author
    self.settings = settings
    self.seed = seed
    self.origin = origin
    self.rows = rows
    self.losses = losses
    self.samples = samples
    self.reference = reference
    self.reflection = reflection
  }

  /// The words above the table.
  var facts: [String] {
    (author.isEmpty ? [] : ["author: \(author)"]) + [
      "settings: \(settings)", "seed: \(seed)", "made by: \(origin)",
    ]
  }

  static let columns = ["figure", "value", "floor", "thresholds", "points"]

  /// The table as words, a row for each figure.
  var table: [[String]] {
    rows.map { row in
      let sign = row.part.isLowerBetter ? "up to" : "from"
      let thresholds = row.part.thresholds.map { "\(sign) \($0.value): \($0.points)" }
      return [
        row.figure, "\(row.value)", row.floor.map { "\($0)" } ?? "",
        thresholds.joined(separator: ", "), "\(row.points) of \(row.part.points)",
      ]
    }
  }
}
