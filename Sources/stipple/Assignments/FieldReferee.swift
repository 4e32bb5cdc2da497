import Diffusion
import Foundation

/// Works out fields at an assignment's places, and how far given ones are from the exact field: by
/// the table that `stipple field` prints.
struct FieldReferee {
  let assignment: Assignment
  /// The level, by its index of the schedule.
  let level: Int
  /// The beginning of the columns, such as `score`.
  let name: String

  /// Which columns of a file hold the field.
  var form: PointForm { Self.form(of: name) }

  static func form(of name: String) -> PointForm {
    var form = PointForm()
    (form.x, form.y) = ("\(name)_x", "\(name)_y")
    return form
  }

  func places(in judge: Laboratory) -> [Point] { assignment.places(atLevel: level, in: judge) }

  func error(
    of given: [Point], at places: [Point], in judge: Laboratory
  ) throws -> Double {
    let exact = try field(at: places, by: nil, in: judge)
    return FieldJudgement.error(of: given, against: exact)
  }

  /// The field of a network, or without one the exact field.
  func field(
    at places: [Point], by weights: (any TrainedWeights)?, in laboratory: Laboratory
  ) throws -> [Point] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "stipple-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let points = folder.appending(path: "places.csv").path(percentEncoded: false)
    try Data(PointFile(points: places, labels: nil).csv.utf8).write(to: URL(filePath: points))
    var words = ["field", "assignment", "--points", points, "--t", "\(level)"]
    if let weights {
      let file = folder.appending(path: "weights.safetensors").path(percentEncoded: false)
      try WeightFile.write(weights, to: file)
      words += ["--model", file]
    }
    guard let command = try Stipple.parseAsRoot(words) as? FieldCommand else { return [] }
    var table = ""
    let console = Console(
      output: { table += $0 }, note: { _ in }, progress: nil, presets: PresetLibrary(folders: []))
    try laboratory.commands.field(command, in: laboratory, on: console)
    return try PointFile(csv: table, name: "field", form: form).points
  }
}
