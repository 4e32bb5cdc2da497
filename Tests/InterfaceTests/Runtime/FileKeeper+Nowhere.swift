import Diffusion

@testable import Interface

extension FileKeeper {
  /// Says under which names files would be kept, and keeps none.
  static let nowhere = nowhere()

  static func nowhere(
    saveWeights: @escaping @Sendable (any TrainedWeights, String) throws -> String = { _, name in
      "\(name).safetensors"
    },
    saveText: @escaping @Sendable (String, String, String) throws -> String = { _, name, ending in
      "\(name).\(ending)"
    }
  ) -> FileKeeper {
    FileKeeper(
      saveWeights: saveWeights, savePreset: { "\($0.fileName).yaml" },
      savePoints: { _, _, name in "\(name).csv" }, saveText: saveText,
      readPoints: { path in
        .points([Point(0, 0), Point(1, 1)], labels: nil, source: PointSource(path))
      },
      commandLine: { experiment, script in
        "stipple \(experiment.fileName): \(script.joined(separator: "; "))"
      })
  }
}
