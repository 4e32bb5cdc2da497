import Diffusion
import Foundation

@testable import stipple

/// Assignments so small that a test does them in no time, in a folder of their own.
enum TinyAssignment {
  /// A network of one's own, judged by samples, with two thresholds and a reflection.
  static let own = """
    # As small as it gets.
    title: Tiny
    task: Do it.
    preset:
      distribution: eight-gaussians
      schedule: {kind: cosine, timesteps: 20}
      model: {kind: learned, hidden: [8], predicts: v}
      training: {batch: 16, rate: 0.01}
      sampler: {kind: ddim, steps: 4}
      seed: 1
    network: own
    iterations: 12
    count: 40
    open: [seed, training.rate, sampler.steps]
    accepts: [settings, weights, samples]
    needs: [reflection]
    parts:
      - figure: chamfer_mean
        calls: 6
        thresholds: [{value: 100, points: 10}, {value: 1000, points: 5}]

    """

  /// A given network, in two parts with settings of their own.
  static let given = own.replacingOccurrences(of: "network: own", with: "network: given")
    .replacingOccurrences(
      of: "open: [seed, training.rate, sampler.steps]", with: "open: [seed, sampler]"
    )
    .replacingOccurrences(of: "[settings, weights, samples]", with: "[settings]")
    .replacingOccurrences(
      of: """
          - figure: chamfer_mean
            calls: 6
        """,
      with: """
          - name: one
            set: {sampler: {steps: 1}}
            calls: 1
            figure: sliced_w2
            thresholds: [{value: 100, points: 3}]
          - name: four
            figure: chamfer_mean
            calls: 6
        """)

  /// A field.
  static let field = own.replacingOccurrences(of: "network: own", with: "network: exact")
    .replacingOccurrences(of: "open: [seed, training.rate, sampler.steps]", with: "open: [seed]")
    .replacingOccurrences(of: "[settings, weights, samples]", with: "[field]")
    .replacingOccurrences(of: "needs: [reflection]\n", with: "")
    .replacingOccurrences(
      of: """
          - figure: chamfer_mean
            calls: 6
            thresholds: [{value: 100, points: 10}, {value: 1000, points: 5}]
        """,
      with: """
          - field: {t: 9}
            thresholds: [{value: 1e-9, points: 10}, {value: 0.5, points: 5}]
        """)

  /// Writes all of them into the folder where they are found by name.
  static func write(into folder: borrowing Scratch) throws {
    try FileManager.default.createDirectory(
      atPath: folder.file("assignments"), withIntermediateDirectories: true)
    for (name, text) in [("tiny", own), ("tiny-given", given), ("tiny-field", field)] {
      _ = try folder.write(text, to: "assignments/\(name).yaml")
    }
  }

  /// Runs the program where the tiny assignments are known.
  static func run(_ words: [String], in folder: borrowing Scratch) -> Invocation {
    Invocation(list: words, presets: [folder.path])
  }

  /// Makes a sheet and returns its path.
  static func sheet(
    _ settings: String, as name: String, reflection: String = "It learned nothing.",
    more: [String] = [], in folder: borrowing Scratch
  ) throws -> String {
    let files = [
      try folder.write(settings, to: "\(name).yaml"),
      try folder.write(reflection, to: "\(name).txt"),
    ]
    let sheet = folder.file("\(name).md")
    let run = run(["assignment", "tiny", "--submit"] + files + more + ["-o", sheet], in: folder)
    guard run.status == 0 else { throw WorkError(run.notes.joined(separator: " ")) }
    return sheet
  }

  /// The table of grades: a dictionary for each row.
  static func table(_ run: Invocation) throws -> [[String: String]] {
    let table = try TextTable(
      Array(run.output.utf8), name: "grades", form: commas, wanting: ["file"],
      subject: "grades", example: "a,b")
    var rows: [[String: String]] = []
    try table.forEachRow { row throws(InputError) in
      let pairs = zip(table.columns ?? [], row.fields.map(\.text))
      rows.append(Dictionary(pairs, uniquingKeysWith: { $1 }))
    }
    return rows
  }

  private static var commas: PointForm {
    var form = PointForm()
    (form.separator, form.hasHeader) = (",", true)
    return form
  }
}
