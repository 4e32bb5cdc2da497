/// What a classifier of noisy points has learned, as a value.
///
/// The logarithm of a label's odds is that of its share of the data, and the share of data in the
/// point times an output of the network: where nothing but noise is left the shares are the answer.
public struct ClassifierWeights: NetworkWeights {
  public var network: TrainedNetwork
  /// The label's shares of the data, positive.
  public let shares: [Double]

  init(_ network: TrainedNetwork, shares: [Double]) {
    self.network = network
    self.shares = shares
  }

  public var outputName: String { "label" }
}

extension ClassifierWeights {
  public static let format = "stipple-classifier"

  private static let outputs =
    "p(label) = softmax of ln(share) + a output, a = alpha spread / r"

  public var words: [String: String] {
    [
      "inputs": Weights.inputs, "outputs": Self.outputs,
      "shares": shares.map { "\($0)" }.joined(separator: " "),
    ]
  }

  public static func architecture(
    in words: WeightsMetadata, labels: [String]
  ) throws(WeightsError) -> MLP.Architecture {
    try words.classifierArchitecture(labels: labels)
  }

  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    self.init(
      network,
      shares: try words.numbers("shares", count: network.labels.count, range: 1e-300...1))
  }
}
