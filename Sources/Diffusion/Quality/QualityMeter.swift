/// Measures samples of one distribution; all that does not depend on the samples is prepared once.
public struct QualityMeter: Sendable {
  public let mixture: GaussianMixture
  /// The size of the clouds of real data, and of samples the floor holds for.
  public let count: Int
  private let seed: UInt64
  private let reference: SlicedWasserstein
  private let floor: QualityReport.Floor
  /// The distances of single clouds of real data from the reference: the floor is their mean.
  public let floors: [SlicedWasserstein.Distances]
  private let idealShareWithinThree: Double?
  /// How long a unit of the points is in the data's own units, in which distances are told.
  private let unit: Double
  private let expectation: ModeExpectation
  /// The same real data for the exact distance.
  private let exactly: ExactMeter
  /// Whether reports have the exact distance too.
  var measuresExactly = false

  /// Draws a reference cloud of real data, and measures further real clouds against it.
  ///
  /// - Parameter frame: that of the experiment, in whose coordinates the mixture is.
  public init(
    mixture: GaussianMixture, count: Int, randomness: Randomness,
    frame: Standardization = .identity
  ) {
    precondition(count > 0, "a measure needs a sample")
    var stream = randomness.stream(.reference)
    let real = mixture.draw(count, from: &stream).points
    reference = SlicedWasserstein(reference: real)
    exactly = ExactMeter(
      reference: real, of: mixture, randomness: randomness, unit: frame.spread)
    expectation = ModeExpectation(of: mixture)
    let clouds = (0..<Self.floorClouds).map { cloud in
      var stream = randomness.stream(.floor, step: cloud)
      return mixture.draw(count, from: &stream).points
    }
    floors = clouds.map { [reference] in reference.distances(to: $0).scaled(by: frame.spread) }
    floor = Self.floor(floors, of: clouds, in: mixture)
    unit = frame.spread
    idealShareWithinThree = mixture.shareWithinThree
    self.mixture = mixture
    self.count = count
    seed = randomness.seed
  }

  /// How many real clouds the floor is the mean of: one alone is off by half as often as not.
  static let floorClouds = 8

  private static func floor(
    _ distances: [SlicedWasserstein.Distances], of clouds: [[Point]], in mixture: GaussianMixture
  ) -> QualityReport.Floor {
    func mean(_ figures: [Double]) -> Double {
      figures.reduce(0, +) / Double(floorClouds)
    }
    return QualityReport.Floor(
      distances: SlicedWasserstein.Distances(
        first: mean(distances.map(\.first)), second: mean(distances.map(\.second)),
        greatestFirst: mean(distances.map(\.greatestFirst)),
        greatestSecond: mean(distances.map(\.greatestSecond))),
      shareWithinThree: mean(clouds.map { ModeCensus.shareWithinThree(of: $0, in: mixture) }))
  }

  /// The report on a cloud of samples.
  ///
  /// - Parameter networkCalls: how often the model was asked for each sample.
  public func report(on points: [Point], networkCalls: Int) -> QualityReport {
    QualityReport(
      count: points.count, seed: seed, distances: reference.distances(to: points).scaled(by: unit),
      floor: floor, census: ModeCensus(of: points, in: mixture, expecting: expectation),
      idealShareWithinThree: idealShareWithinThree,
      exactDistance: measuresExactly ? exactly.distance(of: points) : nil,
      networkCalls: networkCalls)
  }
}

extension SlicedWasserstein.Distances {
  fileprivate func scaled(by unit: Double) -> SlicedWasserstein.Distances {
    SlicedWasserstein.Distances(
      first: unit * first, second: unit * second, greatestFirst: unit * greatestFirst,
      greatestSecond: unit * greatestSecond)
  }
}
