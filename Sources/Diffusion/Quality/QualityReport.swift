/// How good a cloud of samples is, with all that is needed to judge the numbers.
public struct QualityReport: Sendable, Equatable, Codable {
  /// The same measures taken on fresh real data of the same size, as the mean over several clouds
  /// against the same reference: on average no sample does better.
  public struct Floor: Sendable, Equatable, Codable {
    public let distances: SlicedWasserstein.Distances
    public let shareWithinThree: Double
  }

  /// The number of samples.
  public let count: Int
  /// The seed of the real data the samples were measured against.
  public let seed: UInt64
  /// Sliced W1 and W2 to fresh real data.
  public let distances: SlicedWasserstein.Distances
  /// Real against real, at the same size.
  public let floor: Floor
  public let census: ModeCensus
  /// The share within three standard deviations in closed form, where there is one.
  public let idealShareWithinThree: Double?
  /// The exact W2 to the same real data; nil where nobody asked for it.
  public let exactDistance: ExactDistance?
  /// How often the model was asked for each sample.
  public let networkCalls: Int

  public var slicedW2: Double { distances.second }
  public var modesFound: Int { census.modesFound }
  public var modesExpected: Int { census.modes.count }
  public var shareWithinThree: Double { census.shareWithinThree }
}
