/// How points and velocities of a transport are brought to mean 0 and unit spread for a network, at
/// every time: by the mean and the spread of everything that is under way then.
///
/// All moments are quadratic in the path's coefficients, so a handful of numbers gives them at
/// every time. For pairs matched by optimal transport they are those of the pairs before matching.
struct TransportFrame: Sendable {
  /// The place and size of points at a time, and of their velocities.
  struct Section: Sendable, Equatable {
    let centre: Point
    let spread: Double
    let velocity: Point
    let speed: Double
  }

  private let path: ContinuousPath
  private let bridgeNoise: Double
  private let cleanMean: Point
  private let centreMean: Point
  /// Traces of covariances: of clean points, of the centres they are paired with, of both together,
  /// and of starts around their centres.
  private let clean: Double
  private let centres: Double
  private let joint: Double
  private let deviations: Double

  /// The times at which a network is asked: the noise of single pairs is infinitely fast at the
  /// clean end of a variance-preserving path, and at both ends of a bridge.
  let times: ClosedRange<Double>

  private static let margin = 1e-3

  init(of transport: Transport) {
    path = transport.path
    bridgeNoise = transport.bridgeNoise
    times = Self.margin...(bridgeNoise > 0 ? 1 - Self.margin : 1)
    let total = transport.pairs.reduce(0) { $0 + $1.weight }
    let parts = transport.pairs.map { pair in
      (
        share: pair.weight / total, clean: transport.data.components[pair.clean],
        start: transport.prior.components[pair.start]
      )
    }
    let cleanMean = parts.reduce(Point.zero) { $0 + $1.share * $1.clean.mean }
    let centreMean = parts.reduce(Point.zero) { $0 + $1.share * $1.start.mean }
    clean = parts.reduce(0) {
      $0 + $1.share * ($1.clean.covariance.trace + ($1.clean.mean - cleanMean).squaredLength)
    }
    centres = parts.reduce(0) { $0 + $1.share * ($1.start.mean - centreMean).squaredLength }
    joint = parts.reduce(0) {
      $0 + $1.share * (($1.clean.mean - cleanMean) * ($1.start.mean - centreMean)).sum()
    }
    deviations = parts.reduce(0) { $0 + $1.share * $1.start.covariance.trace }
    self.cleanMean = cleanMean
    self.centreMean = centreMean
  }

  /// The nearest time at which a network is asked.
  func clamped(_ time: Double) -> Double {
    min(max(time, times.lowerBound), times.upperBound)
  }

  func section(at time: Double) -> Section {
    let here = TransportCoefficients(of: path, at: clamped(time), bridgeNoise: bridgeNoise)
    let rest = 1 - here.alpha
    let variance =
      here.alpha * here.alpha * clean + rest * rest * centres + 2 * here.alpha * rest * joint
      + here.sigma * here.sigma * deviations + 2 * here.bridge
    let (rate, noiseRate) = (here.alphaRate, here.sigmaRate)
    let velocityVariance =
      rate * rate * (clean + centres - 2 * joint) + noiseRate * noiseRate * deviations
      + 2 * here.bridgeRate * here.bridgeRate
    return Section(
      centre: here.alpha * cleanMean + rest * centreMean,
      spread: (max(variance, 1e-12) / 2).squareRoot(),
      velocity: rate * (cleanMean - centreMean),
      speed: (max(velocityVariance, 1e-12) / 2).squareRoot())
  }

  /// What a network is told of a time in place of a log-SNR: from 8 at the data evenly down to −8.
  static func feature(ofTime time: Double) -> Double {
    FeatureMap.logSNRLimit * (1 - 2 * time)
  }
}
