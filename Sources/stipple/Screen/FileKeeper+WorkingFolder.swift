import Diffusion
import Foundation
import Interface

extension FileKeeper {
  /// Saves into the folder the program was started in, under names that are not taken.
  ///
  /// - Parameter presets: what lines to share may begin with.
  static func workingFolder(presets: [RunLine.Preset] = []) -> FileKeeper {
    FileKeeper(
      saveWeights: { weights, name in
        let path = freeName(name, ending: "safetensors")
        try WeightFile.write(weights, to: path)
        return path
      },
      savePreset: { experiment in
        let path = freeName(experiment.fileName, ending: "yaml")
        try AtomicFile.write(Data(PresetWriter.text(of: experiment, path: path).utf8), to: path)
        return path
      },
      savePoints: { points, labels, name in
        let path = freeName(name, ending: "csv")
        try AtomicFile.write(Data(PointFile(points: points, labels: labels).csv.utf8), to: path)
        return path
      },
      saveText: { text, name, ending in
        let path = freeName(name, ending: ending)
        try AtomicFile.write(Data(text.utf8), to: path)
        return path
      },
      readPoints: { path in
        let file = try PointFile.read(path)
        // A file is known by its slash or its ending; one without either is named by its folder.
        let source = PresetPath(path).isFile ? path : "./\(path)"
        return .points(file.points, labels: file.labels, source: source)
      },
      commandLine: { experiment, script in
        try RunLine(experiment, script: script, presets: presets).text
      })
  }

  /// `name.ending`, or `name-2.ending` and so on while there is such a file.
  private static func freeName(_ name: String, ending: String) -> String {
    let plain = "\(name).\(ending)"
    guard FileManager.default.fileExists(atPath: plain) else { return plain }
    var number = 2
    while FileManager.default.fileExists(atPath: "\(name)-\(number).\(ending)") { number += 1 }
    return "\(name)-\(number).\(ending)"
  }
}
