/// Settings that only some samplers read.
public struct SamplerOptions: Codable, Sendable, Hashable {
  /// The name of a setting, as in presets.
  public enum Setting: String, Sendable, CaseIterable {
    case eta
    case variance
    case churn
    case churnMin = "churn_min"
    case churnMax = "churn_max"
    case churnNoise = "churn_noise"
    case predictor
    case corrections
    case correctionRatio = "correction_ratio"
    case tolerance

    /// The name of its flag, with dashes; keys of presets have underscores.
    public var flag: String { "--" + rawValue.map { $0 == "_" ? "-" : String($0) }.joined() }
  }

  /// The variance of DDPM's noise (Ho et al. 2020, section 3.2; Bao et al. 2022).
  ///
  /// The earlier point given the later one is spread by more than beta-tilde: the clean point that
  /// it is drawn towards is not known either. With `c` what the posterior mean takes of the clean
  /// point (`Transition.Posterior`), its covariance is `beta-tilde I + c² Cov(x_0 | x_t)`.
  public enum Variance: String, Codable, Sendable, CaseIterable {
    /// That of the posterior given the clean point, beta-tilde.
    case small
    /// That of the forward step, beta.
    case large
    /// The best one for all points of a level, `beta-tilde + c² E[tr Cov(x_0 | x_t)] / 2`.
    case optimal
    /// The covariance at each point itself.
    case full
    /// What a network has learned of it, one for each axis at each point; of a model that has learned
    /// none the best of this form, the diagonal of `full`.
    case learned

    /// Whether every point has a covariance of its own.
    public var isOfPoints: Bool { self == .full || self == .learned }

    /// What it is, in a few words.
    public var summary: String {
      switch self {
      case .small: "beta-tilde, that of the posterior given the clean point"
      case .large: "beta, that of the forward step"
      case .optimal:
        "beta-tilde + c^2 E[tr Cov(x0 | x_t)] / 2, the best for all points of a level"
      case .full: "beta-tilde I + c^2 Cov(x0 | x_t), the covariance at each point"
      case .learned:
        "a network's own, between beta-tilde and beta for each axis at each point"
      }
    }
  }

  /// How Langevin sampling gets from one level to the next before it corrects there.
  public enum Predictor: String, Codable, Sendable, CaseIterable {
    /// By an ancestral step: predictor-corrector sampling (Song et al. 2021).
    case ancestral
    /// Not at all, the corrections do all the work: annealed Langevin dynamics (Song and Ermon 2019).
    case none
  }

  /// DDIM's noise, from 0 (deterministic) to 1 (as much as DDPM's small variance).
  public var eta: Double = 0
  public var variance: Variance = .small
  /// The total of noise that `churn` puts back over a run, EDM's S_churn; from 0.
  public var churn: Double = 0
  /// The lowest `sigma / alpha` at which it is put back, EDM's S_tmin.
  public var churnMin: Double = 0
  /// The highest, EDM's S_tmax.
  public var churnMax: Double = .greatestFiniteMagnitude
  /// What the standard deviation of that noise is multiplied by, EDM's S_noise.
  public var churnNoise: Double = 1
  public var predictor: Predictor = .ancestral
  /// How many Langevin steps are made at each level, from 0.
  public var corrections: Int = 1
  /// The length of a Langevin step: the score's pull to the noise's, r of Song et al. 2021,
  /// algorithm 5.
  public var correctionRatio: Double = 0.16
  /// The error that the adaptive solver aims at, both relative and absolute; nil for as little as
  /// the model allows, `usualTolerance` where it answers in double precision. A finer one than the
  /// model's rounding allows is not kept.
  public var tolerance: Double?

  /// What a model that is exact is asked for, unless something else is said.
  public static let usualTolerance = 1e-9

  public init(eta: Double = 0, variance: Variance = .small) {
    self.eta = eta
    self.variance = variance
  }

  /// Reads what is there; what is not, an older file did not know, and is as usual.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) throws {
      value = try values.decodeIfPresent(Value.self, forKey: key) ?? value
    }
    self.init()
    try read(.eta, &eta)
    try read(.variance, &variance)
    try read(.churn, &churn)
    try read(.churnMin, &churnMin)
    try read(.churnMax, &churnMax)
    try read(.churnNoise, &churnNoise)
    try read(.predictor, &predictor)
    try read(.corrections, &corrections)
    try read(.correctionRatio, &correctionRatio)
    try read(.tolerance, &tolerance)
  }
}

extension SamplerOptions {
  /// The first setting whose value is out of range, and the range.
  var fault: (setting: Setting, value: String, range: String)? {
    if !(0...1).contains(eta) { return (.eta, "\(eta)", "from 0 to 1") }
    if !(churn >= 0 && churn.isFinite) { return (.churn, "\(churn)", "from 0 up") }
    if !(churnMin >= 0 && churnMin.isFinite) { return (.churnMin, "\(churnMin)", "from 0 up") }
    if !(churnMax >= churnMin) { return (.churnMax, "\(churnMax)", "churn_min or more") }
    if !(churnNoise >= 0 && churnNoise.isFinite) {
      return (.churnNoise, "\(churnNoise)", "from 0 up")
    }
    if !(0...1000).contains(corrections) {
      return (.corrections, "\(corrections)", "from 0 to 1000")
    }
    if !(correctionRatio > 0 && correctionRatio <= 1) {
      return (.correctionRatio, "\(correctionRatio)", "above 0 and at most 1")
    }
    if let tolerance, !(1e-13...0.1).contains(tolerance) {
      return (.tolerance, "\(tolerance)", "from 1e-13 to 0.1")
    }
    return nil
  }
}
