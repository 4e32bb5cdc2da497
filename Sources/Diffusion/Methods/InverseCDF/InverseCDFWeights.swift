import Foundation

/// What a monotone network has learned: the quantile functions of both coordinates, as a value.
public struct InverseCDFWeights: TrainedWeights, Equatable {
  public let axes: AxisOrder
  /// The sizes of the network that answers with the numbers of `MonotoneUnits`.
  let architecture: MLP.Architecture
  /// How data was brought to unit size.
  let standardization: Standardization
  let frequencies: [SIMD2<Float>]
  let parameters: [Float]
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public var outputName: String { "quantiles" }
  public var labels: [String] { [] }
  public var parameterCount: Int { parameters.count }

  private static let format = "stipple inverse-cdf"

  private static let inputs =
    "p = (0, -1) for the first coordinate and (c, 1) for the second, c the first one in standard"
    + " units, (x - centre) / spread; sin(p.f) for each row f of frequencies, cos(p.f), 3 p, then"
    + " four numbers that are the same for all: 0, 0, tanh(-2), tanh(2)"

  private static let outputs =
    "o of 2 + 3 K numbers, K = \(MonotoneUnits.count); a coordinate in standard units is o0 +"
    + " (0.001 + s(o1 - 0.5)) z + sum over k < K of s(h_k - 2.5) tanh(s(w_k + 1) (z - p_k)), h w and"
    + " p the next K numbers each, p_k plus 6 (k + 0.5) / K - 3, s(a) = ln(1 + exp(a)); z the normal"
    + " quantile of the share u"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let network = NetworkFile(
      architecture: architecture, standardization: standardization, frequencies: frequencies,
      parameters: parameters, labels: [], data: data, steps: steps, seed: seed, frame: .identity)
    return try network.encoded(
      format: Self.format,
      saying: [
        "method": Method.inverseCDF.id, "axes": axes.rawValue, "inputs": Self.inputs,
        "outputs": Self.outputs,
      ])
  }
}

extension InverseCDFWeights {
  /// Reads weights from a safetensors file.
  public init(decoding file: Data) throws(WeightsError) {
    let (network, words) = try NetworkFile.decoded(file, format: Self.format) {
      words, _ throws(WeightsError) in
      let layers = try words.network(isLabelled: false)
      return try words.checked(Self.architecture(of: layers), layers, labels: [])
    }
    let order = try words.text("axes")
    guard let axes = AxisOrder(rawValue: order) else {
      throw .badMetadata(key: "axes", text: order, expected: "xy or yx")
    }
    self.init(
      axes: axes, architecture: network.architecture, standardization: network.standardization,
      frequencies: network.frequencies, parameters: network.parameters, data: network.data,
      steps: network.steps, seed: network.seed)
  }

  /// The sizes of the layers for the hidden layers of a preset.
  static func architecture(of network: NetworkSpecification) -> MLP.Architecture {
    MLP.Architecture(
      inputs: FeatureMap.count, hidden: network.hidden, outputs: MonotoneUnits.rawCount,
      activation: network.activation, isResidual: network.isResidual)
  }
}
