import Foundation

/// What a variational auto-encoder is worth as a model of the density of points, in nats: the evidence
/// lower bound with its two parts, and the log likelihood itself by importance weights.
///
/// ```
/// ln p(x) >= E_q ln p(x | z) - KL(q(z | x) || p(z))                        reconstruction - kl
/// ln p(x) >= E ln (1/K) Σ_k p(x | z_k) p(z_k) / q(z_k | x)                 K importance weights
/// ```
/// The second bound rises with K to `ln p(x)` itself (Burda et al. 2016); with one draw it is the
/// first. Densities are in the data's units, and all is a mean over the points, with its standard
/// error.
public struct EvidenceBound: Sendable {
  public typealias Figure = VariationalBound.Figure

  /// `E_q ln p(x | z)`.
  public let reconstruction: Figure
  /// The divergence of every latent number from the standard normal.
  public let klPerDimension: [Figure]
  public let kl: Figure
  /// `reconstruction - kl`.
  public let elbo: Figure
  /// `ln p(x)` by importance weights.
  public let logLikelihood: Figure

  /// A latent whose divergence is below this many nats tells next to nothing: posterior collapse.
  public static let collapse = 0.01

  /// The latent numbers, from 0, that tell next to nothing.
  public var collapsed: [Int] {
    klPerDimension.indices.filter { klPerDimension[$0].value < Self.collapse }
  }

  /// - Parameters:
  ///   - draws: how many latents are drawn for each point, the K above; at least 1.
  ///   - watch: told how far the work has come, from 0 to 1.
  public init(
    of model: VariationalAutoEncoder, on points: [Point], draws: Int,
    from stream: inout RandomStream, watch: MetricWatch = { _ in }
  ) throws {
    var terms: [Terms] = []
    let size = max(1, Self.rows / draws)
    for first in stride(from: 0, to: points.count, by: size) {
      try watch(Double(first) / Double(points.count))
      let some = Array(points[first..<min(first + size, points.count)])
      terms += Terms.all(of: model, on: some, draws: draws, from: &stream)
    }
    func mean(_ value: (Terms) -> Double) -> Figure { Figure(meanOf: terms.map(value)) }
    reconstruction = mean(\.reconstruction)
    klPerDimension = (0..<model.latents).map { index in mean { $0.divergence[index] } }
    kl = mean { $0.divergence.sum() }
    elbo = mean { $0.reconstruction - $0.divergence.sum() }
    logLikelihood = mean(\.logLikelihood)
  }

  /// The mean divergence of every latent number alone, for which nothing need be drawn.
  public static func divergences(
    of model: VariationalAutoEncoder, on points: [Point]
  ) -> [Double] {
    let codes = model.codes(of: points)
    return (0..<model.latents).map { number in
      Figure(
        meanOf: codes.map {
          NormalDivergence.fromStandard(mean: $0.mean[number], variance: $0.variance[number])
        }
      ).value
    }
  }

  /// About how many latents are decoded at a time.
  private static let rows = 16_384

  /// `ln p(x)` of each point by importance weights.
  public static func logDensities(
    of model: VariationalAutoEncoder, at points: [Point], draws: Int,
    from stream: inout RandomStream
  ) -> [Double] {
    let size = max(1, rows / draws)
    return stride(from: 0, to: points.count, by: size).flatMap { first in
      let some = Array(points[first..<min(first + size, points.count)])
      return Terms.all(of: model, on: some, draws: draws, from: &stream).map(\.logLikelihood)
    }
  }
}

/// What one point adds to the bounds.
private struct Terms {
  let reconstruction: Double
  /// Of each latent number; 0 of one that is not there.
  let divergence: Point
  let logLikelihood: Double

  static func all(
    of model: VariationalAutoEncoder, on points: [Point], draws: Int,
    from stream: inout RandomStream
  ) -> [Terms] {
    let codes = model.codes(of: points)
    let normals = stream.normalPoints(points.count * draws)
    let latents = normals.indices.map { codes[$0 / draws].latent(normals[$0]) }
    let means = model.means(of: latents)
    return points.indices.map { index in
      let code = codes[index]
      var weights: [Double] = []
      var densities = 0.0
      for draw in index * draws..<(index + 1) * draws {
        let density = model.logDensity(of: points[index], around: means[draw])
        densities += density
        var weight = density
        for number in 0..<model.latents {
          let (latent, normal) = (latents[draw][number], normals[draw][number])
          // ln p(z) - ln q(z | x); what both are divided by cancels but for the deviation.
          weight += (normal * normal - latent * latent + log(code.variance[number])) / 2
        }
        weights.append(weight)
      }
      var divergence = Point.zero
      for number in 0..<model.latents {
        divergence[number] = NormalDivergence.fromStandard(
          mean: code.mean[number], variance: code.variance[number])
      }
      return Terms(
        reconstruction: densities / Double(draws), divergence: divergence,
        logLikelihood: LogMean.value(weights))
    }
  }
}
