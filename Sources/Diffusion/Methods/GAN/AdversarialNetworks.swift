import Foundation

/// A generative adversarial network of the plane (Goodfellow et al. 2014): a generator that makes a
/// point of two normal numbers, and a discriminator that says how likely a point is real.
///
/// ```
/// x = G(z), z ~ N(0, I)        D(x) = 1 / (1 + exp(-logit(x)))
/// ```
/// Against samples of a density q the best discriminator of data p is `p / (p + q)`, its logit
/// `ln p - ln q`: 1/2 and 0 everywhere once samples are as the data.
public struct AdversarialNetworks: Sendable, Equatable {
  let generator: PartNetwork
  let discriminator: PartNetwork
  /// What the discriminator sees a point through.
  let view: DiscriminatorView
  /// How data was brought to unit size; both networks work in such units.
  public var standardization: Standardization
  /// What kept the game calm that they have learned in.
  public let stabilizer: GANStabilizer

  /// How many numbers a latent has.
  static let latents = 2

  /// The discriminator's logits at points in the data's units: ln(D / (1 - D)).
  public func logits(at points: [Point]) -> [Double] {
    let own = points.map { SIMD2<Float>(standardization.standardized($0)) }
    let rows = view.rows(of: own, kernels: Kernels(.best))
    return discriminator.answers(to: rows).map(Double.init)
  }

  /// How likely each of some points is real, by the discriminator, where half of all points are: from 0
  /// to 1.
  public func verdicts(at points: [Point]) -> [Double] {
    logits(at: points).map { 1 / (1 + exp(-$0)) }
  }

  /// What the networks of a preset's hidden layers look like: both have the same.
  static func architectures(
    of network: NetworkSpecification
  ) -> (generator: MLP.Architecture, discriminator: MLP.Architecture) {
    (
      network.architecture(inputs: latents, outputs: 2),
      network.architecture(inputs: DiscriminatorView.count, outputs: 1)
    )
  }
}

/// What makes points of two normal numbers each, with nothing left to chance.
public protocol LatentGenerator: Sendable {
  /// The points of latents, in the data's units.
  func points(of latents: [Point]) -> [Point]
}

extension AdversarialNetworks: LatentGenerator {
  public func points(of latents: [Point]) -> [Point] {
    let answers = generator.answers(to: latents.flatMap { [Float($0.x), Float($0.y)] })
    return latents.indices.map { row in
      standardization.restored(Point(Double(answers[2 * row]), Double(answers[2 * row + 1])))
    }
  }
}

/// The distribution itself as a generator: each number of a latent is a coordinate at the same share of
/// its distribution function, the second given the first. Its samples are data, so that the best
/// discriminator against it says 1/2 everywhere.
public struct ExactGenerator: LatentGenerator {
  private let map: ExactLatentMap

  init(of mixture: GaussianMixture) {
    map = ExactLatentMap(map: ExactQuantileMap(of: mixture, axes: .xy), latents: 2)
  }

  public func points(of latents: [Point]) -> [Point] { map.means(of: latents) }

  /// The latents that points are made of.
  public func latents(of points: [Point]) -> [Point] { map.latents(of: points) }
}
