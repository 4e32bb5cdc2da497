import ArgumentParser
import Diffusion

/// The flag that chooses the model: the exact one, that of the known points, or a file of weights.
struct ModelOption: ParsableArguments {
  /// The name of the closed-form model.
  static let exact = "exact"
  /// The name of the closed-form model of known points.
  static let empirical = "empirical"

  @Option(
    help: ArgumentHelp(
      "The model: exact, empirical (of the points of samples: n), or a file of weights made by"
        + " 'stipple train'.", valueName: "exact|empirical|file"),
    completion: .file(extensions: ["safetensors"]))
  var model = Self.exact

  /// Refuses the model of known points where there are none.
  func check(for laboratory: Laboratory) throws(InputError) {
    guard model == Self.empirical, laboratory.knownPoints == nil else { return }
    throw InputError(
      "--model empirical is that of known points, and the preset knows all of its distribution; say"
        + " such as distribution: {name: two-moons, samples: 400}")
  }
}
