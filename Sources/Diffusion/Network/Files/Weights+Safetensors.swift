extension Weights {
  public static let format = "stipple"

  /// What the inputs of the first layer are, for those who rebuild the network elsewhere.
  static let inputs =
    "p = (x - alpha centre) / r, r = sqrt(alpha^2 spread^2 + sigma^2), p within -10000..10000,"
    + " l = clamp(ln(alpha^2 spread^2 / sigma^2), -8, 8); sin(p.f) for each row f of frequencies,"
    + " cos(p.f), 3 p, l/4, tanh(l/4), tanh(l-2), tanh(l+2)"

  /// What the outputs of a denoiser mean.
  static func outputs(_ predicts: Parameterization) -> String {
    "a = alpha spread / r, s = sigma / r; \(predicts.formula)"
  }

  /// The inputs after those, of a network that knows labels.
  private static let labelInputs =
    "; then for each of labels 2/k where it is one of k asked for and 0 where not, 0 for all to ask"
    + " for none"

  /// The inputs after those, of a network that is told a third coordinate.
  private static let heightInputs =
    "; then for each class k of heights 2 exp(-(h - 6 k)^2 / 8) of the third coordinate h, 0 for all"
    + " where it is not told"

  /// The outputs after those, of a network that has learned the variance of a step.
  private static let varianceOutputs =
    "; v = output[2..3], one for each axis, within -8..8: the variance of the step to an earlier"
    + " level with signal-to-noise ratio q, where here it is p = (a / s)^2, is"
    + " beta_tilde ((1 + q) / (1 + p))^v, which is between beta_tilde (v = 0) and beta (v = 1) of a"
    + " variance-preserving schedule of data of unit spread"

  public var words: [String: String] {
    var words = [
      "inputs": meaning.inputs, "parameterization": predicts.id, "outputs": meaning.outputs,
    ]
    if !labels.isEmpty { words["inputs"]? += Self.labelInputs }
    if heights > 0 {
      words["inputs"]? += Self.heightInputs
      words["heights"] = "\(heights)"
    }
    if variance == .learned {
      words["outputs"]? += Self.varianceOutputs
      words["variance"] = variance.rawValue
    }
    return words
  }

  public static func architecture(
    in words: WeightsMetadata, labels: [String]
  ) throws(WeightsError) -> MLP.Architecture {
    try words.architecture(labels: labels)
  }

  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    self.init(
      network, predicts: try words.member(of: Parameterization.self, for: "parameterization"),
      heights: try words.heights(), variance: try words.variance())
  }
}
