import ArgumentParser
import Diffusion

/// Flags that steer a model: towards a label, away from another or from a worse model.
struct GuidanceOptions: ExperimentOptions {
  @Option(
    help: ArgumentHelp(
      "The label to be drawn, or a prompt such as 'north or east' or 'thing not east'.",
      valueName: "l"))
  var label: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The weight of guidance: 1 is the label's own model, above 1 exaggerates it.",
      valueName: "w"),
    transform: FlagValue.number)
  var guidance: Double?

  @Option(
    help: ArgumentHelp(
      "A label or prompt to turn away from, in place of everything.", valueName: "l"))
  var negative: String?

  @Option(
    help: ArgumentHelp(
      "Weights of a worse network to turn away from, in place of everything: autoguidance.",
      valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var weak: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The sigmas (sigma / alpha) between which guidance acts; outside it the weight is 1.",
      valueName: "low,high"),
    transform: FlagValue.list(of: FlagValue.number))
  var guidanceInterval: [Double]?

  @Option(
    help: ArgumentHelp(
      "Where guidance comes from; see 'stipple list guidances'. Without it the model's own"
        + " answers, and the exact posterior for networks that know no labels.",
      valueName: "kind"),
    completion: FlagValue.names(of: GuidanceKind.self), transform: FlagValue.member)
  var guidanceKind: GuidanceKind?

  @Option(
    help: ArgumentHelp(
      "Weights of a classifier made by 'stipple train --classifier', to guide by.",
      valueName: "file"),
    completion: .file(extensions: ["safetensors"]))
  var classifier: String?

  func apply(to experiment: inout Experiment) throws(InputError) {
    let asks = [label, negative, weak].contains { $0 != nil }
    if asks && experiment.guidance == nil { experiment.guidance = GuidanceSpecification() }
    if let label { experiment.guidance?.label = label }
    if let negative { experiment.guidance?.negative = negative }
    if experiment.guidance == nil && (guidance != nil || guidanceInterval != nil) {
      throw InputError(
        "--guidance needs a --label to go to, or a --negative label or --weak network to leave")
    }
    if weak != nil && experiment.guidance?.negative != nil {
      throw InputError("a negative label and --weak exclude one another: guidance leaves one model")
    }
    if let guidance { experiment.guidance?.weight = guidance }
    if weak != nil && experiment.guidance?.weight == 1 {
      throw InputError("--weak needs a --guidance above 1: with 1 nothing is turned away from")
    }
    if let guidanceInterval {
      guard guidanceInterval.count == 2 else {
        throw InputError(
          "--guidance-interval must be two sigmas such as 0.3,5, not \(guidanceInterval.count)")
      }
      experiment.guidance?.interval = ScheduleSpecification.Ends(
        guidanceInterval[0], guidanceInterval[1])
    }
    try applyKind(to: &experiment)
  }

  private func applyKind(to experiment: inout Experiment) throws(InputError) {
    if experiment.guidance == nil && (guidanceKind != nil || classifier != nil) {
      throw InputError("guidance needs a --label to go to, or a --negative label to leave")
    }
    if let guidanceKind { experiment.guidance?.kind = guidanceKind }
    if classifier == nil { return }
    if guidanceKind ?? .classifier != .classifier {
      throw InputError("--classifier is of use only with --guidance-kind classifier")
    }
    experiment.guidance?.kind = .classifier
  }

  /// The networks that guidance asks besides the model.
  ///
  /// - Parameter network: the model; nil for the exact one.
  func helpers(
    of network: LearnedDenoiser?, for laboratory: Laboratory, console: Console
  ) throws(InputError) -> GuidanceHelpers {
    try checkWeaker(of: laboratory)
    let kind = laboratory.guidance?.specification.kind
    if kind == .classifierFree { try checkLabels(of: network, in: laboratory) }
    if kind == .classifier && classifier == nil {
      throw InputError(
        "guidance by a classifier needs --classifier FILE; 'stipple train --classifier' makes one")
    }
    return GuidanceHelpers(
      weaker: try weak.map { path throws(InputError) in
        LearnedDenoiser(
          weights: try WeightFile.read(path, as: Weights.self, for: laboratory, on: console))
      },
      classifier: try classifier.map { path throws(InputError) in
        try classifier(inFile: path, for: laboratory)
      })
  }

  /// A preset names the step of an earlier network; outside the screen it has to be given.
  func checkWeaker(of laboratory: Laboratory) throws(InputError) {
    guard weak == nil, let steps = laboratory.guidance?.specification.weakerSteps else { return }
    throw InputError(
      "guidance turns away from the network of training step \(steps); give it with --weak FILE,"
        + " as 'stipple train --iterations \(steps)' makes it")
  }

  private func checkLabels(
    of network: LearnedDenoiser?, in laboratory: Laboratory
  ) throws(InputError) {
    guard let network, let guidance = laboratory.guidance else { return }
    for selection in [guidance.wanted, guidance.unwanted].compactMap({ $0 })
    where network.conditioned(on: selection) == nil {
      throw InputError(
        "the network does not know the label '\(selection.prompt)'; train it with --labels, or"
          + " guide with --guidance-kind exact-posterior")
    }
  }

  private func classifier(
    inFile path: String, for laboratory: Laboratory
  ) throws(InputError) -> LearnedClassifier {
    let weights = try WeightFile.read(path, as: ClassifierWeights.self)
    if weights.labels != laboratory.mixture.labels {
      throw InputError(
        "it tells the labels of \(weights.data) apart, not those of"
          + " \(laboratory.experiment.distribution.title)",
        file: path)
    }
    return LearnedClassifier(weights: weights.seen(in: laboratory.frame))
  }
}

/// Networks that guidance asks besides the model.
struct GuidanceHelpers {
  /// A worse model to turn away from.
  var weaker: LearnedDenoiser?
  var classifier: LearnedClassifier?
  /// A worse model of a transport to turn away from.
  var weakerVelocityField: (any VelocityField)?
}

extension Laboratory {
  /// A model guided as the experiment says.
  func guided(_ model: any Denoiser, with helpers: GuidanceHelpers) -> any Denoiser {
    guided(model, awayFrom: helpers.weaker, classifier: helpers.classifier)
  }
}
