import Diffusion
import Foundation

@testable import stipple

/// A kind of file that the program reads, and what reads it: the same for files that are hostile,
/// changed by chance, or made by a fuzzer.
enum FileKind: String, CaseIterable {
  case preset, points, arrays, noise, pictures, weights, classifier, script
  case lesson, assignment, board, sheet, grid, results, session, report

  /// A library without folders: what is built in alone.
  static let library = PresetLibrary(folders: [])

  /// The name of a file of the kind, where it has to have one.
  var fileName: String {
    switch self {
    case .session: "session.json"
    case .sheet: "in.md"
    default: "in"
    }
  }

  /// Whether what is refused is refused at a line and a column.
  var tellsLines: Bool {
    switch self {
    case .preset, .points, .noise, .pictures, .lesson, .assignment, .board, .grid, .results: true
    case .arrays, .weights, .classifier, .script, .sheet, .session, .report: false
    }
  }

  /// Reads the file at a path, and does with what is in it what the program does first.
  func read(_ path: String) throws {
    switch self {
    case .preset: _ = try PresetReader.experiment(inFile: path)
    case .points, .arrays: _ = try PointFile.read(path)
    case .noise: _ = try NoiseFile.read(path, points: 2)
    case .pictures: _ = try PictureFile.read(path, width: 2)
    case .weights: _ = try WeightFile.read(path, as: Weights.self)
    case .classifier: _ = try WeightFile.read(path, as: ClassifierWeights.self)
    case .script:
      var options = try PlayOptions.parse(["--script", path])
      options.play = nil
      _ = try options.lines()
    case .lesson: _ = try LessonLibrary(presets: Self.library).lesson(named: path)
    case .assignment: _ = try AssignmentLibrary(presets: Self.library).assignment(named: path)
    case .board:
      let board = try BoardFile(inFile: path)
      _ = (board.csv, board.words, try board.text)
    case .sheet: _ = try SheetFile(inFile: path)
    case .grid:
      let text = try TextFile.text(of: path, limit: 4 << 20)
      _ = try SweepGrid(text: text, file: path, presets: Self.library)
    case .results: try readResults(path)
    case .session: _ = try SessionFile.session(in: TemporaryFile.folder(of: path))
    case .report:
      let run = Invocation("replay", path, "--plain")
      if run.status != 0 {
        throw InputError(run.notes.joined(separator: "\n").replacing("stipple: ", with: ""))
      }
    }
  }

  private static let twoSeeds = """
    preset: two-moons
    command: evaluate
    seed: [1, 2]
    """

  private func readResults(_ path: String) throws {
    var results = SweepResults()
    try results.read(path)
    let grid = try SweepGrid(text: Self.twoSeeds, file: "grid.yaml", presets: Self.library)
    let table = SweepTable(grid: grid, results: results)
    _ = (table.csv, table.names.first.map { SweepPicture(table, of: $0).svg })
    if let fault = results.faults.first { throw fault }
  }
}

/// What the program says of a file that it does not take, in one line.
struct Refusal {
  let text: String

  /// - Returns: nil where the file is taken.
  init?(of read: () throws -> Void) throws {
    do {
      try read()
      return nil
    } catch let error as InputError {
      text = "stipple: \(error)"
    } catch let error as WorkError {
      text = "stipple: \(error)"
    }
  }

  /// What is wrong with what it says.
  ///
  /// - Parameter tellsLines: whether it has to say a line and a column.
  func faults(tellsLines: Bool) -> [String] {
    var faults: [String] = []
    if text.unicodeScalars.count >= 300 { faults.append("too long") }
    if text.hasControls() { faults.append("control characters") }
    if !text.contains(#/(^|\/|\W)(session\.json|in(\.[a-z0-9]+)?):/#) { faults.append("no place") }
    let isTold = text.contains(#/in(\.[a-z]+)?:\d+:\d+: /#) || text.contains("too large")
    if tellsLines && !isTold { faults.append("no line and column") }
    return faults
  }
}
