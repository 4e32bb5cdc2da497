import Diffusion

extension Int {
  /// Farther than any list, run or training reaches, and with room for sums.
  var bounded: Int { Swift.min(Swift.max(self, -1_000_000_000), 1_000_000_000) }

  /// The columns or rows of a screen: more than any has.
  var boundedSide: Int { Swift.min(Swift.max(self, 0), 10_000) }
}

extension Double {
  /// Farther than anything that is drawn or told; what is no number is 0.
  var bounded: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}

extension Point {
  var bounded: Point { Point(x.bounded, y.bounded) }
}
