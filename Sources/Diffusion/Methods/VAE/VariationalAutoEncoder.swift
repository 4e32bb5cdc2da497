import Foundation

/// A variational auto-encoder of the plane (Kingma and Welling 2014): an encoder that answers to a
/// point x with a Gaussian of its latent z, and a decoder that answers to a latent with a Gaussian of
/// the point.
///
/// ```
/// p(z) = N(0, I)    p(x | z) = N(mean(z), spread² I)    q(z | x) = N(m(x), diag v(x))
/// ```
/// A latent has one or two numbers. It is a `Point` in both cases; of one number the second is 0, and
/// nobody reads it.
public struct VariationalAutoEncoder: Sendable, Equatable {
  /// The Gaussian of latents that the encoder answers with: independent coordinates.
  public struct Code: Sendable, Equatable {
    public let mean: Point
    /// The variance of each coordinate.
    public let variance: Point

    /// A latent of it, made of standard-normal numbers.
    public func latent(_ normal: Point) -> Point { mean + variance.squareRoot() * normal }
  }

  let encoder: PartNetwork
  let decoder: PartNetwork
  /// How data was brought to unit size; both networks work in such units.
  public var standardization: Standardization
  /// The standard deviation of the decoder's Gaussian per coordinate, in the data's units.
  public let spread: Double
  /// The weight of the divergence that it was learned with.
  public var beta = 1.0

  /// How many numbers a latent has: 1 or 2.
  public var latents: Int { decoder.inputs }

  /// The codes of points in the data's units.
  public func codes(of points: [Point]) -> [Code] {
    let inputs = points.flatMap { point -> [Float] in
      let own = standardization.standardized(point)
      return [Float(own.x), Float(own.y)]
    }
    let answers = encoder.answers(to: inputs)
    let width = 2 * latents
    return points.indices.map { row in
      let mean = answers[row * width..<row * width + latents]
      let logVariance = answers[row * width + latents..<(row + 1) * width]
      return Code(
        mean: Self.point(mean.map(Double.init)),
        variance: Self.point(logVariance.map { exp(Double(LatentDraw.bounded($0))) }))
    }
  }

  /// The means of the points that latents stand for, in the data's units.
  public func means(of latents: [Point]) -> [Point] {
    let inputs = latents.flatMap { latent in
      (0..<self.latents).map { Float(latent[$0]) }
    }
    let answers = decoder.answers(to: inputs)
    return latents.indices.map { row in
      standardization.restored(Point(Double(answers[2 * row]), Double(answers[2 * row + 1])))
    }
  }

  private static func point(_ numbers: [Double]) -> Point {
    Point(numbers[0], numbers.count > 1 ? numbers[1] : 0)
  }
}

extension VariationalAutoEncoder {
  /// What the networks of a preset's hidden layers look like: the decoder's are those of the encoder
  /// in the opposite order.
  static func architectures(
    latents: Int, of network: NetworkSpecification
  ) -> (encoder: MLP.Architecture, decoder: MLP.Architecture) {
    var opposite = network
    opposite.hidden.reverse()
    return (
      network.architecture(inputs: 2, outputs: 2 * latents),
      opposite.architecture(inputs: latents, outputs: 2)
    )
  }

  /// `ln p(x | z)` for each point and the mean that the decoder answers with.
  func logDensity(of point: Point, around mean: Point) -> Double {
    IsotropicNormal.logDensity(point - mean, spread * spread)
  }
}
