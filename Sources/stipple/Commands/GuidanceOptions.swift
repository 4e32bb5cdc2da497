import ArgumentParser
import Diffusion

/// Flags that steer a model towards a label.
struct GuidanceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The label to be drawn; its name in the preset.", valueName: "l"))
  var label: String?

  @Option(
    help: ArgumentHelp(
      "The weight of guidance: 1 is the label's own model, above 1 exaggerates it.",
      valueName: "w"),
    transform: FlagValue.number)
  var guidance: Double?

  @Option(
    help: ArgumentHelp("A label to turn away from, in place of everything.", valueName: "l"))
  var negative: String?

  func validate() throws {
    if label == nil && (guidance != nil || negative != nil) {
      throw ValidationError("--guidance and --negative need a --label to go to")
    }
  }

  /// What the flags say, or nil where they say nothing.
  var specification: GuidanceSpecification? {
    label.map { GuidanceSpecification(label: $0, negative: negative, weight: guidance ?? 1) }
  }

  /// The exact model of a mixture, or a network that knows no labels and is led by the exact ones.
  func denoiser(
    for mixture: GaussianMixture, weights: Weights?
  ) throws(InputError) -> any Denoiser {
    let network = weights.map(LearnedDenoiser.init)
    guard let specification else { return network ?? ExactDenoiser(mixture: mixture) }
    do throws(GuidanceError) {
      let guided = try specification.denoiser(for: mixture)
      guard let network else { return guided }
      return try specification.leading(network, in: mixture)
    } catch {
      throw InputError("\(error)")
    }
  }

  /// The mixture of a label, or all of it.
  func conditioned(
    _ mixture: GaussianMixture, on label: String?
  ) throws(InputError) -> GaussianMixture {
    guard let label else { return mixture }
    do throws(GuidanceError) {
      return try mixture.conditioned(onLabelNamed: label)
    } catch {
      throw InputError("\(error)")
    }
  }
}

extension GuidanceSpecification {
  /// A network of everything, moved by what the exact models of the labels differ by:
  /// `network + (negative − everything) + weight · (label − negative)`.
  fileprivate func leading(
    _ network: LearnedDenoiser, in mixture: GaussianMixture
  ) throws(GuidanceError) -> any Denoiser {
    var model: any Denoiser = network
    if let negative {
      model = try ClassifierGuidedDenoiser(
        model: model, mixture: mixture, label: negative, weight: 1 - weight)
    }
    return try ClassifierGuidedDenoiser(
      model: model, mixture: mixture, label: label, weight: weight)
  }
}
