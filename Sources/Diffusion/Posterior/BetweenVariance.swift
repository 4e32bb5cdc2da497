import CKernels
import Foundation

/// What the posterior means of the components differ by, in square and on average over all noisy
/// points: `E[Σ r_k |m_k(x) − m(x)|²]`, the part of `E[tr Cov(x_0 | x_t)]` that is no closed form.
///
/// The integrand is the density times the spread of the means,
/// `Σ w_k N_k |m_k|² − |Σ w_k N_k m_k|² / p`. It is integrated by `MixtureQuadrature`, or, where that
/// would be too much work for the number of Gaussians, taken as a mean over draws that are the same at
/// every level.
struct BetweenVariance {
  let value: Double
  /// Whether it is a mean over draws.
  let isDrawn: Bool

  private static let fewestDraws = 500

  /// - Parameter mostWork: how many exponentials an integral may take; a mean over draws takes half as
  ///   many.
  init(of posterior: CleanPosterior, mostWork: Int = MixtureQuadrature.usualWork) {
    let lobes = posterior.diffused.lobes
    guard let quadrature = MixtureQuadrature(over: lobes, mostWork: mostWork) else {
      value = Self.drawn(posterior, work: mostWork / 2)
      isDrawn = true
      return
    }
    isDrawn = false
    value = quadrature.integral { place, members in Self.density(lobes, members, at: place) }
  }

  /// The integrand at a place, summed over the lobes that reach it.
  private static func density(_ lobes: [KernelLobe], _ members: [Int], at place: Point) -> Double {
    if members.count == 1 { return 0 }
    let origin = lobes[members[0]].clean(at: place)
    var (total, sum, square) = (0.0, Point.zero, 0.0)
    for index in members {
      let weight = exp(DiffusedMixture.exponent(of: lobes[index], at: place))
      let offset = lobes[index].clean(at: place) - origin
      total += weight
      sum += weight * offset
      square += weight * offset.squaredLength
    }
    return total > 0 ? square - sum.squaredLength / total : 0
  }

  /// The mean over noisy points that are drawn alike at every level: components by even steps of
  /// their weights, and noise by one seed.
  private static func drawn(_ posterior: CleanPosterior, work: Int) -> Double {
    let lobes = posterior.diffused.lobes
    let count = max(fewestDraws, min(1 << 16, work / lobes.count))
    WorkWatch.count(answers: count * lobes.count)
    var stream = Randomness(seed: 0).stream(.floor)
    // A lobe's factor holds its weight over the root of its determinant.
    let deviations = lobes.map { lobe in
      Covariance(xx: lobe.precisionXX, xy: lobe.precisionXY, yy: lobe.precisionYY).inverse
    }
    let weights = zip(lobes, deviations).map { lobe, covariance in
      exp(lobe.logFactor) * covariance.determinant.squareRoot()
    }
    let whole = weights.reduce(0, +)
    var (index, passed, sum) = (0, weights[0], 0.0)
    for draw in 0..<count {
      let share = whole * (Double(draw) + 0.5) / Double(count)
      while passed <= share && index < lobes.count - 1 {
        index += 1
        passed += weights[index]
      }
      let mean = Point(lobes[index].meanX, lobes[index].meanY)
      let point = mean + deviations[index].coloured(stream.normalPoint())
      sum += posterior.moments(at: point).between.trace
    }
    return sum / Double(count)
  }
}
