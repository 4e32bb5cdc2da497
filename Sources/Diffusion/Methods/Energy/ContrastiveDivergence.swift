/// The short chains of contrastive divergence, which set out from data.
public enum ContrastiveDivergence {
  /// How many steps a chain makes.
  public static let chainLength = 4
  /// How long they are: short, since none is refused.
  public static let ratio = 0.3

  /// How far apart the levels of a pair that changes places are at most, as a share of all that training
  /// visits: near enough for some to change, and far enough that few pairs lead from the top to the bottom.
  static let farthest = 0.2
  /// What exchanges count beside chains.
  static let exchange = 1.0

  /// Of a unit of noise: by what the difference between both ends of a chain is multiplied to be a
  /// gradient.
  static let weight = 1 / (Double(chainLength) * ratio * ratio)

  /// A chain at a level, of which no step is refused.
  public static func chain(in model: any EnergyModel, at level: NoiseLevel) -> EnergyChain {
    EnergyChain(in: model, at: level, ratio: ratio, isMetropolis: false)
  }
}
