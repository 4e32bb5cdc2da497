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
}
