import Foundation

/// What a network of jumps has learned, as a value.
public struct FlowMapWeights: TrainedWeights, Equatable {
  /// How it was learned.
  public let objective: FlowMapObjective
  let architecture: MLP.Architecture
  /// How data was brought to unit size.
  let standardization: Standardization
  let frequencies: [SIMD2<Float>]
  let parameters: [Float]
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public var outputName: String { "mean velocity" }
  public var labels: [String] { [] }
  public var parameterCount: Int { parameters.count }

  private static let format = "stipple flow-map"

  private static let inputs =
    "p = (x - alpha centre) / r with r = sqrt((alpha spread)^2 + sigma^2), a point x at the level alpha,"
    + " sigma that a jump begins at; sin(p.f) for each row f of frequencies, cos(p.f), 3 p; of its s ="
    + " atan2(sigma, alpha spread) and L = 2 ln(alpha spread / sigma) the four numbers 2 - 8 s / pi,"
    + " tanh(L/4), tanh(L-2), tanh((L-5)/2); the same four of the level that it ends at"

  private static let outputs =
    "F; with s = atan2(sigma, alpha spread) at the begin and t at the end the jump leads p to q = p +"
    + " (t - s) F, and x to alpha centre + r q of the end's alpha and r"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let network = NetworkFile(
      architecture: architecture, standardization: standardization, frequencies: frequencies,
      parameters: parameters, labels: [], data: data, steps: steps, seed: seed, frame: .identity)
    return try network.encoded(
      format: Self.format,
      saying: [
        "method": Method.flowMap.id, "objective": objective.id, "inputs": Self.inputs,
        "outputs": Self.outputs,
      ])
  }
}

extension FlowMapWeights {
  /// Reads weights from a safetensors file.
  public init(decoding file: Data) throws(WeightsError) {
    let (network, words) = try NetworkFile.decoded(file, format: Self.format) {
      words, _ throws(WeightsError) in
      let layers = try words.network(isLabelled: false)
      return try words.checked(Self.architecture(of: layers), layers, labels: [])
    }
    let name = try words.text("objective")
    let objective: FlowMapObjective
    do { objective = try FlowMapObjective.named(name) } catch {
      throw .badMetadata(
        key: "objective", text: name, expected: "one of \(error.known.joined(separator: ", "))")
    }
    self.init(
      objective: objective, architecture: network.architecture,
      standardization: network.standardization, frequencies: network.frequencies,
      parameters: network.parameters, data: network.data, steps: network.steps, seed: network.seed)
  }

  /// The sizes of the layers for the hidden layers of a preset.
  static func architecture(of network: NetworkSpecification) -> MLP.Architecture {
    MLP.Architecture(
      inputs: FlowMapPredictor.inputs, hidden: network.hidden, outputs: 2,
      activation: network.activation, isResidual: network.isResidual)
  }
}
