/// What a discriminator sees of a point in standard units: the sines and cosines of 16 fixed random
/// projections and its coordinates, which are the features of denoisers without those of a level.
struct DiscriminatorView: Sendable, Equatable {
  let map: FeatureMap

  /// How many numbers it sees.
  static let count = FeatureMap.level.lowerBound

  /// The features of points, a row for each, without gaps.
  func rows(of points: [SIMD2<Float>], kernels: Kernels) -> [Float] {
    let bounded = points.map(FeatureMap.bounded)
    return [Float](unsafeUninitializedCapacity: points.count * Self.count) { rows, made in
      made = points.count * Self.count
      guard let start = rows.baseAddress else { return }
      start.initialize(repeating: 0, count: made)
      bounded.withUnsafeBufferPointer { points in
        guard let first = points.baseAddress else { return }
        map.write(
          first, count: points.count, to: start, distance: Self.count, kernels: kernels)
      }
    }
  }

  /// Takes gradients with respect to rows of features back to the points they are of.
  func pulledBack(_ gradient: [Float], rows: [Float]) -> [SIMD2<Float>] {
    precondition(gradient.count == rows.count, "a gradient for every feature")
    return gradient.withUnsafeBufferPointer { gradient in
      rows.withUnsafeBufferPointer { rows in
        guard let slopes = gradient.baseAddress, let features = rows.baseAddress else { return [] }
        return stride(from: 0, to: rows.count, by: Self.count).map { row in
          map.pulledBack(slopes + row, features: features + row)
        }
      }
    }
  }
}
