import Diffusion
import Foundation

@testable import stipple

/// A file from somebody who means no good, or who was unlucky; nothing in it harms anything.
struct HostileInput: Sendable, CustomStringConvertible {
  /// What reads it.
  enum Kind: String, CaseIterable {
    case preset, points, arrays, noise, weights, classifier, script
    case lesson, assignment, board, sheet, grid, results, session
  }

  let kind: Kind
  let bytes: [UInt8]
  /// What its answer says, after the place.
  let answer: String

  init(_ kind: Kind, _ bytes: [UInt8], _ answer: String) {
    self.kind = kind
    self.bytes = bytes
    self.answer = answer
  }

  init(_ kind: Kind, _ text: String, _ answer: String) {
    self.init(kind, Array(text.utf8), answer)
  }

  var description: String {
    "\(kind) \(String(decoding: bytes.prefix(40), as: UTF8.self).debugDescription): \(answer)"
  }

  /// What the program answers when it reads the file; nil where it takes it.
  func reply(inFile path: String) throws -> String? {
    try Data(bytes).write(to: URL(filePath: path))
    do {
      switch kind {
      case .preset: _ = try PresetReader.experiment(inFile: path)
      case .points, .arrays: _ = try PointFile.read(path)
      case .noise: _ = try NoiseFile.read(path, points: 2)
      case .weights: _ = try WeightFile.read(path, as: Weights.self)
      case .classifier: _ = try WeightFile.read(path, as: ClassifierWeights.self)
      case .script:
        var options = try PlayOptions.parse(["--script", path])
        options.play = nil
        _ = try options.lines()
      case .lesson: _ = try LessonLibrary(presets: MutatedKind.library).lesson(named: path)
      case .assignment:
        _ = try AssignmentLibrary(presets: MutatedKind.library).assignment(named: path)
      case .board: _ = try BoardFile(inFile: path)
      case .sheet: _ = try SheetFile(String(decoding: bytes, as: UTF8.self), name: path, form: .md)
      case .grid:
        let text = try TextFile.text(of: path, limit: 1 << 20)
        _ = try SweepGrid(text: text, file: path, presets: MutatedKind.library)
      case .results:
        var results = SweepResults()
        try results.read(path)
        if let fault = results.faults.first { throw fault }
      case .session:
        let folder = PresetPath(path).folder
        try Data(bytes).write(to: URL(filePath: "\(folder)/session.json"))
        _ = try SessionFile.session(in: folder)
      }
      return nil
    } catch let error as InputError {
      return "\(error)"
    }
  }
}
