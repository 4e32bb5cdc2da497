extension Metric {
  /// The energy distance `2 E|X−Y| − E|X−X'| − E|Y−Y'|` (Székely 2003), with the zero distances of
  /// points to themselves counted (V) and without them, unbiased (U).
  ///
  /// It is twice the squared MMD of the kernel `(|x| + |y| − |x − y|) / 2` (Sejdinovic et al. 2013),
  /// in which the distances of points far out cancel before they are summed.
  public static let energy = Metric(
    id: "energy", title: "Energy distance",
    summary: "mean distance across less mean distance within", mostPoints: pairLimit,
    comparesAllPairs: true,
    keys: ["energy"],
    definitions: [
      "squared_v": "2 E|X-Y| - E|X-X'| - E|Y-Y'| with the zero distances of points to themselves",
      "sqrt_v": "the root of squared_v",
      "squared_u": "2 E|X-Y| - E|X-X'| - E|Y-Y'| of different points; unbiased; may be negative",
    ]
  ) { clouds, _, watch in
    let frame = CommonFrame(of: clouds.reference)
    let half = try KernelDiscrepancy(
      of: frame(clouds.reference).map(Spoke.init), frame(clouds.generated).map(Spoke.init),
      watch: watch, kernel: Spoke.saving)
    return [
      "energy": .group([
        "squared_v": .number(2 * half.biased),
        "sqrt_v": .number(max(0, 2 * half.biased).squareRoot()),
        "squared_u": .number(2 * half.unbiased),
      ])
    ]
  }

  /// The most points of a metric that looks at every pair: minutes of work.
  static let pairLimit = 100_000
}

/// A point with its distance from the origin.
private struct Spoke {
  let point: Point
  let length: Double

  init(_ point: Point) {
    self.point = point
    length = point.length
  }

  /// Half of what the way between two points is shorter than by the origin:
  /// `(|x| + |y| − |x − y|) / 2`, right to rounding of the shorter of the two.
  static func saving(_ one: Spoke, _ other: Spoke) -> Double {
    let (long, short) = one.length < other.length ? (other, one) : (one, other)
    guard short.length > 0 else { return 0 }
    // |x| − |x − y| = (|x|² − |x − y|²) / (|x| + |x − y|)
    let along = (2 * long.point - short.point) * short.point
    return 0.5 * (short.length + along.sum() / (long.length + (long.point - short.point).length))
  }
}
