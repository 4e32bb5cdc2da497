import Foundation

/// By how much `E[ln det(I + k Cov(x_0 | x_t))] / 2` exceeds what the components have of it by
/// themselves, at one level and for all k: never less than nothing, since the logarithm of a
/// determinant is concave and the covariance at a point exceeds the mean of the components'.
///
/// It is integrated for k at even distances in the logarithm, over the places of one
/// `MixtureQuadrature`, and interpolated between.
struct LogVolumes: Sendable {
  private let logarithms: [Double]

  /// For k of a level times `unit`: from so little that the logarithm is linear to so much that the
  /// excess grows no more.
  private static let range = -16.0...16
  private static let lattice = Lattice(spacing: 0.5)
  /// The numbers of the places of the lattice, with those around the ends.
  private static let places =
    Int(range.lowerBound / lattice.spacing) - 6...Int(range.upperBound / lattice.spacing) + 6

  /// What k is told in: about 1 over the variance that is left of data of unit size.
  static func unit(atLogSNR logSNR: Double) -> Double { 1 / (1 + exp(logSNR)) }

  /// Nil where the Gaussians are too many.
  init?(of mixture: GaussianMixture, at level: NoiseLevel) {
    let posterior = CleanPosterior(of: mixture, at: level)
    guard let seen = posterior.volumes else { return nil }
    let unit = Self.unit(atLogSNR: level.logSNR)
    logarithms = Self.places.map { place in
      let k = exp(Self.lattice.spacing * Double(place)) / unit
      let whole = seen.reduce(0) { $0 + $1.mass * log1p(k * ($1.trace + k * $1.determinant)) } / 2
      let within = posterior.meanLogVolume(widening: k)
      // So much less changes no digit of the sum that would be known.
      return log(max(whole - within, 1e-11 * within, .leastNormalMagnitude))
    }
  }

  /// The logarithm of the excess.
  ///
  /// - Parameter scaled: k times the level's unit.
  func logExcess(ofScaled scaled: Double) -> Double {
    let place = log(scaled)
    let (least, most) = (Self.range.lowerBound, Self.range.upperBound)
    let value = Self.lattice.value(at: min(max(place, least), most)) {
      logarithms[$0 - Self.places.lowerBound]
    }
    return value + min(0, place - least)
  }
}

extension CleanPosterior {
  /// A place of an integral: its share of all noisy points, and the trace and the determinant of the
  /// covariance of the clean point there.
  struct Volume {
    let mass: Double
    let trace: Double
    let determinant: Double
  }

  /// The places of an integral over all noisy points; nil where the Gaussians are too many.
  var volumes: [Volume]? {
    let lobes = diffused.lobes
    guard let quadrature = MixtureQuadrature(over: lobes) else { return nil }
    var volumes: [Volume] = []
    quadrature.forPlaces { place, area, members in
      let peak = members.reduce(-Double.infinity) {
        max($0, DiffusedMixture.exponent(of: lobes[$1], at: place))
      }
      // Where the density is so low that all places together have no weight.
      guard peak > -700 else { return }
      let (total, moments) = moments(at: place, of: members, peak: peak)
      let covariance = moments.within.plus(moments.between)
      volumes.append(
        Volume(
          mass: area * exp(peak) * total, trace: covariance.trace,
          determinant: covariance.determinant))
    }
    return volumes
  }

  /// `E[ln det Cov(x_0 | x_t)] / 2` over all noisy points; nil where the Gaussians are too many.
  var meanLogVolume: Double? {
    if within.count == 1 { return log(within[0].determinant) / 2 }
    return volumes.map { $0.reduce(0) { $0 + $1.mass * log($1.determinant) } / 2 }
  }

  /// `Σ w_k ln det(I + k V_k) / 2` with the covariances V that the components leave: what there is
  /// where they lie apart.
  func meanLogVolume(widening k: Double) -> Double {
    zip(weights, within).reduce(0) { sum, lobe in
      let (weight, covariance) = lobe
      return sum + weight * log1p(k * (covariance.trace + k * covariance.determinant)) / 2
    }
  }
}
