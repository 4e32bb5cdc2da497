/// How near the level that sampling starts from is to pure noise.
///
/// The start knows nothing of the data, so what is left of the data at that level is something the
/// start is wrong about:
/// ```
/// ratio = alpha² (|mean|² / 2 + spread²) / sigma²
/// ```
/// the mean square of a data coordinate, about 0, against the variance of the noise. It is a bound,
/// in nats, on the divergence of the Gaussian with the moments of that level from the noise, which is
/// `alpha² |mean|² / 2 sigma² + s − ln(1 + s)` with `s = alpha² spread² / sigma²`. A mean that is left
/// moves the whole start; a spread that is left only makes it too narrow.
public struct NoiseEnd: Sendable, Equatable {
  public enum Verdict: Sendable, Equatable {
    case noise
    case nearlyNoise
    case notYetNoise

    /// Up to 0.001 the data cannot be seen in the noise: no event is more than 2.2 % more or less
    /// probable than it should be (Pinsker); DDPM's linear schedule ends at 0.00004. Up to 0.01 it
    /// shows in averages, by 7 % at most: Stable Diffusion's 0.0047 is known to shift the brightness
    /// of its pictures (Lin et al. 2023). From there on a tenth of the amplitude and more is left.
    init(ratio: Double) {
      self = ratio <= 0.001 ? .noise : ratio <= 0.01 ? .nearlyNoise : .notYetNoise
    }

    /// What data of mean 0 and unit spread would get.
    public init(ofUnitData level: NoiseLevel) {
      self.init(ratio: level.alpha == 0 ? 0 : level.alphaBar / (level.sigma * level.sigma))
    }
  }

  public let level: NoiseLevel
  /// Signal against noise, from 0 (nothing of the data is left) to infinity.
  public let ratio: Double
  /// The label whose own distribution this is, where one is asked for.
  public let label: String?

  public var verdict: Verdict { Verdict(ratio: ratio) }
  /// The share of noise in the mean square of the level.
  public var share: Double { 1 / (1 + ratio) }

  init(level: NoiseLevel, ratio: Double, label: String? = nil) {
    self.level = level
    self.ratio = ratio
    self.label = label
  }

  /// What is left of a distribution at a level.
  public init(level: NoiseLevel, of data: GaussianMixture, label: String? = nil) {
    let square = data.mean.squaredLength / 2 + data.spread * data.spread
    let signal = level.alphaBar * square
    self.init(
      level: level, ratio: signal == 0 ? 0 : signal / (level.sigma * level.sigma), label: label)
  }
}

extension NoiseEnd: CustomStringConvertible {
  /// What is wrong with the start, in a line; of use where the verdict is not noise.
  public var description: String {
    let subject = label.map { "the label \($0)" } ?? "the data"
    let word = verdict == .nearlyNoise ? "nearly noise" : "not yet noise"
    return "\(word) where sampling starts: alpha^2 (|mean|^2 / 2 + spread^2) / sigma^2"
      + " of \(subject) is \(Float(ratio)) there, and up to 0.001 is noise"
  }
}

extension Laboratory {
  /// How near the last level of the schedule is to the start of reverse runs.
  public var noiseEnd: NoiseEnd { noiseEnd(at: schedule.level(afterSteps: schedule.timesteps)) }

  /// How near the first level of the reverse run is to its start.
  public var startingNoiseEnd: NoiseEnd { noiseEnd(at: grid.stops[0].level) }

  private func noiseEnd(at level: NoiseLevel) -> NoiseEnd {
    process.noiseEnd(at: level, in: self)
  }
}
