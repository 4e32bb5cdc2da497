import Foundation

/// Two sets of pictures that the Fréchet distance of features cannot tell apart, though anybody can.
public struct FrechetPair: Sendable {
  /// Real pictures, none of which shows the last subject.
  public let incomplete: [[Float]]
  /// Real pictures of all subjects, with noise on every pixel.
  public let noisy: [[Float]]
  /// The deviation of that noise, chosen so that both sets are equally far from real pictures.
  public let noise: Double
  /// How far they are.
  public let distances: (incomplete: Double, noisy: Double)
  /// How far as many real pictures are that lack nothing.
  public let floor: Double

  /// Whether both are equally far. They are not where the set that lacks a subject is no farther than
  /// chance makes a whole one, of few pictures or of many subjects: noise only takes pictures away.
  public var isEqual: Bool {
    abs(distances.noisy - distances.incomplete) <= 1e-3 * distances.incomplete
  }
}

/// What the Fréchet distance of features does not see.
extension LatentQuality {
  /// A pair of one distance; nil without a classifier, where there is but one subject, and of fewer
  /// than two pictures.
  public func frechetPair(count: Int) -> FrechetPair? {
    let last = vocabulary.attributes[0].words.count - 1
    guard let classifier = parts.classifier, last > 0, count > 1 else { return nil }
    var stream = laboratory.experiment.randomness.stream(.reference, step: 6)
    let real = classifier.features(of: source.pictures(count, from: &stream).map(\.pixels))
    let whole = source.pictures(count, from: &stream).map(\.pixels)
    var incomplete: [[Float]] = []
    while incomplete.count < count {
      let picture = source.picture(from: &stream)
      if picture.traits[0] != last { incomplete.append(picture.pixels) }
    }
    let noise = LatentNoise.normals(whole.reduce(0) { $0 + $1.count }, from: &stream)
    func noisy(_ deviation: Double) -> [[Float]] {
      var place = 0
      return whole.map { picture in
        picture.map { pixel in
          defer { place += 1 }
          return min(1, max(0, pixel + Float(deviation) * noise[place]))
        }
      }
    }
    func distance(_ pictures: [[Float]]) -> Double {
      FeatureDistance.frechet(real, classifier.features(of: pictures))
    }
    let wanted = distance(incomplete)
    var (low, high) = (0.0, Self.mostNoise)
    for _ in 0..<Self.halvings {
      let middle = (low + high) / 2
      if distance(noisy(middle)) < wanted { low = middle } else { high = middle }
    }
    let found = noisy(high)
    return FrechetPair(
      incomplete: incomplete, noisy: found, noise: high, distances: (wanted, distance(found)),
      floor: distance(whole))
  }

  private static let mostNoise = 1.0
  private static let halvings = 24

  /// The distances of that pair, and those of real pictures to real ones by how many there are.
  func blindSpots(count: Int) throws(GenerationError) -> [QualityFigure] {
    guard let classifier = parts.classifier, let pair = frechetPair(count: count) else { return [] }
    let last = vocabulary.attributes[0].words.last ?? ""
    let noise =
      pair.isEqual
      ? "with noise of \((1000 * pair.noise).rounded() / 1000) on every pixel; as much as makes both"
        + " equal"
      : "as they are: of so few chance alone is as far as a missing \(last)"
    let counts = [8, 4, 2, 1].map { count / $0 }.filter { $0 > 1 }
    let floors = try counts.map { count throws(GenerationError) in
      FeatureDistance.frechet(
        classifier.features(of: try real(.empty, count: count, step: 80).map(\.pixels)),
        classifier.features(of: try real(.empty, count: count, step: 81).map(\.pixels)))
    }
    return [
      QualityFigure(
        ["fid_incomplete"], pair.distances.incomplete, count: count,
        definition: "the same for real pictures none of which shows \(last)"),
      QualityFigure(
        ["fid_noisy"], pair.distances.noisy, count: count,
        definition: "the same for real pictures " + noise),
      QualityFigure(
        ["fid_by_count"], floors.last ?? .nan, terms: floors, count: count,
        definition: "real against real for n of "
          + counts.map { "\($0)" }.joined(separator: " ") + "; one draw each"),
    ]
  }
}
