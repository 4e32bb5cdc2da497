/// Where points set out from, and what they carry along unchanged.
public struct RunStart: Sendable, Equatable {
  public var points: [Point]
  public var conditioning: Conditioning

  public init(points: [Point], conditioning: Conditioning = Conditioning()) {
    self.points = points
    self.conditioning = conditioning
  }
}

/// What points carry along unchanged on their way.
public struct Conditioning: Sendable, Equatable {
  /// The label that each start belongs to, an index into the data's labels; nil where starts belong
  /// to none.
  public var labels: [Int]?
  /// The third coordinate of each point, where there is one.
  public var heights: [Double]?

  public init(labels: [Int]? = nil, heights: [Double]? = nil) {
    self.labels = labels
    self.heights = heights
  }
}
