import Foundation
import Synchronization

/// What is known of where the noisy points of a distribution come from, at any level: the covariance
/// of the clean point at a noisy one, and its mean over all noisy points of a level.
///
/// The mean, `E[tr Cov(x_0 | x_t)] / 2`, is what the best estimate of a clean coordinate is wrong by, in
/// square. It depends on alpha / sigma alone. What the components have of it is a closed form; what
/// their means differ by is an integral (`BetweenVariance`), worked out at levels of a lattice in
/// log-SNR and interpolated between. The integrals are kept, so that a run pays for each once.
public final class DataPosterior: Sendable {
  public let mixture: GaussianMixture
  private let known = Mutex<[Int: Between]>([:])

  private let knownVolumes = Mutex<[Int: LogVolumes]>([:])
  /// What the means of the components differ by at single levels, by their log-SNR.
  private let knownAlone = Mutex<[Double: Double]>([:])

  /// What the means of the components differ by at a level of the lattice.
  private struct Between {
    let logarithm: Double
    let isDrawn: Bool
  }

  /// Beyond these log-SNRs nothing is left of the data, or nothing of the noise, but rounding.
  private static let range = -46.0...46

  public init(of mixture: GaussianMixture) {
    self.mixture = mixture
  }

  /// The covariance of the clean point at each of some noisy points of a level.
  public func covariances(of points: [Point], at level: NoiseLevel) -> [Covariance] {
    let posterior = CleanPosterior(of: mixture, at: level)
    return points.map(posterior.covariance)
  }

  /// `E[tr Cov(x_0 | x_t)] / 2` over the noisy points of a level: the mean variance of a clean
  /// coordinate.
  ///
  /// Right to 1e-6 of itself, unless the Gaussians are so many that the integral is drawn
  /// (`BetweenVariance.isDrawn`); then to about 2 %.
  public func meanVariance(at level: NoiseLevel) -> Double {
    if level.isClean { return 0 }
    let within = CleanPosterior(of: mixture, at: level).meanWithin
    return (within + between(atLogSNR: level.logSNR)) / 2
  }

  /// The same of a level alone, for somebody who waits for it: one integral of bounded work at this very
  /// level in place of a dozen around it.
  ///
  /// It is right to 1e-6 of itself too, but drawn, and right to some per cent, where the Gaussians are
  /// more than a few hundred.
  public func meanVariance(alone level: NoiseLevel) -> Double {
    if level.isClean { return 0 }
    let within = CleanPosterior(of: mixture, at: level).meanWithin
    let logSNR = max(level.logSNR, Self.range.lowerBound)
    if mixture.components.count == 1 || logSNR > Self.range.upperBound { return within / 2 }
    if let between = knownAlone.withLock({ $0[logSNR] }) { return (within + between) / 2 }
    let posterior = CleanPosterior(
      of: mixture, at: NoiseLevel(alpha: 1, sigma: exp(-logSNR / 2)))
    let between = BetweenVariance(of: posterior, mostWork: Self.workAlone).value
    knownAlone.withLock { $0[logSNR] = between }
    return (within + between) / 2
  }

  /// How many exponentials the integral of a level alone may take: some hundredths of a second's work.
  private static let workAlone = 2_000_000

  /// About how many answers of single Gaussians take as long as the integrals for the mean variance of a
  /// level of a run.
  ///
  /// - Parameters:
  ///   - index: the number of the level, from 0: the first asks for a whole neighbourhood, the others for
  ///     as much of the lattice as lies between them.
  ///   - count: how many levels the run has.
  public func answers(forLevel index: Int, of count: Int) -> Int {
    if mixture.components.count == 1 { return 0 }
    let usual = 1 + Int(Self.usualSpan / Lattice.logSNR.spacing) / max(1, count)
    let integrals = index == 0 ? Lattice.neighbours : min(usual, Lattice.neighbours)
    // An exponential by itself takes as long as a handful of answers of a batch.
    return 8 * integrals
      * min(MixtureQuadrature.usualWork, Self.workOfGaussian * mixture.components.count)
  }

  /// How far apart the ends of a schedule usually are, in log-SNR.
  private static let usualSpan = 20.0
  /// About how many exponentials of an integral are there for each Gaussian.
  private static let workOfGaussian = 15_000

  /// Whether the mean variance of a level is an integral, and no mean over draws.
  func isIntegrated(at level: NoiseLevel) -> Bool {
    if level.isClean || mixture.components.count == 1 { return true }
    let logSNR = min(max(level.logSNR, Self.range.lowerBound), Self.range.upperBound)
    return !between(at: Int((logSNR / Lattice.logSNR.spacing).rounded())).isDrawn
  }

  /// `E[ln det(I + k Cov(x_0 | x_t))] / 2` over the noisy points of a level; nil where the Gaussians are
  /// too many for the integral.
  public func meanLogVolume(widening k: Double, at level: NoiseLevel) -> Double? {
    if level.isClean || k == 0 { return 0 }
    let within = CleanPosterior(of: mixture, at: level).meanLogVolume(widening: k)
    if mixture.components.count == 1 { return within }
    let logSNR = min(max(level.logSNR, Self.range.lowerBound), Self.range.upperBound)
    var isKnown = true
    let excess = Lattice.logSNR.value(at: logSNR) { index in
      guard let volumes = volumes(at: index) else {
        isKnown = false
        return 0
      }
      return volumes.logExcess(ofScaled: k * LogVolumes.unit(atLogSNR: logSNR))
    }
    return isKnown ? within + exp(excess) : nil
  }

  /// The integrals of a level of the lattice.
  private func volumes(at index: Int) -> LogVolumes? {
    if let volumes = knownVolumes.withLock({ $0[index] }) { return volumes }
    let volumes = LogVolumes(of: mixture, at: Lattice.level(at: index))
    if let volumes { knownVolumes.withLock { $0[index] = volumes } }
    return volumes
  }

  /// What the means of the components differ by, in square and on average, at a level.
  private func between(atLogSNR logSNR: Double) -> Double {
    if mixture.components.count == 1 || logSNR > Self.range.upperBound { return 0 }
    // Logarithms are smoother than the values, which fall as fast as exp(-SNR).
    return exp(
      Lattice.logSNR.value(at: max(logSNR, Self.range.lowerBound)) { between(at: $0).logarithm })
  }

  /// What the means differ by at a level of the lattice.
  private func between(at index: Int) -> Between {
    if let between = known.withLock({ $0[index] }) { return between }
    let posterior = CleanPosterior(of: mixture, at: Lattice.level(at: index))
    let found = BetweenVariance(of: posterior)
    // So much less than what the components have themselves changes no digit of the sum.
    let least = 1e-14 * posterior.meanWithin
    let between = Between(
      logarithm: log(max(found.value, least, .leastNormalMagnitude)), isDrawn: found.isDrawn)
    known.withLock { $0[index] = between }
    return between
  }
}
