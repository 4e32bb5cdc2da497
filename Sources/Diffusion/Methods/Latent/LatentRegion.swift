import Foundation

/// Where in the plane of the first two latents samples are to lie.
public enum LatentRegion: Codable, Hashable, Sendable {
  /// The union of painted discs.
  case painted([Disc])
  /// Where the encoder puts real pictures of a subject, the first of the attributes.
  case subject(String)

  public struct Disc: Codable, Hashable, Sendable {
    public var centre: Point
    public var radius: Double

    public init(centre: Point, radius: Double) {
      (self.centre, self.radius) = (centre, radius)
    }

    public func contains(_ place: Point) -> Bool {
      let offset = place - centre
      return (offset * offset).sum() <= radius * radius
    }
  }

  /// How many discs there may be, how large, and how far from the middle on either axis.
  public static let mostDiscs = 64
  public static let radii = 0.05...3.0
  public static let reach = 6.0

  /// What a region must be, in words.
  public static let expectation =
    "discs [x, y, radius] with x and y from -\(Int(reach)) to \(Int(reach)) and a radius from"
    + " \(radii.lowerBound) to \(Int(radii.upperBound)), \(mostDiscs) of them at most"

  /// What is wrong with it; nil where nothing is.
  func problem(in vocabulary: PictureVocabulary) -> String? {
    switch self {
    case .painted(let discs):
      let fits = discs.allSatisfy { disc in
        Self.radii.contains(disc.radius) && abs(disc.centre.x) <= Self.reach
          && abs(disc.centre.y) <= Self.reach
      }
      return fits && (1...Self.mostDiscs).contains(discs.count)
        ? nil : "region must be \(Self.expectation)"
    case .subject(let word):
      let words = vocabulary.attributes[0].words
      if words.contains(word) { return nil }
      return "\(UnknownName(name: word, family: "subject", known: words))"
    }
  }

  /// The discs of it where parts put them; nil where a subject has no encoder.
  ///
  /// - Parameter stream: where real pictures of a subject are drawn from.
  func discs(
    by parts: LatentParts, of source: PictureSource, from stream: RandomStream
  ) -> [Disc]? {
    switch self {
    case .painted(let discs): return discs
    case .subject(let word):
      guard let autoencoder = parts.autoencoder,
        let index = source.attributes[0].words.firstIndex(of: word)
      else { return nil }
      var stream = stream
      let pictures = (0..<Self.shown).map { _ in
        source.picture(with: [index], from: &stream).pixels
      }
      return autoencoder.latents(of: pictures).map { latent in
        Disc(centre: Point(Double(latent[0]), Double(latent[1])), radius: Self.around)
      }
    }
  }

  /// How many pictures of a subject there are, and how far around each its region reaches.
  private static let shown = 48
  private static let around = 0.3
}

/// A model of latents whose samples are led into a region of the plane of their first two numbers.
///
/// The clean latent is taken to be normal around its estimate with the variance
/// `sigma² / (alpha² + sigma²)` (Song et al. 2023), the region to be a mixture of normal distributions,
/// one for each disc; then the expected clean latent given both is known.
struct RegionDenoiser: Denoiser {
  let base: any Denoiser
  let discs: [LatentRegion.Disc]
  /// How many points a latent is.
  let width: Int

  var isRounded: Bool { base.isRounded }
  func calls(at level: NoiseLevel) -> Int { base.calls(at: level) }

  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    base.estimate(points, at: level, into: &estimates)
    let (alpha, sigma) = (level.alpha, level.sigma)
    guard sigma > 0 else { return }
    let variance = sigma * sigma / (alpha * alpha + sigma * sigma)
    for index in stride(from: 0, to: points.count, by: width) {
      let clean = estimates[index].clean
      let led = clean + variance * pull(on: clean, variance: variance)
      estimates[index] = Estimate(clean: led, noise: (points[index] - alpha * led) / sigma)
    }
  }

  /// The gradient of the logarithm of the region's likelihood, smoothed by a variance.
  func pull(on place: Point, variance: Double) -> Point {
    let parts = discs.map { disc -> (weight: Double, slope: Point) in
      let own = disc.radius / Self.radiiPerDeviation
      let whole = variance + own * own
      let offset = disc.centre - place
      let squared = (offset * offset).sum()
      return (log(own * own / whole) - squared / (2 * whole), offset / whole)
    }
    let most = parts.map(\.weight).max() ?? 0
    var (sum, slope) = (0.0, Point.zero)
    for part in parts {
      let weight = exp(part.weight - most)
      sum += weight
      slope += weight * part.slope
    }
    return sum > 0 ? slope / sum : .zero
  }

  /// A disc is a normal distribution of which 99 of 100 draws lie in it.
  private static let radiiPerDeviation = 3.0
}
