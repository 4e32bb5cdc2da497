import Diffusion
import Foundation

/// The weights of a trained network as a safetensors file.
enum WeightFile {
  /// The most bytes a weight file may have: far above the largest network there is.
  static let byteLimit = 64 << 20

  static func read(_ path: String) throws(InputError) -> Weights {
    let data = try TextFile.bytes(of: path, limit: byteLimit)
    do throws(WeightsError) {
      return try Weights(decoding: Data(data))
    } catch {
      throw InputError(error.description, file: path)
    }
  }

  /// Reads the weights of a classifier.
  static func readClassifier(_ path: String) throws(InputError) -> ClassifierWeights {
    let data = try TextFile.bytes(of: path, limit: byteLimit)
    do throws(WeightsError) {
      return try ClassifierWeights(decoding: Data(data))
    } catch {
      throw InputError(error.description, file: path)
    }
  }

  /// Writes a classifier whole or not at all.
  static func write(_ weights: ClassifierWeights, to path: String) throws(WorkError) {
    do {
      try AtomicFile.write(weights.encoded(), to: path)
    } catch {
      throw WorkError("the weights cannot be written: \(error)")
    }
  }

  /// Writes whole or not at all.
  static func write(_ weights: any TrainedWeights, to path: String) throws(WorkError) {
    try AtomicFile.write(data(of: weights), to: path)
  }

  /// The bytes of a file with these weights.
  static func data(of weights: any TrainedWeights) throws(WorkError) -> Data {
    do {
      return try weights.encoded()
    } catch {
      throw WorkError("the weights cannot be written: \(error)")
    }
  }
}
