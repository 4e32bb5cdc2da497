import Diffusion

extension Bench {
  private func clouds(of points: Int) throws -> (one: [Point], other: [Point]) {
    let mixture = try BenchMixture.ring(8)
    var streams = [Randomness(seed: 1).stream(.data), Randomness(seed: 2).stream(.data)]
    return (
      mixture.draw(points, from: &streams[0]).points,
      mixture.draw(points, from: &streams[1]).points
    )
  }

  /// The exact W2 between two clouds.
  func exactTransport(points: Int) throws -> BenchRow {
    let clouds = try clouds(of: points)
    let watch = Stopwatch(seconds: seconds) {
      _ = ExactTransport(from: clouds.one, to: clouds.other, cost: .squaredDistance) { _ in }
    }
    var row = BenchRow("exact-w2", self)
    row.points = points
    row.seconds = 1 / watch.perSecond
    return row
  }

  /// Sliced W1 and W2 between two clouds, over 64 directions.
  func slicedTransport(points: Int) throws -> BenchRow {
    let clouds = try clouds(of: points)
    let watch = Stopwatch(seconds: seconds) {
      _ = SlicedWasserstein(reference: clouds.one).distances(to: clouds.other)
    }
    var row = BenchRow("sliced-w2", self)
    row.points = points
    row.seconds = 1 / watch.perSecond
    return row
  }
}
