import Foundation

/// How probable labels are at noisy points of one level, and where they become more probable.
///
/// Computed from the odds against all other labels, so that neither certainty nor near
/// impossibility costs digits.
public struct LabelPosterior: Sendable {
  private let labelled: DiffusedMixture
  private let others: DiffusedMixture?
  /// The logarithm of the prior odds for the labels; infinite where there are no others.
  private let logPriorOdds: Double

  /// - Parameter prompt: what picks the labels, such as one of them.
  public init(
    of prompt: String, in mixture: GaussianMixture, at level: NoiseLevel
  ) throws(PromptError) {
    try self.init(of: mixture.vocabulary.selection(prompt), in: mixture, at: level)
  }

  /// The posterior of some of the mixture's labels.
  public init(
    of selection: LabelSelection, in mixture: GaussianMixture, at level: NoiseLevel
  ) throws(PromptError) {
    labelled = try mixture.conditioned(on: selection).diffused(to: level)
    let rest = zip(mixture.components, mixture.labelIndices)
      .filter { !selection.indices.contains($0.1) }.map(\.0)
    let share = rest.reduce(0) { $0 + $1.weight }
    others = try? GaussianMixture(components: rest).diffused(to: level)
    logPriorOdds = others == nil ? .infinity : log((1 - share) / share)
  }

  /// `log p(labels | x)`.
  public func logProbability(at point: Point) -> Double {
    let odds = logOdds(at: point)
    return odds > 0 ? -log1p(exp(-odds)) : odds - log1p(exp(odds))
  }

  /// `∇ log p(labels | x)`, the rest's probability times the difference of the two scores.
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
