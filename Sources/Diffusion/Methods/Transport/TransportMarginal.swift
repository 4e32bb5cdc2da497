import CKernels
import Foundation

/// A transport at one time: the mixture of its pairs, each at
/// `N(alpha · m + (1 − alpha) · centre, alpha² · S + sigma² · P)`, with everything that is a mean
/// over pairs in closed form.
///
/// No formula divides by alpha or sigma, and shares keep the largest exponent apart: both ends of
/// time and points far out are defined.
public struct TransportMarginal: Sendable {
  public let time: Double
  private let pairs: [JointGaussian]
  private let labels: (indices: [Int], count: Int)
  /// The mixture whose estimates are the velocity and the negative score.
  private let field: DiffusedMixture

  init(pairs: [JointGaussian], labelIndices: [Int], labelCount: Int, time: Double) {
    self.pairs = pairs
    self.time = time
    labels = (labelIndices, labelCount)
    field = Self.mixture(of: pairs, labels) { $0.velocity }
  }

  /// The mixture in which each pair's answer is an affine function of the point.
  private static func mixture(
    of pairs: [JointGaussian], _ labels: (indices: [Int], count: Int),
    answer: (JointGaussian) -> JointGaussian.Answer
  ) -> DiffusedMixture {
    // With a sigma of 1 the estimate of the noise is the negative score.
    DiffusedMixture(
      level: NoiseLevel(alpha: 1, sigma: 1), lobes: pairs.map { $0.lobe(for: answer($0)) },
      labelIndices: labels.indices, labelCount: labels.count)
  }

  /// The mixture as one that is asked for densities and label posteriors; its estimates are the
  /// velocity in place of the clean point and the negative score in place of the noise.
  public var mixture: DiffusedMixture { field }

  /// How many pairs of Gaussians there are.
  public var count: Int { pairs.count }

  /// The Gaussians of the pairs at this time, without names.
  public var components: [GaussianMixture.Component] { pairs.map(\.component) }

  /// The logarithm of the density at a point.
  public func logDensity(at point: Point) -> Double { field.logDensity(at: point) }

  /// The logarithm of the density at all points of a batch.
  public func logDensities(at points: [Point]) -> [Double] { field.logDensities(at: points) }

  /// The gradient of the log density.
  public func score(at point: Point) -> Point { field.score(at: point) }

  /// The marginal velocity dx/dt, `E[dx/dt | x]`.
  public func velocity(at point: Point) -> Point { field.estimate(at: point).clean }

  /// The posterior mean of the clean end, E[clean | x].
  public func clean(at points: [Point]) -> [Point] {
    let clean = Self.mixture(of: pairs, labels) { $0.clean }
    return points.map { clean.estimate(at: $0).clean }
  }

  /// Where a point has its clean end, `p(clean | x)`: a lobe for every pair that may have passed
  /// there. Nil at the clean end, where the point is the answer.
  ///
  /// - Parameter told: the logarithm of what else tells of the labels, in the data's order.
  func posterior(of point: Point, told: [Double] = []) -> GaussianMixture? {
    guard time > 0 else { return nil }
    let most = told.max() ?? 0
    let shares = zip(field.responsibilities(at: point), labels.indices).map { share, label in
      told.isEmpty ? share : share * exp(told[label] - most)
    }
    let least = Self.leastShare * shares.reduce(0, +)
    let lobes = zip(pairs, shares).compactMap { pair, share in
      share > least ? pair.cleanEnd(of: point, share: share) : nil
    }
    return try? GaussianMixture(components: lobes)
  }

  /// Lobes of smaller shares are left out.
  private static let leastShare = 1e-6

  /// The posterior mean of the standard-normal noise that the start was made of, E[eps | x].
  public func noise(at points: [Point]) -> [Point] {
    let noise = Self.mixture(of: pairs, labels) { $0.noise }
    return points.map { noise.estimate(at: $0).clean }
  }

  /// The posterior probability of every label, in the data's order.
  public func labelPosterior(at point: Point) -> [Double] { field.labelPosterior(at: point) }

  /// Velocity and score at all points of a batch, by the fastest instructions there are.
  public func fieldValues(of points: [Point]) -> [FieldValue] {
    var estimates = [Estimate](repeating: .zero, count: points.count)
    field.estimate(points, into: &estimates)
    return estimates.map { FieldValue(velocity: $0.clean, score: -$0.noise) }
  }
}

/// How a point moves: along the ODE, and where the density rises.
public struct FieldValue: Sendable, Equatable {
  public var velocity: Point
  public var score: Point

  public init(velocity: Point, score: Point) {
    self.velocity = velocity
    self.score = score
  }
}
