import Testing

@testable import Diffusion

@Suite("The watch over a training run")
struct DivergenceWatchTests {
  private func learner() -> Learner {
    let mlp = MLP(MLP.Architecture(inputs: FeatureMap.count, hidden: [2], outputs: 2))
    var stream = Randomness(seed: 1).stream(.initialization)
    return Learner(
      mlp: mlp,
      parameters: Weights.initialParameters(of: mlp.architecture, from: &stream),
      kernels: .portable)
  }

  @Test("Numbers that are none are astray, at any time", arguments: [Double.nan, .infinity])
  func noNumbers(loss: Double) {
    var watch = DivergenceWatch(start: learner().state)
    let before = watch.isAstray(loss: 1)
    let then = watch.isAstray(loss: loss)
    _ = watch.goBack()
    let after = watch.isAstray(loss: 1)
    #expect(!before && then && !after)
  }

  @Test("A single bad batch is forgiven, learning undone is not")
  func explosion() {
    var watch = DivergenceWatch(start: learner().state)
    let learning = (0..<300).map { max(0.5, 1 - 0.005 * Double($0)) }
    let calm = (learning + [8] + learning.suffix(100)).map { watch.isAstray(loss: $0) }
    #expect(!calm.contains(true))
    // The first 50 losses have a mean of 0.88; half of what was gained is lost at 0.69.
    let worse = [Double](repeating: 0.65, count: 300).map { watch.isAstray(loss: $0) }
    #expect(!worse.contains(true))
    let undone = [Double](repeating: 0.8, count: 100).map { watch.isAstray(loss: $0) }
    #expect(undone.contains(true))
  }

  @Test("The noise of batches of one is no reason to go back")
  func noise() {
    var watch = DivergenceWatch(start: learner().state)
    var stream = Randomness(seed: 4).stream(.data)
    let losses = stream.normalPoints(5000).map { watch.isAstray(loss: $0.squaredLength / 2) }
    #expect(!losses.contains(true))
  }

  @Test("A loss that rests at what knowing nothing costs is told from one that falls")
  func idleness() {
    var idle = DivergenceWatch(start: learner().state)
    var learning = idle
    for step in 0..<600 {
      let noise = 0.05 * Double(step % 3 - 1)
      _ = idle.isAstray(loss: 1.009 + noise)
      _ = learning.isAstray(loss: max(0.8, 1 - 0.001 * Double(step)) + noise)
      if step < 400 { #expect(!idle.hasLearnedNothing) }
    }
    #expect(idle.hasLearnedNothing)
    #expect(!learning.hasLearnedNothing)
    _ = idle.goBack()
    #expect(!idle.hasLearnedNothing)
  }

  @Test("It goes back to the last good state, not to a bad or an older one")
  func memory() {
    var learner = learner()
    var watch = DivergenceWatch(start: learner.state)
    func advance(_ steps: Int, loss: Double) {
      for _ in 0..<steps {
        _ = watch.isAstray(loss: loss)
        learner.advance(by: Learner.Stride(rate: 0.01, averageShare: 1))
        watch.consider(learner.state)
      }
    }
    advance(600, loss: 0.5)
    let first = watch.goBack()
    advance(400, loss: 0.58)
    let second = watch.goBack()
    #expect(first.age == 500 && second == first)
  }
}
