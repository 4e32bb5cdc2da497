/// Knows how probable labels are at noisy points, and so where they become more probable.
public protocol LabelClassifier: Sendable {
  /// How a model's estimates change when it follows `∇ log p(labels | x)` once: the noise by
  /// `−sigma` times the gradient, the clean point by `sigma² / alpha` times it.
  ///
  /// - Returns: a difference of estimates for each point; nil where it does not know the labels.
  func leads(
    to selection: LabelSelection, from points: [Point], at level: NoiseLevel
  ) -> [Estimate]?

  /// How many networks are asked.
  var calls: Int { get }

  /// Whether its answers have the rounding of single precision.
  var isRounded: Bool { get }
}

/// The exact probability of labels under a noised mixture, in closed form.
public struct ExactPosterior: LabelClassifier {
  public let mixture: GaussianMixture

  public init(mixture: GaussianMixture) {
    self.mixture = mixture
  }

  public var calls: Int { 0 }
  public var isRounded: Bool { false }

  /// The gradient is the difference of the scores of the labels' part and of the whole, so this is
  /// that of their estimates, which is defined at both ends of time.
  public func leads(
    to selection: LabelSelection, from points: [Point], at level: NoiseLevel
  ) -> [Estimate]? {
    guard let part = try? mixture.conditioned(on: selection) else { return nil }
    let whole = ExactDenoiser(mixture: mixture).estimates(of: points, at: level)
    return zip(ExactDenoiser(mixture: part).estimates(of: points, at: level), whole)
      .map { Estimate(clean: $0.clean - $1.clean, noise: $0.noise - $1.noise) }
  }
}
