import ArgumentParser
import Diffusion

/// Flags that steer a model: towards a label, away from another or from a worse model.
struct GuidanceOptions: ExperimentOptions {
  @Option(help: ArgumentHelp("The label to be drawn; its name in the preset.", valueName: "l"))
  var label: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The weight of guidance: 1 is the label's own model, above 1 exaggerates it.",
      valueName: "w"),
    transform: FlagValue.number)
  var guidance: Double?

  @Option(
    help: ArgumentHelp("A label to turn away from, in place of everything.", valueName: "l"))
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
  }

  /// The worse network, if there is one.
  func weaker(
    for laboratory: Laboratory, console: Console
  ) throws(InputError) -> LearnedDenoiser? {
    guard let weak else { return nil }
    return LearnedDenoiser(
      weights: try WeightFile.read(weak, for: laboratory, console: console))
  }
}
