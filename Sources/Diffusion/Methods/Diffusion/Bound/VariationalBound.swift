import Foundation

/// The variational bound on the negative log likelihood of data, term by term and in nats (Ho et al.
/// 2020, equation 5): what a chain of T Gaussian steps from noise to data is worth as a model of the
/// density.
///
/// ```
/// E[-log p(x_0)] <= KL(q(x_T | x_0) || prior)                                      the prior's
///   + Σ_(t = 2..T) E KL(q(x_(t-1) | x_t, x_0) || p(x_(t-1) | x_t))                 the steps'
///   + E[-log p(x_0 | x_1)]                                                         the last one's
/// ```
/// With `q = N(c x_0 + b x_t, beta-tilde I)` (`Transition.posterior`) and `p = N(c clean(x_t) + b x_t, V)`
/// a step's term depends on the clean point only through its square distance from the model's
/// estimate, whose mean given x_t is known: the trace of the posterior covariance, and how far the
/// model is from the posterior mean. So with the exact model and a V that is the same at all points
/// every term is a closed form in `E[tr Cov(x_0 | x_t)]`, with the full covariance it is
/// `E[ln det(I + (c² / beta-tilde) Cov(x_0 | x_t))] / 2`, and nothing is drawn (`DataPosterior`). Draws are
/// needed, of noisy points alone, for what a model is wrong about, and for the full covariance of very
/// many Gaussians.
///
/// **Why beta-tilde is not enough.** The earlier point given the later one, the clean one not being
/// known, has the variance `v = beta-tilde + c² E[tr Cov] / 2`. A step with beta-tilde in its place costs
/// `u - ln(1 + u)` more per pair of coordinates, `u = v / beta-tilde - 1`. On one Gaussian near the data,
/// where the clean point is known to about sigma_t, `u = beta_t / (1 - alpha-bar_(t-1))`; with the betas
/// of the first steps equal that is 1 / (t - 1), and the costs add up to
/// ```
/// Σ_(k = 1, 2, ...) (1 / k - ln(1 + 1 / k)) = 0.5772...,
/// ```
/// Euler's constant, of which the very first term is 0.307 and the first five are 0.487. Finer
/// schedules only move these steps nearer to the data: their ratios stay, and so does the gap.
public struct VariationalBound: Sendable {
  /// A number with its standard error, 0 where nothing was drawn.
  public struct Figure: Sendable, Equatable {
    public var value: Double
    public var error: Double

    public init(_ value: Double, error: Double = 0) {
      self.value = value
      self.error = error
    }

    /// The mean of some numbers, at least one.
    init(meanOf numbers: [Double]) {
      let count = Double(numbers.count)
      let mean = numbers.reduce(0, +) / count
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      value = mean
      error = numbers.count > 1 ? (squares / (count * (count - 1))).squareRoot() : 0
    }
  }

  /// `KL(q(x_T | x_0) || prior)`.
  public let prior: Figure
  /// The term of every step, of t = 2 first: T - 1 of them.
  public let terms: [Figure]
  /// `E[-log p(x_0 | x_1)]`, a density in the units of the points.
  public let reconstruction: Figure
  /// How many noisy points were drawn at each level; 0 where none were needed.
  public let count: Int

  /// The sum of all.
  public var total: Figure {
    ([prior, reconstruction] + terms).reduce(Figure(0)) {
      Figure($0.value + $1.value, error: ($0.error * $0.error + $1.error * $1.error).squareRoot())
    }
  }

  /// What a bound is worked out of.
  public struct Subject: Sendable {
    /// The data.
    public var data: DataPosterior
    /// The model; nil for the posterior mean of the data itself.
    public var model: (any Denoiser)?
    /// What the variances `optimal` and `full` are made of.
    public var variances: DataPosterior
    public var variance: SamplerOptions.Variance
    public var schedule: Schedule
    /// The variance of the start.
    public var startVariance: Double
    /// The variances of the steps to the levels 0, 1, ..., T - 1 where the model has its own, the same at
    /// all points; nil for those that `variance` says.
    public var stepVariances: [Double]?

    /// - Parameter variances: nil for those of the data.
    public init(
      of data: DataPosterior, model: (any Denoiser)? = nil, variances: DataPosterior? = nil,
      variance: SamplerOptions.Variance, along schedule: Schedule, startVariance: Double = 1
    ) {
      self.data = data
      self.model = model
      self.variances = variances ?? data
      self.variance = variance
      self.schedule = schedule
      self.startVariance = startVariance
    }
  }

  /// - Parameters:
  ///   - count: how many noisy points are drawn at each level, where some are.
  ///   - watch: told how far the work has come, from 0 to 1.
  public init(
    of subject: Subject, count: Int, randomness: Randomness, watch: MetricWatch = { _ in }
  ) throws {
    let steps = subject.schedule.timesteps
    var figures: [Figure] = []
    for t in 1...steps {
      try watch(Double(t - 1) / Double(steps))
      figures.append(subject.term(t, count: count, randomness: randomness))
    }
    self.init(of: subject, terms: figures, count: count)
  }

  /// The bound of the terms of all steps, that of t = 1 first.
  ///
  /// - Parameter count: how many noisy points were drawn at each level, where some were.
  public init(of subject: Subject, terms all: [Figure], count: Int) {
    precondition(all.count == subject.schedule.timesteps, "a term for every step")
    prior = subject.prior
    reconstruction = all[0]
    terms = Array(all[1...])
    self.count = subject.isDrawn || all.contains { $0.error > 0 } ? count : 0
  }
}

extension VariationalBound.Subject {
  /// The term of the step from level t, of those that a bound is made of: of t = 1 the last one's.
  ///
  /// - Parameters:
  ///   - t: the number of noising steps that lead to the level, from 1.
  ///   - count: how many noisy points are drawn, where some are.
  public func term(_ t: Int, count: Int, randomness: Randomness) -> VariationalBound.Figure {
    var stream = randomness.stream(.forward, step: -1 - t)
    return BoundStep(t, of: self).figure(count: count, from: &stream)
  }

  /// Some of these terms, fewer where the work is called off.
  public func terms(
    _ range: Range<Int>, count: Int, randomness: Randomness
  ) -> [VariationalBound.Figure] {
    var terms: [VariationalBound.Figure] = []
    for t in range where WorkWatch.current?.isCalledOff != true {
      terms.append(term(t, count: count, randomness: randomness))
    }
    return terms
  }

  /// What a unit of `E|noise - model's noise|²` adds to the term of level t, in nats:
  /// ```
  /// c² sigma_t² / (2 alpha_t² V_t)
  /// ```
  /// with c what the step's mean takes of the clean point; for the variances of Ho et al. 2020 it is
  /// their `beta_t² / (2 V_t (1 - beta_t) (1 - alpha-bar_t))`. The simple loss puts 1 in its place at every
  /// level. V is the mean over the points of the level, where they have variances of their own. Infinite
  /// where nothing is left of the data.
  public func noiseWeight(_ t: Int) -> Double { BoundStep(t, of: self).noiseWeight }
}

extension VariationalBound.Subject {
  /// Whether noisy points are drawn whatever the variance: where the model is not the posterior mean
  /// of the data, or the variances are not made of that.
  var isDrawn: Bool { model != nil || (variance.isOfPoints && data !== variances) }

  /// Of `N(alpha x_0, sigma² I)` from `N(0, s I)`: `(sigma² / s - 1 - ln(sigma² / s)) + alpha² E|x_0|² / 2s`.
  fileprivate var prior: VariationalBound.Figure {
    let level = schedule.level(afterSteps: schedule.timesteps)
    let mixture = data.mixture
    let square = mixture.mean.squaredLength + mixture.covariance.trace
    let ratio = level.sigma * level.sigma / startVariance
    return VariationalBound.Figure(
      ratio - 1 - log(ratio) + level.alphaBar * square / (2 * startVariance))
  }
}
