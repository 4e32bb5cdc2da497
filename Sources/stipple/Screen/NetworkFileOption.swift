import ArgumentParser
import Diffusion

/// The flag that lets the screen begin with a trained network.
struct NetworkFileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of weights to begin with, made by 'stipple train' or saved on the screen.",
      valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var model: String?

  /// The weights in the file, if one was given.
  var weights: Weights? {
    get throws(InputError) {
      guard let model else { return nil }
      return try WeightFile.read(model, as: Weights.self)
    }
  }

  /// Makes weights that were given the model of an experiment.
  func apply(_ weights: Weights?, to experiment: inout Experiment) {
    guard let weights else { return }
    experiment.model = ModelSpecification(kind: .learned, network: weights.specification)
  }
}
