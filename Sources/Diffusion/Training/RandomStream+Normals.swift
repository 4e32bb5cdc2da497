extension RandomStream {
  /// Four independent standard-normal floats (Box and Muller 1958), within ±5.9.
  ///
  /// Training draws a thousand of these a step; one vector's worth of arithmetic makes four.
  mutating func normalQuartet() -> SIMD4<Float> {
    let first = next()
    let second = next()
    let radii = Lanes(uniform(first), uniform(first), uniform(second), uniform(second))
    let turns = Lanes(
      uniform(first << 32), uniform(first << 32), uniform(second << 32), uniform(second << 32))
    let squared = -2 * Elementary.logarithm(radii)
    let radius = squared * Elementary.reciprocalSquareRoot(squared)
    let circle = Elementary.circle(turns)
    return radius
      * circle.sine.replacing(with: circle.cosine, where: SIMDMask([true, false, true, false]))
  }

  /// A float in (0, 1) from the upper 24 bits.
  @inline(__always)
  private func uniform(_ word: UInt64) -> Float {
    (Float(UInt32(truncatingIfNeeded: word >> 40)) + 0.5) * 0x1p-24
  }
}
