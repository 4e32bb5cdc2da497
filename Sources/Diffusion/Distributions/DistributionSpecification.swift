/// What an experiment says about its data: a name, components, or points.
public enum DistributionSpecification: Codable, Hashable, Sendable {
  /// A distribution of the gallery.
  case named(Distribution)
  /// Gaussians written out by the user.
  case components([GaussianMixture.Component])
  /// Points from a file or drawn by hand, each with a label or none of them.
  ///
  /// `source` says where they come from, for titles and messages.
  case points([Point], labels: [String]?, source: PointSource)

  /// The letters of a word.
  case word(String)

  /// Another distribution of which only so many points are known: drawn once, by a seed of their own,
  /// so that they stay the same whatever else is drawn. Networks learn from them alone.
  indirect case samples(of: DistributionSpecification, count: Int, seed: UInt64)

  /// The source of points that are written out one by one or drawn, in no file of their own.
  public static let listSource = PointSource("the list")

  /// The label of points that have none.
  public static let unlabelled = PointCloud.unlabelled

  public static let standard = DistributionSpecification.named(.eightGaussians)

  /// The distribution's name in titles.
  public var title: String {
    switch self {
    case .named(let distribution): distribution.title
    case .components(let components) where components.count == 1: "One Gaussian"
    case .components(let components): "\(components.count) Gaussians"
    case .points(let points, _, let source): "\(points.count) points of \(source)"
    case .word(let word): "The word \(word)"
    case .samples(let whole, let count, _):
      "\(count) \(count == 1 ? "sample" : "samples") of \(whole.title)"
    }
  }

  /// The distribution as a mixture.
  public func mixture() throws(DistributionError) -> GaussianMixture {
    switch self {
    case .named(let distribution):
      return distribution.mixture()
    case .components(let components):
      do throws(MixtureError) {
        return try GaussianMixture(components: components)
      } catch {
        throw .components(error)
      }
    case .points(let points, let labels, let source):
      return try PointCloud(points: points, labels: labels, source: source.name).mixture()
    case .word(let word):
      return try Lettering(word: word).mixture()
    case .samples(let whole, let count, _):
      if !Self.sampleCounts.contains(count) { throw .sampleCount(count) }
      return try whole.mixture()
    }
  }
}

/// Why a specification is not a distribution.
public enum DistributionError: Error, Equatable, CustomStringConvertible {
  case components(MixtureError)
  case noPoints(source: String)
  case tooManyPoints(Int, source: String)
  case badPoint(index: Int, source: String)
  case labelCount(labels: Int, points: Int, source: String)
  case wordLength(Int)
  case letter(Character)
  case sampleCount(Int)

  public var description: String {
    switch self {
    case .components(let error):
      error.description
    case .noPoints(let source):
      "\(source) has no points; at least one is needed"
    case .tooManyPoints(let count, let source):
      "\(source) has \(count) points; at most \(GaussianMixture.mostComponents) can be"
    case .badPoint(let index, let source):
      "point \(index + 1) of \(source) must be two numbers from -1e12 to 1e12"
    case .labelCount(let labels, let points, let source):
      "\(source) has \(labels) labels for \(points) points; every point needs one, or none has"
    case .wordLength(let count):
      "a word must have from 1 to \(Lettering.mostLetters) letters, not \(count)"
    case .letter(let letter):
      "'\(letter)' cannot be drawn as dots; known are \(Typeface.all)"
    case .sampleCount(let count):
      "samples must be from 1 to \(DistributionSpecification.sampleCounts.upperBound), not \(count)"
    }
  }
}
