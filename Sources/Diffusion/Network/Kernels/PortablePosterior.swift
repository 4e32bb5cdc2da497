/// What a noisy point was made of, among some points, in plain Swift vectors.
enum PortablePosterior {
  @Sendable
  static func offset(of origin: NoisyOrigin) -> SIMD2<Float> {
    // The own point weighs 1, and no other can weigh more than `exp(base)`.
    let base = (origin.noise * origin.noise).sum() / 2
    var (total, sumX, sumY) = (Lanes.zero, Lanes.zero, Lanes.zero)
    for four in stride(from: 0, to: origin.count, by: 4) {
      let dx = origin.own.x - origin.x.lanes(four)
      let dy = origin.own.y - origin.y.lanes(four)
      let a = origin.ratio * dx + origin.noise.x
      let b = origin.ratio * dy + origin.noise.y
      let weight = origin.shares.lanes(four) * Elementary.exponential(base - (a * a + b * b) / 2)
      total += weight
      sumX += weight * dx
      sumY += weight * dy
    }
    return SIMD2(sumX.sum(), sumY.sum()) / total.sum()
  }
}
