/// What a network of jumps has learned, as a value.
public struct FlowMapWeights: UnlabelledWeights {
  public static let method = Method.flowMap
  public static let sizes = (inputs: FlowMapPredictor.inputs, outputs: 2)

  public var network: TrainedNetwork
  /// How it was learned.
  public let objective: FlowMapObjective

  init(_ network: TrainedNetwork, objective: FlowMapObjective) {
    self.network = network
    self.objective = objective
  }

  public var outputName: String { "mean velocity" }

  public static let inputs =
    "p = (x - alpha centre) / r with r = sqrt((alpha spread)^2 + sigma^2), a point x at the level alpha,"
    + " sigma that a jump begins at; sin(p.f) for each row f of frequencies, cos(p.f), 3 p; of its s ="
    + " atan2(sigma, alpha spread) and L = 2 ln(alpha spread / sigma) the four numbers 2 - 8 s / pi,"
    + " tanh(L/4), tanh(L-2), tanh((L-5)/2); the same four of the level that it ends at"

  public static let outputs =
    "F; with s = atan2(sigma, alpha spread) at the begin and t at the end the jump leads p to q = p +"
    + " (t - s) F, and x to alpha centre + r q of the end's alpha and r"

  public var choices: [String: String] { ["objective": objective.id] }
}

extension FlowMapWeights {
  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    self.init(network, objective: try words.member(of: FlowMapObjective.self, for: "objective"))
  }
}
