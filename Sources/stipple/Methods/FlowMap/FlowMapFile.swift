import Diffusion
import Foundation

/// Weights of a network of jumps as a safetensors file.
enum FlowMapFile {
  /// Reads weights, with a warning where they learned other data.
  static func read(
    _ path: String, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> FlowMapWeights {
    let data = try TextFile.bytes(of: path, limit: WeightFile.byteLimit)
    let weights: FlowMapWeights
    do throws(WeightsError) {
      weights = try FlowMapWeights(decoding: Data(data))
    } catch {
      throw InputError(error.description, file: path)
    }
    let title = laboratory.experiment.distribution.title
    if weights.data != title {
      let problem = "\(path) learned \(weights.data.excerpt), not \(title.excerpt)"
      console.note("stipple: \(OneLine.text("warning: \(problem)"))")
    }
    return weights
  }
}

extension Laboratory {
  /// The learned map that a flag names; nil for the exact one.
  func map(ofJumps model: ModelOption, on console: Console) throws(InputError) -> LearnedFlowMap? {
    if model.model == ModelOption.exact { return nil }
    return LearnedFlowMap(try FlowMapFile.read(model.model, for: self, on: console))
  }
}
