/// What a network of energies has learned, as a value.
public struct EnergyWeights: UnlabelledWeights {
  public static let method = Method.energy
  public static let sizes = (inputs: FeatureMap.count, outputs: 1)

  public var network: TrainedNetwork
  /// How it was learned.
  public let objective: EnergyObjective

  init(_ network: TrainedNetwork, objective: EnergyObjective) {
    self.network = network
    self.objective = objective
  }

  public var outputName: String { "energy" }

  public static let inputs = Weights.inputs

  public static let outputs =
    "f; a = alpha spread / r, s = sigma / r; the energy is |p|^2 / 2 + (a / s) f up to a constant of"
    + " the level, the score minus its gradient, and v the gradient of f with respect to p"

  public var choices: [String: String] { ["objective": objective.id] }
}

extension EnergyWeights {
  public init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError) {
    self.init(network, objective: try words.member(of: EnergyObjective.self, for: "objective"))
  }
}
