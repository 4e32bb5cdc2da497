/// What a network of jumps has learned, as a value.
public struct FlowMapWeights: UnlabelledWeights {
  public static let format = "stipple flow-map"

  public var network: TrainedNetwork
  /// How it was learned.
  public let objective: FlowMapObjective

  init(_ network: TrainedNetwork, objective: FlowMapObjective) {
    self.network = network
    self.objective = objective
  }

  public var outputName: String { "mean velocity" }

  private static let inputs =
    "p = (x - alpha centre) / r with r = sqrt((alpha spread)^2 + sigma^2), a point x at the level alpha,"
    + " sigma that a jump begins at; sin(p.f) for each row f of frequencies, cos(p.f), 3 p; of its s ="
    + " atan2(sigma, alpha spread) and L = 2 ln(alpha spread / sigma) the four numbers 2 - 8 s / pi,"
    + " tanh(L/4), tanh(L-2), tanh((L-5)/2); the same four of the level that it ends at"

  private static let outputs =
    "F; with s = atan2(sigma, alpha spread) at the begin and t at the end the jump leads p to q = p +"
    + " (t - s) F, and x to alpha centre + r q of the end's alpha and r"

  public var words: [String: String] {
    [
      "method": Method.flowMap.id, "objective": objective.id, "inputs": Self.inputs,
      "outputs": Self.outputs,
    ]
  }
}

extension FlowMapWeights {
  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    self.init(network, objective: try words.member(of: FlowMapObjective.self, for: "objective"))
  }

  public static func architecture(of network: NetworkSpecification) -> MLP.Architecture {
    MLP.Architecture(
      inputs: FlowMapPredictor.inputs, hidden: network.hidden, outputs: 2,
      activation: network.activation, isResidual: network.isResidual)
  }
}
