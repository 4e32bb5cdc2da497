/// What the network sees of a noisy point: 38 numbers of comparable size.
///
/// A point in canonical coordinates (unit spread at every level) gives its two coordinates, times 3,
/// and the sine and cosine of 16 fixed random projections (Tancik et al. 2020), which let a small
/// network draw fine detail early. The level gives four functions of its log-SNR, few, because many
/// would drown the coordinates; they are clamped to the range that training visits.
struct FeatureMap: Sendable, Hashable {
  static let frequencyCount = 16
  /// The standard deviation of the random frequencies, in radians per unit.
  static let frequencySpread = 2.5
  static let coordinateScale: Float = 3
  /// The levels beyond which the features stay as they are.
  static let logSNRLimit = 8.0
  /// Points further out are shown to the network at this distance, so that nothing overflows.
  private static let coordinateLimit: Float = 1e4

  /// The order of the features: sines, cosines, coordinates, level.
  static let sines = 0..<frequencyCount
  static let cosines = frequencyCount..<2 * frequencyCount
  static let coordinates = cosines.upperBound..<cosines.upperBound + 2
  static let level = coordinates.upperBound..<coordinates.upperBound + 4
  /// The number of features.
  static let count = level.upperBound

  /// The random projections, in radians per unit.
  let frequencies: [SIMD2<Float>]
  /// The same in turns.
  private let turns: [SIMD2<Float>]

  init(frequencies: [SIMD2<Float>]) {
    precondition(frequencies.count == Self.frequencyCount, "16 frequencies")
    self.frequencies = frequencies
    turns = frequencies.map { $0 / (2 * Float.pi) }
  }

  /// Random frequencies.
  init(from stream: inout RandomStream) {
    self.init(
      frequencies: (0..<Self.frequencyCount).map { _ in
        SIMD2<Float>(Self.frequencySpread * stream.normalPoint())
      })
  }

  /// The four features of a level.
  static func features(ofLogSNR logSNR: Double) -> SIMD4<Float> {
    let bounded = Float(min(max(logSNR, -logSNRLimit), logSNRLimit))
    let bent = Lanes(0, bounded / 4, bounded - 2, bounded + 2)
    var features = 2 * Elementary.logistic(2 * bent) - 1
    features[0] = bounded / 4
    return features
  }

  /// Writes the features of a point.
  func write(
    _ point: SIMD2<Float>, level: SIMD4<Float>, to row: UnsafeMutablePointer<Float>,
    kernels: Kernels
  ) {
    let x = min(max(point.x, -Self.coordinateLimit), Self.coordinateLimit)
    let y = min(max(point.y, -Self.coordinateLimit), Self.coordinateLimit)
    let projections = row + Self.cosines.lowerBound
    for i in 0..<Self.frequencyCount { projections[i] = x * turns[i].x + y * turns[i].y }
    kernels.circle(
      UnsafePointer(projections), row + Self.sines.lowerBound, projections, Self.frequencyCount)
    row[Self.coordinates.lowerBound] = Self.coordinateScale * x
    row[Self.coordinates.lowerBound + 1] = Self.coordinateScale * y
    row.store(level, Self.level.lowerBound)
  }

  /// The standard deviation of a first layer's weights for every feature, such that each group by
  /// itself gives every unit an input of unit variance.
  static let initialDeviations: [Double] =
    [Double](repeating: 0.25, count: 2 * frequencyCount)
    + [Double](repeating: 1 / (Double(coordinateScale) * 2.0.squareRoot()), count: 2)
    + [Double](repeating: 0.5, count: 4)
}
