import Testing

@testable import Diffusion

@Suite struct NeighbourMetricTests {
  /// The package prdc 0.2 asks for points strictly nearer than the k-th neighbour, which is at no
  /// distance where every point stands there more than k times, and finds none.
  @Test("A cloud whose points repeat more often than k finds all of itself")
  func repeatedPoints() {
    var stream = Randomness(seed: 5).stream(.data)
    let places = (0..<10).map { _ in stream.normalPoint() }
    let cloud = (0..<10).flatMap { _ in places }
    let balls = NeighbourBalls(
      of: ComparedClouds(reference: cloud, generated: cloud), k: 5, watch: { _ in })
    #expect(balls.precision == 1)
    #expect(balls.recall == 1)
    #expect(balls.coverage == 1)
    // Each point is in the ten balls of its own place, of a k of five.
    #expect(balls.density == 2)
  }
}
