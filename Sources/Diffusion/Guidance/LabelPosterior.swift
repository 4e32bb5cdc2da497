import Foundation

/// How probable a label is at noisy points of one level, and where it becomes more probable.
///
/// Computed from the odds against all other labels, so that neither certainty nor near
/// impossibility costs digits.
public struct LabelPosterior: Sendable {
  private let labelled: DiffusedMixture
  private let others: DiffusedMixture?
  /// The logarithm of the prior odds for the label; infinite where there is no other.
  private let logPriorOdds: Double

  /// - Parameter label: one of the mixture's labels.
  public init(
    of label: String, in mixture: GaussianMixture, at level: NoiseLevel
  ) throws(GuidanceError) {
    let part = try mixture.conditioned(onLabelNamed: label)
    labelled = part.diffused(to: level)
    let rest = zip(mixture.components, mixture.labelIndices)
      .filter { mixture.labels[$0.1] != label }.map(\.0)
    let share = rest.reduce(0) { $0 + $1.weight }
    others = try? GaussianMixture(components: rest).diffused(to: level)
    logPriorOdds = others == nil ? .infinity : log((1 - share) / share)
  }

  /// `log p(label | x)`.
  public func logProbability(at point: Point) -> Double {
    let odds = logOdds(at: point)
    return odds > 0 ? -log1p(exp(-odds)) : odds - log1p(exp(odds))
  }

  /// `∇ log p(label | x)`, the rest's probability times the difference of the two scores.
  public func gradient(at point: Point) -> Point {
    guard let others else { return .zero }
    let rest = 1 / (1 + exp(logOdds(at: point)))
    return rest * (labelled.score(at: point) - others.score(at: point))
  }

  private func logOdds(at point: Point) -> Double {
    guard let others else { return .infinity }
    return logPriorOdds + labelled.logDensity(at: point) - others.logDensity(at: point)
  }
}
