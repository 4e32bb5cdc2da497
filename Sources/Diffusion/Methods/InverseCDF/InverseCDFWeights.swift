/// What a monotone network has learned: the quantile functions of both coordinates, as a value.
///
/// The sizes are those of the network that answers with the numbers of `MonotoneUnits`.
public struct InverseCDFWeights: UnlabelledWeights {
  public static let method = Method.inverseCDF
  public static let sizes = (inputs: FeatureMap.count, outputs: MonotoneUnits.rawCount)

  public var network: TrainedNetwork
  public let axes: AxisOrder

  init(_ network: TrainedNetwork, axes: AxisOrder) {
    self.network = network
    self.axes = axes
  }

  public var outputName: String { "quantiles" }

  public static let inputs =
    "p = (0, -1) for the first coordinate and (c, 1) for the second, c the first one in standard"
    + " units, (x - centre) / spread; sin(p.f) for each row f of frequencies, cos(p.f), 3 p, then"
    + " four numbers that are the same for all: 0, 0, tanh(-2), tanh(2)"

  public static let outputs =
    "o of 2 + 3 K numbers, K = \(MonotoneUnits.count); a coordinate in standard units is o0 +"
    + " (0.001 + s(o1 - 0.5)) z + sum over k < K of s(h_k - 2.5) tanh(s(w_k + 1) (z - p_k)), h w and"
    + " p the next K numbers each, p_k plus 6 (k + 0.5) / K - 3, s(a) = ln(1 + exp(a)); z the normal"
    + " quantile of the share u"

  public var choices: [String: String] { ["axes": axes.rawValue] }
}

extension InverseCDFWeights {
  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    let order = try words.text("axes")
    guard let axes = AxisOrder(rawValue: order) else {
      throw .badMetadata(key: "axes", text: order, expected: "xy or yx")
    }
    self.init(network, axes: axes)
  }
}
