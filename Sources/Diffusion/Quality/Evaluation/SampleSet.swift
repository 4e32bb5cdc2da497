/// What samples are judged by: themselves, and clouds of real data of the same size, all in the
/// data's own units.
public struct SampleSet: Sendable {
  public let samples: [Point]
  /// The label that each sample set out with, an index into the distribution's labels; nil where
  /// samples belong to none.
  public let labels: [Int]?
  /// Real data that the samples are measured against.
  public let reference: [Point]
  /// Further real data, measured in place of the samples: the floor.
  public let others: [[Point]]
  /// The distribution real data is drawn from.
  public let target: GaussianMixture
  /// The experiment that the samples are of.
  public let laboratory: Laboratory
  /// Where the samples came from; nil where they are only given.
  public let origin: (any SampleOrigin)?
  /// Whether somebody asked for the metric by its name, so that it may go into detail.
  public var isAskedByName = false

  /// How many real clouds a floor is the mean of at the most: one alone is off by half as often as
  /// not.
  public static let mostOthers = 8

  /// Draws the real data for samples, of at least one point.
  public init(
    of samples: [Point], labels: [Int]? = nil, origin: (any SampleOrigin)?,
    in laboratory: Laboratory
  ) {
    precondition(!samples.isEmpty, "a metric needs a sample")
    self.samples = samples
    self.labels = labels ?? origin?.labels
    self.laboratory = laboratory
    self.origin = origin
    target = laboratory.ownTarget
    let count = samples.count
    let randomness = laboratory.experiment.randomness
    var stream = randomness.stream(.reference)
    reference = laboratory.ownData(count, from: &stream)
    others = (0..<Self.mostOthers).map { cloud in
      var stream = randomness.stream(.floor, step: cloud)
      return laboratory.ownData(count, from: &stream)
    }
  }

  /// How many real clouds the floor of a metric of all pairs is the mean of: as many as cost about
  /// as much as one pair of clouds of 3000 points, and one at least.
  var othersOfPairs: Int {
    min(Self.mostOthers, max(1, 8_000_000 / (samples.count * samples.count)))
  }
}

extension Laboratory {
  /// Fresh real data of what is asked for, in its own units.
  fileprivate func ownData(_ count: Int, from stream: inout RandomStream) -> [Point] {
    frame.restored(target.draw(count, from: &stream).points)
  }
}

/// Where samples came from, as their method knows it: what its own metrics look at.
public protocol SampleOrigin: Sendable {
  /// The label that each sample set out with; nil where samples belong to none.
  var labels: [Int]? { get }
}

extension SampleOrigin {
  public var labels: [Int]? { nil }
}
