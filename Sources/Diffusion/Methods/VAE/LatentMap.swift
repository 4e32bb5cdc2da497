import Foundation

/// What makes points of latents: the mean of each first, and then a point around it.
public protocol LatentMap: Sendable {
  /// Where latents have the middle of their points, in the data's units.
  func means(of latents: [Point]) -> [Point]

  /// The points themselves, made of the latents and standard-normal numbers, two each.
  ///
  /// - Parameter means: what `means` says of the latents.
  func points(of latents: [Point], around means: [Point], noise: [Point]) -> [Point]
}

extension LatentMap {
  /// Points made of latents and standard-normal numbers.
  public func points(of latents: [Point], noise: [Point]) -> [Point] {
    points(of: latents, around: means(of: latents), noise: noise)
  }
}

extension VariationalAutoEncoder: LatentMap {
  public func points(of latents: [Point], around means: [Point], noise: [Point]) -> [Point] {
    zip(means, noise).map { $0 + spread * $1 }
  }
}

/// The distribution itself as points of standard-normal latents: each number of a latent is a
/// coordinate at the same share of its distribution function, the second given the first. Of a latent
/// of one number the second coordinate is drawn, given the first.
///
/// It is what a decoder without bounds could be; with two numbers nothing is left to be drawn.
public struct ExactLatentMap: LatentMap {
  public let map: ExactQuantileMap
  /// How many numbers a latent has: 1 or 2.
  public let latents: Int

  /// With one number, at the median of the second coordinate.
  public func means(of latents: [Point]) -> [Point] {
    map.points(
      at: latents.map { Point(Self.share($0.x), self.latents == 2 ? Self.share($0.y) : 0.5) })
  }

  public func points(of latents: [Point], around means: [Point], noise: [Point]) -> [Point] {
    if self.latents == 2 { return means }
    return map.points(at: zip(latents, noise).map { Point(Self.share($0.x), Self.share($1.x)) })
  }

  /// Where the latents of points have their means: at the points themselves, or of one number at the
  /// median of the second coordinate given the first. So nothing has to be inverted.
  public func means(ofPoints points: [Point]) -> [Point] {
    if latents == 2 { return points }
    let first = points.map { $0[map.axes.first] }
    let second = map.second([Double](repeating: 0.5, count: points.count), given: first)
    return zip(first, second).map(map.axes.point)
  }

  /// The latents of points; those of one number are (z, 0).
  public func latents(of points: [Point]) -> [Point] {
    map.shares(at: points).map { shares in
      func normal(_ share: Double) -> Double {
        StandardNormal.quantile(min(max(share, Self.least), 1 - Self.least))
      }
      return Point(normal(shares.x), latents == 2 ? normal(shares.y) : 0)
    }
  }

  /// The share below a normal number, never so near an end that nothing lies beyond it.
  private static func share(_ number: Double) -> Double {
    min(max(StandardNormal.cdf(number), least), 1 - least)
  }

  private static let least = 1e-15
}
