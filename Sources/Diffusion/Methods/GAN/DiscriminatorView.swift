/// What a discriminator sees of a point in standard units: the sines and cosines of 16 fixed random
/// projections and its coordinates, which are the features of denoisers without those of a level; and
/// what it is told besides.
struct DiscriminatorView: Sendable, Equatable {
  let map: FeatureMap
  /// Whether it is told a `JumpCondition` with every point.
  var isConditioned = false

  /// How many numbers it sees of a point alone.
  static let count = FeatureMap.level.lowerBound
  /// How many it sees where it is told a condition: two of noise and four of a level more.
  static let conditionedCount = count + 2 + FeatureMap.level.count

  var width: Int { isConditioned ? Self.conditionedCount : Self.count }

  /// The features of points, a row for each, without gaps.
  ///
  /// - Parameter conditions: one for each point, or none.
  func rows(
    of points: [SIMD2<Float>], under conditions: ArraySlice<JumpCondition> = [], kernels: Kernels
  ) -> [Float] {
    precondition(conditions.count == (isConditioned ? points.count : 0), "a condition for each")
    return map.rows(of: points, width: width, kernels: kernels) { row, place in
      guard isConditioned else { return }
      let condition = conditions[conditions.startIndex + row]
      let noise = condition.noise(from: FeatureMap.bounded(points[row]))
      place[Self.count] = noise.x
      place[Self.count + 1] = noise.y
      place.store(condition.level, Self.count + 2)
    }
  }

  /// Takes gradients with respect to rows of features back to the points they are of.
  func pulledBack(
    _ gradient: [Float], rows: [Float], under conditions: ArraySlice<JumpCondition> = []
  ) -> [SIMD2<Float>] {
    var points = map.pulledBack(gradient, rows: rows, width: width)
    for (row, condition) in conditions.enumerated() {
      let place = row * width + Self.count
      points[row] += condition.slope * SIMD2(gradient[place], gradient[place + 1])
    }
    return points
  }
}

/// The noisier point that a point x is said to lead to by a jump of the forward process: as the noise
/// that is added on the way, with the level it leads to.
///
/// The noise `(x_t - r x) / d`, with r what is left of x and d the deviation of what is added, is
/// standard normal of true pairs however long the jump is, which x_t itself is not.
struct JumpCondition: Sendable, Equatable {
  /// `x_t / d`.
  let offset: SIMD2<Float>
  /// `-r / d`.
  let slope: Float
  /// The features of the noisier level.
  let level: SIMD4<Float>
  /// The length in which the discriminator's slope is measured: how far apart points are that lead to
  /// one noisier point, `d / r`, but at most 1.
  let unit: Float

  func noise(from point: SIMD2<Float>) -> SIMD2<Float> { offset + slope * point }
}
