import Diffusion
import Foundation

/// The files that are handed in for an assignment, read and told apart by their endings.
struct HandedFiles {
  private let assignment: Assignment
  private let settings: ChosenSettings
  private let given: Handed.Given?
  /// The file of weights, for messages, with its bytes.
  private let weights: (path: String, bytes: [UInt8])?
  private let reflection: String

  /// What an ending says of a file.
  private enum Kind: String {
    case settings
    case weights
    case table = "table of points"
    case reflection

    init?(path: String) {
      switch URL(filePath: path).pathExtension.lowercased() {
      case "yaml", "yml", "json": self = .settings
      case "safetensors": self = .weights
      case "csv", "tsv", "npy", "npz", "gz", "dat": self = .table
      case "txt", "md": self = .reflection
      default: return nil
      }
    }
  }

  private static let endings =
    ".yaml, .yml, .json, .safetensors, .csv, .tsv, .dat, .npy, .npz, .txt or .md"

  init(_ paths: [String], for assignment: Assignment) throws {
    self.assignment = assignment
    var files: [Kind: String] = [:]
    for path in paths {
      guard let kind = Kind(path: path) else {
        throw InputError("what it is cannot be told; name a file \(Self.endings)", file: path)
      }
      if files[kind] != nil {
        throw InputError("a second file of \(kind.rawValue); hand in one", file: path)
      }
      files[kind] = path
    }
    settings =
      try files[.settings].map { path throws(InputError) in
        try Self.settings(path, for: assignment)
      } ?? ChosenSettings(of: assignment)
    given = try files[.table].map { try GivenFile.read($0, for: assignment) }
    weights = try files[.weights].map { path throws(InputError) in
      try Self.weights(path, for: assignment)
    }
    reflection =
      try files[.reflection].map { path throws(InputError) in
        try TextFile.text(of: path, limit: 20_000)
          .replacingOccurrences(of: "\r\n", with: "\n").trimmingCharacters(in: .newlines)
      } ?? ""
    if given != nil, let extra = files[.weights] ?? files[.settings] {
      throw InputError(
        "the table is judged by itself; leave out the file of settings or weights", file: extra)
    }
  }

  private static func settings(
    _ path: String, for assignment: Assignment
  ) throws(InputError) -> ChosenSettings {
    guard assignment.accepts.contains(.settings) else {
      throw InputError("the assignment takes no settings", file: path)
    }
    let text = try TextFile.text(of: path, limit: PresetReader.byteLimit)
    guard let node = try YAMLText.root(of: text, file: path) else {
      return ChosenSettings(of: assignment)
    }
    return try ChosenSettings(
      PresetValue(node, file: path, name: "settings"), of: assignment)
  }

  private static func weights(
    _ path: String, for assignment: Assignment
  ) throws(InputError) -> (path: String, bytes: [UInt8]) {
    guard assignment.network == .own, assignment.accepts.contains(.weights) else {
      throw InputError("the assignment takes no weights: its network is its own", file: path)
    }
    return (path, try TextFile.bytes(of: path, limit: WeightFile.byteLimit))
  }

  /// What is missing of what the assignment needs.
  var missing: [Assignment.Need] {
    assignment.needs.filter { need in
      switch need {
      case .reflection: reflection.allSatisfy(\.isWhitespace)
      }
    }
  }

  /// Does all that was handed in, and writes down what was found.
  func sheet(author: String) throws -> (Sheet, Finding) {
    let finding = try Referee(assignment: assignment, shelf: NetworkShelf()).finding(
      of: Handed(settings: settings, given: given))
    if let weights { try check(weights, against: finding) }
    for (part, found) in zip(assignment.parts, finding.parts) {
      if let most = part.mostCalls, found.calls > most {
        throw InputError(
          "\(part.title): \(found.calls) calls of the model for a sample; at most \(most) are allowed"
        )
      }
      guard found.value.isFinite else {
        throw WorkError("\(part.title) is \(found.value); choose other settings")
      }
    }
    let sheet = Sheet(
      assignment: assignment.id, author: author, settings: settings,
      values: finding.parts.map(\.value), weights: weights.map { Checksum.crc32($0.bytes) },
      given: given, reflection: reflection)
    return (sheet, finding)
  }

  /// Refuses weights that are not those that the settings give.
  private func check(
    _ weights: (path: String, bytes: [UInt8]), against finding: Finding
  ) throws(InputError) {
    guard let expected = finding.weights, expected != weights.bytes else { return }
    guard let own = try? Method.weights(decoding: Data(weights.bytes)) else {
      throw InputError("no weights of a network that the settings train", file: weights.path)
    }
    let seed = settings.experiments.first?.seed ?? 0
    var reasons: [String] = []
    if own.steps != assignment.iterations {
      reasons.append("it learned \(own.steps) steps, not \(assignment.iterations)")
    }
    if own.seed != seed { reasons.append("its seed is \(own.seed), not \(seed)") }
    if reasons.isEmpty { reasons.append("training again gives other numbers") }
    throw InputError(
      "these are not the weights that the settings give: \(reasons.joined(separator: ", "))",
      file: weights.path)
  }
}
