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
  static let coordinates = 2 * frequencyCount..<2 * frequencyCount + 2
  static let level = coordinates.upperBound..<coordinates.upperBound + 4
  /// The number of features.
  static let count = level.upperBound

  /// The random projections, in radians per unit.
  let frequencies: [SIMD2<Float>]
  /// What the coordinates are multiplied by to give the same in turns.
  private let turnsX: [Float]
  private let turnsY: [Float]

  init(frequencies: [SIMD2<Float>]) {
    precondition(frequencies.count == Self.frequencyCount, "16 frequencies")
    self.frequencies = frequencies
    turnsX = frequencies.map { $0.x / (2 * Float.pi) }
    turnsY = frequencies.map { $0.y / (2 * Float.pi) }
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

  /// Four levels' features at a time: one vector for each of the four.
  static func features(ofLogSNR logSNR: Lanes) -> (Lanes, Lanes, Lanes, Lanes) {
    let limit = Lanes(repeating: Float(logSNRLimit))
    var bounded = logSNR.replacing(with: limit, where: logSNR .> limit)
    bounded = bounded.replacing(with: -limit, where: bounded .< -limit)
    func tanh(_ x: Lanes) -> Lanes { 2 * Elementary.logistic(2 * x) - 1 }
    return (bounded / 4, tanh(bounded / 4), tanh(bounded - 2), tanh(bounded + 2))
  }

  /// Brings points that are too far out to where the network can be asked about them.
  static func bounded(_ point: SIMD2<Float>) -> SIMD2<Float> {
    SIMD2(
      min(max(point.x, -coordinateLimit), coordinateLimit),
      min(max(point.y, -coordinateLimit), coordinateLimit))
  }

  /// Writes the features of bounded points, a row for each, all but those of their levels.
  func write(
    _ points: UnsafePointer<SIMD2<Float>>, count: Int, to rows: UnsafeMutablePointer<Float>,
    distance: Int, kernels: Kernels
  ) {
    turnsX.withUnsafeBufferPointer { turnsX in
      turnsY.withUnsafeBufferPointer { turnsY in
        guard let turnsX = turnsX.baseAddress, let turnsY = turnsY.baseAddress else { return }
        kernels.embed(
          Embedding(
            points: points, count: count, projections: Self.frequencyCount, turnsX: turnsX,
            turnsY: turnsY, rows: rows, distance: distance))
      }
    }
    for index in 0..<count {
      let place = rows + index &* distance + Self.coordinates.lowerBound
      place[0] = Self.coordinateScale * points[index].x
      place[1] = Self.coordinateScale * points[index].y
    }
  }

  /// Takes the gradient of a function of the features back to the point they are of.
  ///
  /// - Parameters:
  ///   - features: a row of features.
  ///   - gradient: the derivatives with respect to them.
  func pulledBack(
    _ gradient: UnsafePointer<Float>, features: UnsafePointer<Float>
  ) -> SIMD2<Float> {
    let place = Self.coordinates.lowerBound
    var sum = Self.coordinateScale * SIMD2(gradient[place], gradient[place + 1])
    for (index, frequency) in frequencies.enumerated() {
      let other = index + Self.frequencyCount
      sum +=
        (gradient[index] * features[other] - gradient[other] * features[index]) * frequency
    }
    return sum
  }

  /// The standard deviation of a first layer's weights for every feature, such that each group by
  /// itself gives every unit an input of unit variance.
  static let initialDeviations: [Double] =
    [Double](repeating: 0.25, count: 2 * frequencyCount)
    + [Double](repeating: 1 / (Double(coordinateScale) * 2.0.squareRoot()), count: 2)
    + [Double](repeating: 0.5, count: 4)
}
