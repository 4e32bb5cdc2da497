extension TimeGrid {
  /// A step of a grid that gets somewhere, as if steps that do not were none.
  struct Stride: Sendable, Equatable {
    /// The number of the step among those that get somewhere, from 0.
    let index: Int
    /// Where it sets out from: at a rest the first of the stops there.
    let level: NoiseLevel
  }

  /// Below this difference in `ln (alpha / sigma)` two levels are one: what a model says at them
  /// differs by its rounding, and a multistep method would divide by that.
  private static let leastStride = 1e-9

  /// For every step of the grid what it is, nil for one of no length: where beta rests at 0, where a
  /// level is listed twice and between levels without any data or any noise.
  var strides: [Stride?] {
    var from = stops[0].level
    var index = 0
    return stops.dropFirst().map { stop in
      guard Self.parts(from, stop.level) else { return nil }
      defer { (from, index) = (stop.level, index + 1) }
      return Stride(index: index, level: from)
    }
  }

  /// Whether two levels are apart.
  private static func parts(_ level: NoiseLevel, _ next: NoiseLevel) -> Bool {
    if level == next || (level.isClean && next.isClean) { return false }
    if level.alpha == 0 && next.alpha == 0 { return false }
    return !(abs(level.logSNR - next.logSNR) < 2 * leastStride)
  }
}
