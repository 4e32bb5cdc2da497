import Diffusion
import Foundation
import Interface

extension FileKeeper {
  /// Saves into the folder the program was started in, under names that are not taken.
  ///
  /// - Parameter presets: what lines to share may begin with, asked for when one is made.
  static func workingFolder(
    presets: @escaping @Sendable () -> [RunLine.Preset] = { [] }
  ) -> FileKeeper {
    var keeper = FileKeeper(
      saveWeights: { weights, name in
        try make(name, ending: "safetensors") { _ in try WeightFile.data(of: weights) }
      },
      savePreset: { experiment in
        let experiment = try withPoints(of: experiment)
        return try make(experiment.fileName, ending: "yaml") {
          Data(try PresetWriter.text(of: experiment, path: $0).utf8)
        }
      },
      savePoints: { points, labels, name in
        try make(name, ending: "csv") { _ in
          Data(PointFile(points: points, labels: labels).csv.utf8)
        }
      },
      saveText: { text, name, ending in
        try make(name, ending: ending) { _ in Data(text.utf8) }
      },
      readPoints: { typed in
        let line = try LoadLine(typed)
        // A file is known by its slash or its ending; one without either is named by its folder.
        let source = PresetPath(line.file).isFile ? line.file : "./\(line.file)"
        let file = try PointFile.read(line.file, as: line.form)
        try file.checkPlaces(inFile: line.file)
        return file.distribution(named: source, line.form)
      },
      commandLine: { experiment, script in
        try RunLine(experiment, script: script, presets: presets()).text
      })
    keeper.readBoard = { typed in
      let path = PresetPath(typed: typed).text
      guard FileManager.default.fileExists(atPath: path) else {
        throw InputError("there is no such board; 'stipple board' makes one", file: path)
      }
      return try BoardFile(inFile: path).words
    }
    return keeper
  }

  /// The experiment with a copy here of every file of points that a preset here could not read
  /// again: one that lies elsewhere.
  private static func withPoints(of experiment: Experiment) throws -> Experiment {
    func copied(_ data: DistributionSpecification) throws -> DistributionSpecification {
      guard case .points(let points, let labels, let source) = data, PresetPath(source.name).isFile,
        !PresetReach(of: "preset.yaml").contains(source.name)
      else { return data }
      let path = try make("\(experiment.fileName)-data", ending: "csv") { _ in
        Data(PointFile(points: points, labels: labels).csv.utf8)
      }
      return .points(points, labels: labels, source: PointSource(path))
    }
    var kept = experiment
    kept.distribution = try experiment.distribution.replacingWhole(copied)
    kept.methodSpecification.settings = try experiment.methodSettings.replacingDistributions(copied)
    return kept
  }

  /// Makes `name.ending`, or `name-2.ending` and so on while there is such a file; several copies
  /// of the program may do so at once.
  ///
  /// - Returns: the path that it got.
  private static func make(
    _ name: String, ending: String, _ data: (_ path: String) throws -> Data
  ) throws -> String {
    for number in 1...mostOfOneName {
      let path = number == 1 ? "\(name).\(ending)" : "\(name)-\(number).\(ending)"
      if !AtomicFile.isTaken(path), try AtomicFile.make(try data(path), at: path) { return path }
    }
    throw WorkError("there are \(mostOfOneName) files called \(name); remove some")
  }

  /// The most files that differ in their number alone.
  private static let mostOfOneName = 10_000
}
