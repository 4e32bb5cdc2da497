/// Measures samples of one distribution; all that does not depend on the samples is prepared once.
public struct QualityMeter: Sendable {
  public let mixture: GaussianMixture
  /// The size of the clouds of real data, and of samples the floor holds for.
  public let count: Int
  private let seed: UInt64
  private let reference: SlicedWasserstein
  private let floor: QualityReport.Floor
  private let idealShareWithinThree: Double?

  /// Draws two independent clouds of real data: samples and the second cloud are measured against
  /// the first.
  public init(mixture: GaussianMixture, count: Int, randomness: Randomness) {
    precondition(count > 0, "a measure needs a sample")
    var stream = randomness.stream(.reference)
    reference = SlicedWasserstein(reference: mixture.draw(count, from: &stream).points)
    var other = randomness.stream(.floor)
    let real = mixture.draw(count, from: &other).points
    floor = QualityReport.Floor(
      distances: reference.distances(to: real),
      shareWithinThree: ModeCensus(of: real, in: mixture).shareWithinThree)
    idealShareWithinThree = mixture.shareWithinThree
    self.mixture = mixture
    self.count = count
    seed = randomness.seed
  }

  /// The report on a cloud of samples.
  ///
  /// - Parameter networkCalls: how often the model was asked for each sample.
  public func report(on points: [Point], networkCalls: Int) -> QualityReport {
    QualityReport(
      count: points.count, seed: seed, distances: reference.distances(to: points), floor: floor,
      census: ModeCensus(of: points, in: mixture), idealShareWithinThree: idealShareWithinThree,
      networkCalls: networkCalls)
  }
}
