/// Sines and cosines, and what is made with them, in plain Swift vectors.
enum PortableCircle {
  @Sendable
  static func embed(_ embedding: Embedding) {
    for index in 0..<embedding.count {
      let point = embedding.points[index]
      let row = embedding.rows + index &* embedding.distance
      for i in stride(from: 0, to: embedding.projections, by: 4) {
        let turns = point.x * embedding.turnsX.lanes(i) + point.y * embedding.turnsY.lanes(i)
        let circle = Elementary.circle(turns)
        row.store(circle.sine, i)
        row.store(circle.cosine, embedding.projections &+ i)
      }
    }
  }

  /// The transformation of Box and Muller 1958.
  @Sendable
  static func normals(
    _ words: UnsafePointer<UInt32>, _ normals: UnsafeMutablePointer<Float>, _ pairs: Int
  ) {
    for i in stride(from: 0, to: pairs, by: 4) {
      let squared = -2 * Elementary.logarithm(uniform(words, i))
      let radius = squared * Elementary.reciprocalSquareRoot(squared)
      let circle = Elementary.circle(uniform(words, pairs &+ i))
      normals.store(radius * circle.cosine, i)
      normals.store(radius * circle.sine, pairs &+ i)
    }
  }

  /// Numbers in (0, 1) from the upper 24 bits.
  @inline(__always)
  private static func uniform(_ words: UnsafePointer<UInt32>, _ i: Int) -> Lanes {
    let upper = Lanes(
      Float(words[i] >> 8), Float(words[i &+ 1] >> 8), Float(words[i &+ 2] >> 8),
      Float(words[i &+ 3] >> 8))
    return (upper + 0.5) * 0x1p-24
  }
}
