import Diffusion
import Foundation
import Interface

extension FileKeeper {
  /// Saves into the folder the program was started in, under names that are not taken.
  static let workingFolder = FileKeeper(
    saveWeights: { weights, name in
      let path = freeName(name, ending: "safetensors")
      try WeightFile.write(weights, to: path)
      return path
    },
    savePreset: { experiment in
      let path = freeName(experiment.fileName, ending: "yaml")
      try AtomicFile.write(Data(PresetWriter.text(of: experiment, path: path).utf8), to: path)
      return path
    })

  /// `name.ending`, or `name-2.ending` and so on while there is such a file.
  private static func freeName(_ name: String, ending: String) -> String {
    let plain = "\(name).\(ending)"
    guard FileManager.default.fileExists(atPath: plain) else { return plain }
    var number = 2
    while FileManager.default.fileExists(atPath: "\(name)-\(number).\(ending)") { number += 1 }
    return "\(name)-\(number).\(ending)"
  }
}
