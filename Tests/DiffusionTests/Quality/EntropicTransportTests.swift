import Testing

@testable import Diffusion

@Suite struct EntropicTransportTests {
  private func clouds(apart distance: Double) -> (one: [Point], other: [Point]) {
    var stream = Randomness(seed: 11).stream(.data)
    let one = stream.normalPoints(30)
    return (one, stream.normalPoints(30).map { $0 + Point(distance, 0) })
  }

  @Test(
    "Clouds far apart converge, to a plan between the exact one and the independent one",
    arguments: [1, 0.3, 0.1, 0.05])
  func farClouds(entropy: Double) throws {
    let (one, other) = clouds(apart: 3)
    let exact = ExactTransport(from: one, to: other, cost: .squaredDistance) { _ in }.meanCost
    let found = try EntropicTransport(from: one, to: other, entropy: entropy) { _ in }
    #expect(found.isConverged && found.marginalError < 1e-9)
    #expect(found.transportCost >= exact)
    // The entropy of the best plan bounds what a larger entropy can cost: eps log n.
    #expect(found.transportCost <= exact + entropy * 3.4012)
    #expect(found.objective >= exact && found.objective <= exact + entropy * 3.4012)
  }

  @Test("The plan is the best: moving its potentials lowers the dual", arguments: [0.3, 0.1])
  func duality(entropy: Double) throws {
    let (one, other) = clouds(apart: 3)
    let found = try EntropicTransport(from: one, to: other, entropy: entropy) { _ in }
    let swapped = try EntropicTransport(from: other, to: one, entropy: entropy) { _ in }
    #expect(deviation(found.objective, swapped.objective) < 1e-10)
    #expect(deviation(found.transportCost, swapped.transportCost) < 1e-8)
  }

  @Test("A cloud against itself converges too, however small the entropy", arguments: [1, 0.01])
  func itself(entropy: Double) throws {
    let (one, _) = clouds(apart: 0)
    #expect(try EntropicTransport(from: one, to: one, entropy: entropy) { _ in }.isConverged)
  }

  @Test("What has not converged has a value and says how far it came")
  func unfinished() throws {
    let (one, other) = clouds(apart: 3)
    let exact = try EntropicTransport(from: one, to: other, entropy: 0.1) { _ in }
    let short = try EntropicTransport(from: one, to: other, entropy: 0.1, mostPasses: 6) { _ in }
    #expect(!short.isConverged && short.marginalError > 1e-9)
    #expect(short.transportCost.isFinite && short.objective <= exact.objective + 1e-9)
  }
}
