import ArgumentParser
import Diffusion

/// The flag that lets the screen begin with a trained network.
struct NetworkFileOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file of weights to begin with, made by 'stipple train' or saved on the screen. Of latent pictures several, with commas between.",
      valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var model: String?

  /// An experiment and the network that the screen begins with.
  struct Beginning {
    var experiment: Experiment
    /// Nil where no file was given.
    var weights: (any TrainedWeights)?
  }

  /// An experiment as it begins with the network of the file, if one was given.
  func beginning(of experiment: Experiment, on console: Console) throws(InputError) -> Beginning {
    guard let model else { return Beginning(experiment: experiment) }
    let laboratory: Laboratory
    do throws(ExperimentError) { laboratory = try Laboratory(experiment) } catch {
      throw InputError(error.description)
    }
    let weights = try experiment.commands.weights(ofFile: model, for: laboratory, on: console)
    var beginning = Beginning(experiment: experiment, weights: weights)
    beginning.experiment.model = ModelSpecification(
      kind: .learned, network: weights.specification(over: experiment.model.network))
    return beginning
  }
}
