import Foundation

/// The best that linear maps can do on data of a mean and a covariance, whatever its shape: the closed
/// form of a variational auto-encoder without hidden layers.
///
/// Along each principal axis, of variance `l`, the decoder is `w z`, the encoder `N(u x, v)`. What is
/// brought down is the sum over the axes of
/// ```
/// (l (1 - w u)² + w² v) / (2 s²) + beta (u² l + v - 1 - ln v) / 2,    plus ln(2 pi s²),
/// ```
/// and is least at
/// ```
/// w² = l - beta s²    u = w / l    v = beta s² / l    where l > beta s², and else at w = u = 0, v = 1:
/// ```
/// the axis is not told at all, posterior collapse (Lucas et al. 2019). With beta = 1 this is
/// probabilistic principal component analysis (Tipping and Bishop 1999), and the bound is the log
/// likelihood itself: the encoder is then the exact posterior. A learned spread is
/// ```
/// s² = (the variances of the axes that are not told) / (2 - beta (how many are told)),
/// ```
/// the mean of what is left out where beta is 1.
public struct LinearVAE: Sendable, Equatable {
  /// The variances of the axes, the largest first.
  public let variances: [Double]
  /// The directions of the axes.
  public let directions: [Point]
  /// How many axes are told by latents; they are the first ones.
  public let told: Int
  /// The standard deviation of the decoder's Gaussian per coordinate.
  public let spread: Double
  public let beta: Double

  /// Nil where the spread would be best at 0, with a bound that has no end, or where any spread will
  /// do: where it is learned and all axes can be told at no cost of it.
  public init?(of covariance: Covariance, _ settings: VAESettings) {
    let axes = covariance.principalAxes
    variances = axes.map(\.variance)
    directions = axes.map(\.direction)
    beta = settings.beta
    let (variances, beta) = (variances, settings.beta)
    switch settings.spread {
    case .fixed(let spread):
      self.spread = spread
      told = variances.prefix(settings.latents).count { $0 > beta * spread * spread }
    case .learned:
      if Double(settings.latents) * beta == 2 || (settings.latents == 2 && beta < 1) { return nil }
      // Every number of told axes that agrees with its own spread; the best of them.
      let candidates = (0...settings.latents).compactMap { told -> (told: Int, spread: Double)? in
        let free = 2 - beta * Double(told)
        let left = variances.dropFirst(told).reduce(0, +)
        guard free > 0, left > 0 else { return nil }
        let variance = left / free
        guard variances.prefix(told).allSatisfy({ $0 > beta * variance }) else { return nil }
        return (told, variance.squareRoot())
      }
      func cost(_ one: (told: Int, spread: Double)) -> Double {
        Self.objective(variances, told: one.told, spread: one.spread, beta: beta)
      }
      guard let best = candidates.min(by: { cost($0) < cost($1) }) else { return nil }
      (told, spread) = best
    }
  }

  /// The divergence of an axis that is told: `-ln v / 2`.
  private func divergence(_ axis: Int) -> Double {
    axis < told ? log(variances[axis] / (beta * spread * spread)) / 2 : 0
  }

  public var kl: Double { (0..<2).reduce(0) { $0 + divergence($1) } }

  /// `E_q ln p(x | z)`: an axis that is told has the mean squared error `beta s²`, one that is not its
  /// variance.
  public var reconstruction: Double {
    let variance = spread * spread
    let error = variances.enumerated().reduce(0) {
      $0 + ($1.offset < told ? beta * variance : $1.element)
    }
    return -log(2 * .pi * variance) - error / (2 * variance)
  }

  /// The bound itself, with its divergence at weight 1.
  public var elbo: Double { reconstruction - kl }

  /// What is brought down where so many axes are told.
  private static func objective(
    _ variances: [Double], told: Int, spread: Double, beta: Double
  ) -> Double {
    let variance = spread * spread
    let told = variances.enumerated().reduce(0) { sum, axis in
      sum
        + (axis.offset < told
          ? beta / 2 + beta * log(axis.element / (beta * variance)) / 2
          : axis.element / (2 * variance))
    }
    return told + log(2 * .pi * variance)
  }
}

extension LinearVAE {
  /// The model with these maps, of latents of so many numbers.
  ///
  /// - Parameter mean: that of the data.
  func model(latents: Int, mean: Point) -> VariationalAutoEncoder {
    let variance = spread * spread
    var weights = [[Float]](repeating: [], count: 2)
    var decoder: [Float] = []
    let axes = (0..<latents).map { axis -> (w: Double, u: Double, v: Double) in
      guard axis < told else { return (0, 0, 1) }
      let w = (variances[axis] - beta * variance).squareRoot()
      return (w, w / variances[axis], beta * variance / variances[axis])
    }
    for coordinate in 0..<2 {
      weights[coordinate] = (0..<latents).map { Float(axes[$0].u * directions[$0][coordinate]) }
      weights[coordinate] += [Float](repeating: 0, count: latents)
    }
    for axis in 0..<latents {
      decoder += (0..<2).map { Float(axes[axis].w * directions[axis][$0]) }
    }
    let none = NetworkSpecification(hidden: [])
    let sizes = VariationalAutoEncoder.architectures(latents: latents, of: none)
    let biases = [Float](repeating: 0, count: latents) + axes.map { Float(log($0.v)) }
    return VariationalAutoEncoder(
      encoder: PartNetwork(mlp: MLP(sizes.encoder), parameters: weights.flatMap { $0 } + biases),
      decoder: PartNetwork(mlp: MLP(sizes.decoder), parameters: decoder + [0, 0]),
      standardization: Standardization(centre: mean, spread: 1), spread: spread)
  }
}

extension VariationalAutoEncoder {
  /// Whether neither network has a hidden layer.
  var isLinear: Bool { encoder.mlp.architecture.hidden.isEmpty }
}

extension Covariance {
  /// The principal axes, that of the largest variance first.
  fileprivate var principalAxes: [(variance: Double, direction: Point)] {
    let (centre, half) = (trace / 2, (xx - yy) / 2)
    let radius = (half * half + xy * xy).squareRoot()
    let angle = atan2(xy, half) / 2
    let first = Point(cos(angle), sin(angle))
    // The smaller one by the determinant keeps its digits where the axes are very different.
    let largest = centre + radius
    return [
      (largest, first), (largest > 0 ? determinant / largest : 0, Point(-first.y, first.x)),
    ]
  }
}
