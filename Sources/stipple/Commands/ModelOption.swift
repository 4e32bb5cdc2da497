import ArgumentParser
import Diffusion

/// The flag that chooses the model: the exact one, or a file of weights.
struct ModelOption: ParsableArguments {
  /// The name of the closed-form model.
  static let exact = "exact"

  @Option(
    help: ArgumentHelp(
      "The model: exact, or a file of weights made by 'stipple train'.", valueName: "exact|file"),
    completion: .file(extensions: ["safetensors"]))
  var model = Self.exact

  /// The weights in the file, or nil for the exact model.
  func weights(for laboratory: Laboratory, console: Console) throws(InputError) -> Weights? {
    if model == Self.exact { return nil }
    let weights = try WeightFile.read(model)
    let data = laboratory.experiment.distribution.title
    if weights.data != data {
      console.note("stipple: warning: \(model) learned \(weights.data), not \(data)")
    }
    return weights
  }

  /// The model itself.
  func denoiser(
    for laboratory: Laboratory, console: Console
  ) throws(InputError) -> any Denoiser {
    guard let weights = try weights(for: laboratory, console: console) else {
      return laboratory.exactDenoiser
    }
    return LearnedDenoiser(weights: weights)
  }
}
