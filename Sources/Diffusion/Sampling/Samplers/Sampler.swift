/// A rule that takes noisy points one level closer to the data.
///
/// A sampler is one pure function. Whatever it may know is handed to it: the points, the model's
/// estimates there, the two levels, addressed noise. It keeps nothing, so a run can be scrubbed,
/// truncated and replayed.
public struct Sampler: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// Whether the steps draw noise.
  public let isStochastic: Bool
  /// How often the model is asked in a step that does not end at the clean level.
  public let callsPerStep: Int
  /// The settings that its steps read.
  public var settings: Set<SamplerOptions.Setting> = []
  /// Takes the points of a step to its next level.
  public let advance: @Sendable (SamplingStep) -> [Point]

  public static let familyName = "sampler"

  /// Every sampler; add a new one here and in a file of its own.
  public static let allCases: [Sampler] = [.ddpm, .ddim, .euler, .heun]
}

/// What a sampler is told about one step.
public struct SamplingStep: Sendable {
  /// The number of the step, from 0.
  public let index: Int
  public let level: NoiseLevel
  public let next: NoiseLevel
  /// The points at `level`.
  public let points: [Point]
  /// The model's estimates of these points.
  public let estimates: [Estimate]
  public let options: SamplerOptions
  public let denoiser: any Denoiser
  let noiseSource: @Sendable (_ step: Int, _ count: Int) -> [Point]

  /// Standard-normal noise for every point, the same whenever this step is run.
  public func noise() -> [Point] {
    noiseSource(index, points.count)
  }
}

/// Settings that only some samplers read.
public struct SamplerOptions: Codable, Sendable, Hashable {
  /// The name of a setting, as in presets.
  public enum Setting: String, Sendable, CaseIterable {
    case eta
    case variance
  }

  /// The variance of DDPM's noise (Ho et al. 2020, section 3.2).
  public enum Variance: String, Codable, Sendable, CaseIterable {
    /// That of the posterior given the clean point, beta-tilde.
    case small
    /// That of the forward step, beta.
    case large
  }

  /// DDIM's noise, from 0 (deterministic) to 1 (as much as DDPM's small variance).
  public var eta: Double
  public var variance: Variance

  public init(eta: Double = 0, variance: Variance = .small) {
    self.eta = eta
    self.variance = variance
  }
}
