import Foundation

/// Langevin steps in the landscape of one noise level, each of which may be refused.
///
/// A step is `x - r² sigma² ∇E(x) + sqrt(2) r sigma z`, z standard normal. With `isMetropolis` it is
/// taken with the probability `min(1, p(y) q(x | y) / (p(x) q(y | x)))` and else not made, so that the
/// chain leaves the density itself as it is at any step size (MALA, Roberts and Tweedie 1996).
public struct EnergyChain: Sendable {
  public let model: any EnergyModel
  public let level: NoiseLevel
  /// The length of a step, r: that of its drift where the score is as long as it usually is, over that
  /// of its noise.
  public let ratio: Double
  public let isMetropolis: Bool

  public init(
    in model: any EnergyModel, at level: NoiseLevel, ratio: Double, isMetropolis: Bool = true
  ) {
    self.model = model
    self.level = level
    self.ratio = ratio
    self.isMetropolis = isMetropolis
  }

  /// Where chains are after some steps, and the mean probability with which steps were taken: 1 where
  /// none may be refused.
  ///
  /// - Parameter stream: draws the noise of all points, step by step.
  public func walked(
    _ points: [Point], steps: Int, from stream: inout RandomStream
  ) -> (points: [Point], acceptance: Double) {
    var (points, taken) = (points, 0.0)
    if steps == 0 || points.isEmpty { return (points, 1) }
    var here = model.energies(of: points, at: level)
    for _ in 0..<steps { taken += step(&points, &here, from: &stream) }
    return (points, taken / Double(points.count * steps))
  }

  /// - Returns: how many points were moved, or would be in the mean where steps may be refused.
  private func step(
    _ points: inout [Point], _ here: inout [EnergyReading], from stream: inout RandomStream
  ) -> Double {
    let kick = 2.0.squareRoot() * ratio * level.sigma
    let pull = kick * kick / 2
    let proposals = points.indices.map {
      points[$0] - pull * here[$0].gradient + kick * stream.normalPoint()
    }
    let there = model.energies(of: proposals, at: level)
    var taken = 0.0
    for index in points.indices {
      if isMetropolis {
        let back = squared(points[index] - proposals[index] + pull * there[index].gradient)
        let forth = squared(proposals[index] - points[index] + pull * here[index].gradient)
        let odds = here[index].energy - there[index].energy + (forth - back) / (2 * kick * kick)
        let probability = odds >= 0 ? 1 : exp(odds)
        taken += probability
        if stream.uniform() >= probability { continue }
      } else {
        taken += 1
      }
      points[index] = proposals[index]
      here[index] = there[index]
    }
    return taken
  }

  private func squared(_ point: Point) -> Double { point.x * point.x + point.y * point.y }
}
