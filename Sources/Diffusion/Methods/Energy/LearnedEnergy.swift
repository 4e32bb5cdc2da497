import Foundation

/// A trained network's energy.
///
/// In canonical coordinates (points of unit spread, level alpha, sigma) it is
/// `E(p) = |p|^2 / 2 + (alpha / sigma) f(p)`: where nothing but noise is left that of the standard normal,
/// and with f so measured that its gradient is v, a number of unit size at every level.
public struct LearnedEnergy: EnergyModel {
  public let weights: EnergyWeights
  private let predictor: EnergyPredictor

  /// The least noise it is asked about, relative to the data's spread: what training visits seldom lies
  /// below.
  public static let leastNoise = 0.03

  public init(_ weights: EnergyWeights, instructions: InstructionSet = .best) {
    self.weights = weights
    let mlp = MLP(weights.architecture)
    predictor = EnergyPredictor(
      mlp: mlp, parameters: AlignedFloats(mlp.pad(weights.parameters)),
      features: FeatureMap(frequencies: weights.frequencies), kernels: Kernels(instructions))
  }

  public var isRounded: Bool { true }

  /// The level it answers for: the one asked for, or the least noise where that has less.
  public func answered(_ level: NoiseLevel) -> NoiseLevel {
    let least = Self.leastNoise * weights.standardization.spread * level.alpha
    return NoiseLevel(alpha: level.alpha, sigma: max(level.sigma, least))
  }

  public func energies(of points: [Point], at level: NoiseLevel) -> [EnergyReading] {
    let level = answered(level)
    let canonical = weights.standardization.canonical(level)
    let (alpha, sigma) = (canonical.level.alpha, canonical.level.sigma)
    let places = points.map(canonical.point)
    return zip(places, answers(to: places, canonical)).map { place, answer in
      let gradient = place + alpha / sigma * Point(answer.gradient)
      return EnergyReading(
        energy: (place.x * place.x + place.y * place.y) / 2
          + alpha / sigma * Double(answer.value),
        gradient: gradient / canonical.scale)
    }
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let canonical = weights.standardization.canonical(level)
    let places = points.map(canonical.point)
    for (index, answer) in answers(to: places, canonical).enumerated() {
      let estimate = Parameterization.v.estimate(
        from: Point(answer.gradient), at: places[index], level: canonical.level)
      estimates[index] = weights.standardization.restored(estimate)
    }
  }

  private func answers(
    to places: [Point], _ canonical: CanonicalLevel
  ) -> [EnergyPredictor.Answer] {
    let level = FeatureMap.features(ofLogSNR: canonical.level.logSNR)
    return predictor.answers(to: places.map { SIMD2<Float>($0) }) { _ in level }
  }
}
