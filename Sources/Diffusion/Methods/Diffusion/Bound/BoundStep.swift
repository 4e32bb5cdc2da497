import Foundation

/// One step of a chain as the bound sees it: from level t to level t - 1, or to the data.
struct BoundStep {
  private let subject: VariationalBound.Subject
  private let transition: Transition
  private let step: Transition.Posterior
  private var level: NoiseLevel { transition.to }
  /// Whether the step ends at the data, where a density is asked for in place of a divergence.
  private let isLast: Bool
  private let number: Int

  /// - Parameter t: the number of noising steps that lead to the level, from 1.
  init(_ t: Int, of subject: VariationalBound.Subject) {
    self.subject = subject
    number = t
    transition = Transition(
      from: subject.schedule.level(afterSteps: t - 1), to: subject.schedule.level(afterSteps: t))
    step = transition.posterior
    isLast = t == 1
  }

  /// The step's term.
  ///
  /// - Parameter count: how many noisy points are drawn, where some are.
  func figure(count: Int, from stream: inout RandomStream) -> VariationalBound.Figure {
    // Where beta rests nothing happens.
    if transition.variance == 0 { return VariationalBound.Figure(0) }
    if !subject.isDrawn, let exact { return VariationalBound.Figure(exact) }
    let points = points(count, from: &stream)
    switch subject.variance {
    case .small, .large, .optimal: return drawnIsotropic(points)
    case .full, .learned: return drawnFull(points)
    }
  }

  /// The term of the exact model; nil where the Gaussians are too many to integrate over them.
  private var exact: Double? {
    if subject.variance == .learned {
      // Of one Gaussian the covariance is the same at all points.
      guard subject.data.mixture.components.count == 1 else { return nil }
      let kept = subject.data.covariances(of: [.zero], at: level)[0]
      return term(variance: widened(kept).diagonal, errors: kept)
    }
    guard subject.variance == .full else {
      return subject.data.isIntegrated(at: level)
        ? term(variance: isotropic, squaredError: 2 * subject.data.meanVariance(at: level)) : nil
    }
    // What is missed is then as wide as the model says, and only the volumes are left.
    if isLast {
      return CleanPosterior(of: subject.data.mixture, at: level).meanLogVolume
        .map { 1 + log(2 * .pi) + $0 }
    }
    return subject.data.meanLogVolume(
      widening: step.clean * step.clean / step.variance, at: level)
  }

  /// The variance of the step: of the last one beta_1 in place of 0 (Ho et al. 2020, section 3.3).
  private var isotropic: Double {
    if let own = subject.stepVariances { return own[number - 1] }
    if isLast && subject.variance == .small { return transition.variance }
    return subject.variance.isotropic(over: transition) { subject.variances.meanVariance(at: $0) }
  }

  /// What a unit of the squared error of the noise adds to the term.
  var noiseWeight: Double {
    if transition.variance == 0 { return 0 }
    let share = step.clean * level.relativeSigma
    return share * share / (2 * isotropic)
  }

  private func widened(_ covariance: Covariance) -> Covariance {
    covariance.scaled(by: step.clean * step.clean, plusVariance: step.variance)
  }

  /// The term where clean points lie at a mean square distance from the model's estimates.
  private func term(variance: Double, squaredError: Double) -> Double {
    let missed = step.clean * step.clean * squaredError / (2 * variance)
    if isLast { return log(2 * .pi * variance) + missed }
    let ratio = step.variance / variance
    return ratio - 1 - log(ratio) + missed
  }

  /// The term where clean points have a matrix of mean squares around the model's estimates.
  private func term(variance: Covariance, errors: Covariance) -> Double {
    let precision = variance.inverse
    let seen = errors.scaled(by: step.clean * step.clean, plusVariance: step.variance)
    let missed =
      (precision.xx * seen.xx + 2 * precision.xy * seen.xy + precision.yy * seen.yy) / 2
    let volume = log(variance.determinant) / 2
    if isLast { return log(2 * .pi) + volume + missed }
    return volume - log(step.variance) - 1 + missed
  }

  /// The covariances of the step at noisy points.
  private func variances(_ learned: LearnedVariance?, at points: [Point]) -> [Covariance] {
    if let learned {
      return isLast
        ? learned.cleanCovariances(at: level) : learned.covariances(over: transition)
    }
    let whole = subject.variances.covariances(of: points, at: level).map(widened)
    return subject.variance == .learned ? whole.map(\.diagonal) : whole
  }

  /// Noisy points of the level.
  private func points(_ count: Int, from stream: inout RandomStream) -> [Point] {
    let clean = subject.data.mixture.draw(count, from: &stream).points
    let noise = stream.normalPoints(count)
    return zip(clean, noise).map { level.alpha * $0 + level.sigma * $1 }
  }

  /// How far the model is from the posterior mean at noisy points, which is nowhere where it is that,
  /// and how wide it has learned that a step is.
  private func answer(at points: [Point]) -> (errors: [Point], variance: LearnedVariance?) {
    guard let model = subject.model else {
      return ([Point](repeating: .zero, count: points.count), nil)
    }
    let exact = ExactDenoiser(mixture: subject.data.mixture).estimates(of: points, at: level)
    let answer = model.answer(of: points, at: level)
    return (
      zip(answer.estimates, exact).map { $0.clean - $1.clean },
      subject.variance == .learned ? answer.variance : nil
    )
  }

  /// The term of a model with one variance: what it is wrong about adds to what nobody can know.
  private func drawnIsotropic(_ points: [Point]) -> VariationalBound.Figure {
    let variance = isotropic
    var squares = answer(at: points).errors.map(\.squaredLength)
    var known = 0.0
    if subject.data.isIntegrated(at: level) {
      known = 2 * subject.data.meanVariance(at: level)
    } else {
      let covariances = subject.data.covariances(of: points, at: level)
      for index in squares.indices { squares[index] += covariances[index].trace }
    }
    let drawn = VariationalBound.Figure(meanOf: squares)
    let share = step.clean * step.clean / (2 * variance)
    return VariationalBound.Figure(
      term(variance: variance, squaredError: known + drawn.value), error: share * drawn.error)
  }

  /// The term with a covariance for every point.
  ///
  /// What the draws vary by is for the most part the trace of the covariance, whose mean is known: the
  /// term less that trace is averaged, and the mean of the trace put back.
  private func drawnFull(_ points: [Point]) -> VariationalBound.Figure {
    let truth = subject.data.covariances(of: points, at: level)
    let (wrong, learned) = answer(at: points)
    let variances = variances(learned, at: points)
    let known = subject.data.meanVariance(at: level)
    let isKnown = subject.data.isIntegrated(at: level)
    let slope =
      isKnown ? step.clean * step.clean / max(step.variance, known, .leastNormalMagnitude) : 0
    let rest = points.indices.map { index -> Double in
      let errors = truth[index].plus(Covariance(squareOf: wrong[index]))
      return term(variance: variances[index], errors: errors) - slope * truth[index].trace / 2
    }
    let mean = VariationalBound.Figure(meanOf: rest)
    return VariationalBound.Figure(mean.value + slope * known, error: mean.error)
  }
}

extension Covariance {
  /// `v vᵀ`.
  fileprivate init(squareOf vector: Point) {
    self.init(xx: vector.x * vector.x, xy: vector.x * vector.y, yy: vector.y * vector.y)
  }
}
