import Foundation

extension Weights {
  private static let format = "stipple"

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

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let network = NetworkFile(
      architecture: architecture, standardization: standardization, frequencies: frequencies,
      parameters: parameters, labels: labels, data: data, steps: steps, seed: seed, frame: frame)
    var words = [
      "inputs": meaning.inputs, "parameterization": predicts.id, "outputs": meaning.outputs,
    ]
    if !labels.isEmpty { words["inputs"]? += Self.labelInputs }
    if heights > 0 {
      words["inputs"]? += Self.heightInputs
      words["heights"] = "\(heights)"
    }
    return try network.encoded(format: Self.format, saying: words)
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let (network, words) = try NetworkFile.decoded(data, format: Self.format) {
      words, labels throws(WeightsError) in try words.architecture(labels: labels)
    }
    self.init(
      architecture: network.architecture, predicts: try words.parameterization(),
      standardization: network.standardization, frequencies: network.frequencies,
      parameters: network.parameters, data: network.data, steps: network.steps,
      seed: network.seed, labels: network.labels, heights: try words.heights(), frame: network.frame
    )
  }
}
