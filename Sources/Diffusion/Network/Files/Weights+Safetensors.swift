import Foundation

extension Weights {
  private static let format = "stipple"

  /// What the inputs of the first layer are, for those who rebuild the network elsewhere.
  static let inputs =
    "p = (x - alpha centre) / r, r = sqrt(alpha^2 spread^2 + sigma^2),"
    + " l = clamp(ln(alpha^2 spread^2 / sigma^2), -8, 8); sin(p.f) for each row f of frequencies,"
    + " cos(p.f), 3 p, l/4, tanh(l/4), tanh(l-2), tanh(l+2)"

  /// The inputs after those, of a network that knows labels.
  private static let labelInputs =
    "; then for each of labels 2 where it is asked for and 0 where not, 0 for all to ask for none"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let network = NetworkFile(
      architecture: architecture, standardization: standardization, frequencies: frequencies,
      parameters: parameters, labels: labels, data: data, steps: steps, seed: seed)
    return try network.encoded(
      format: Self.format,
      saying: [
        "inputs": labels.isEmpty ? Self.inputs : Self.inputs + Self.labelInputs,
        "parameterization": predicts.id,
      ])
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
      seed: network.seed, labels: network.labels)
  }
}
