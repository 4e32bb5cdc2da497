import Diffusion
import Foundation

/// The weights of a trained network as a safetensors file.
enum WeightFile {
  /// The most bytes a weight file may have: far above the largest network there is.
  static let byteLimit = 64 << 20

  /// Reads weights of a kind.
  static func read<Kind: TrainedWeights>(
    _ path: String, as kind: Kind.Type
  ) throws(InputError) -> Kind {
    let data = try TextFile.bytes(of: path, limit: byteLimit)
    do throws(WeightsError) {
      return try Kind(decoding: Data(data))
    } catch {
      throw InputError(error.description, file: path)
    }
  }

  /// Reads weights that a laboratory's method has a use for, in the laboratory's frame.
  static func read<Kind: TrainedWeights>(
    _ path: String, as kind: Kind.Type, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> Kind {
    let weights = try read(path, as: kind)
    try laboratory.commands.check(weights, ofFile: path, for: laboratory, on: console)
    return weights.seen(in: laboratory.frame)
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

extension Console {
  /// Warns where weights learned other data than those of a laboratory.
  func warn(of weights: any TrainedWeights, inFile path: String, for laboratory: Laboratory) {
    let data = laboratory.dataName
    if weights.data == data { return }
    let problem = "\(path) learned \(weights.data.excerpt), not \(data.excerpt)"
    note("stipple: \(OneLine.text("warning: \(problem)"))")
  }
}
