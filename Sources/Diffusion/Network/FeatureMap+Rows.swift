/// Points as rows without gaps, as networks that learn block by block are asked about them.
extension FeatureMap {
  /// The features of points, a row for each, all but those of their levels.
  ///
  /// - Parameters:
  ///   - width: how many numbers a row has; those that nobody writes are 0.
  ///   - complete: writes what a row has besides: it is given its number and its place.
  func rows(
    of points: [SIMD2<Float>], width: Int, kernels: Kernels = Kernels(.best),
    complete: (_ row: Int, _ place: UnsafeMutablePointer<Float>) -> Void
  ) -> [Float] {
    let bounded = points.map(Self.bounded)
    return [Float](count: points.count * width) { rows in
      guard let start = rows.baseAddress else { return }
      start.initialize(repeating: 0, count: rows.count)
      bounded.withUnsafeBufferPointer { points in
        guard let first = points.baseAddress else { return }
        write(first, count: points.count, to: start, distance: width, kernels: kernels)
      }
      for row in points.indices { complete(row, start + row * width) }
    }
  }

  /// Takes gradients with respect to such rows back to the points they are of.
  func pulledBack(_ gradient: [Float], rows: [Float], width: Int) -> [SIMD2<Float>] {
    precondition(gradient.count == rows.count, "a gradient for every feature")
    return gradient.withUnsafeBufferPointer { gradient in
      rows.withUnsafeBufferPointer { rows in
        guard let slopes = gradient.baseAddress, let features = rows.baseAddress else { return [] }
        return stride(from: 0, to: rows.count, by: width).map {
          pulledBack(slopes + $0, features: features + $0)
        }
      }
    }
  }
}
