extension HierarchyBound.Subject {
  /// How many levels, those nearest to the data, are never left out.
  private static let nearest = 32
  private static let most = 64

  /// Levels to be looked at where there is little time, from 1 on: all, or where they are many those near
  /// the data, where they differ, and then every so many.
  public var someLevels: [Int] {
    let count = ladder.count
    if count <= Self.most { return Array(1...count) }
    let stride = (count - Self.nearest + Self.nearest - 1) / Self.nearest
    let far = Swift.stride(from: count, to: Self.nearest, by: -stride)
    return Array(1...Self.nearest) + far.reversed()
  }

  /// The mean divergences of some levels, the reconstruction, and all levels' divergence, in which those
  /// left out count as the next one above them.
  ///
  /// Behind the fixed encoder the latents of every level are drawn by themselves, of `q(z_t | x)`; an encoder
  /// that was learned is walked down, and all levels are asked for.
  public func divergences(
    ofLevels levels: [Int], on points: [Point], from stream: inout RandomStream
  ) -> (levels: [Double], reconstruction: Double, kl: Double) {
    guard levels.count < ladder.count else {
      let bound = HierarchyBound(of: self, on: points, from: &stream)
      return (bound.klPerLevel.map(\.value), bound.reconstruction.value, bound.kl.value)
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(points.count) }
    func noisy(_ index: Int) -> [Point] {
      let level = ladder.levels[index]
      return zip(points, stream.normalPoints(points.count)).map {
        level.alpha * $0 + level.sigma * $1
      }
    }
    var (parts, kl, before) = ([Double](), 0.0, 0)
    for level in levels {
      // The jump that leads to it; to the highest none does.
      let index = ladder.count - level - 1
      let codes: [LevelEncoder.Code]
      let expected: (means: [Point], variance: Double)
      if index < 0 {
        codes = encoder.top(of: points, on: ladder)
        expected = (points.map { _ in .zero }, startVariance)
      } else {
        let latents = noisy(index)
        codes = encoder.step(index, of: points, from: latents, on: ladder)
        expected = decoder.step(index, of: latents, on: ladder)
      }
      let part = mean(
        zip(codes, expected.means).map { $0.divergence(from: $1, expected.variance) })
      parts.append(part)
      kl += part * Double(level - before)
      before = level
    }
    let last = decoder.step(ladder.count - 1, of: noisy(ladder.count - 1), on: ladder)
    let reconstruction = mean(
      zip(points, last.means).map { IsotropicNormal.logDensity($0 - $1, last.variance) })
    return (parts, reconstruction, kl)
  }
}

extension VariationalAutoEncoder.Code {
  /// The divergence of it from a Gaussian with the same variance in both coordinates, in nats; 0 where one
  /// of them has no width, because nothing is drawn there.
  func divergence(from expected: Point, _ variance: Double) -> Double {
    guard variance > 0, self.variance.x > 0, self.variance.y > 0 else { return 0 }
    let deviation = variance.squareRoot()
    return (0..<2).reduce(0) { sum, axis in
      sum
        + NormalDivergence.fromStandard(
          mean: (mean[axis] - expected[axis]) / deviation, variance: self.variance[axis] / variance)
    }
  }
}
