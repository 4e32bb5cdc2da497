import Testing

@testable import Diffusion

/// Learning block by block, through one network into another.
@Suite struct LearnerBlocksTests {
  @Test("The gradient through two networks in a row is that of differences")
  func chain() {
    var stream = Randomness(seed: 3).stream(.initialization)
    var first = PartLearner(inputs: 5, hidden: [7], outputs: 3, from: &stream)
    var second = PartLearner(
      inputs: 3, hidden: [6], outputs: 4, reachesInputs: true, from: &stream)
    let inputs = LatentNoise.normals(10, from: &stream)
    let targets = LatentNoise.normals(8, from: &stream)
    func loss(_ one: PartNetwork, _ other: PartNetwork) -> Double {
      zip(other.answers(to: one.answers(to: inputs)), targets)
        .reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    }
    let middle = first.answers(to: inputs, rows: 2)
    let answers = second.answers(to: middle, rows: 2)
    let back = second.learn(
      from: zip(answers, targets).map { 2 * ($0 - $1) }, rows: 2, isFirst: true)
    _ = first.learn(from: back, rows: 2, isFirst: true)
    let gradients = [first.gradient, second.gradient]
    let networks = [first.present, second.present]
    for (which, gradient) in gradients.enumerated() {
      for index in stride(from: 0, to: gradient.count, by: 3) {
        func moved(_ by: Float) -> Double {
          var parameters = networks[which].parameters
          parameters[index] += by
          let network = PartNetwork(mlp: networks[which].mlp, parameters: parameters)
          return which == 0 ? loss(network, networks[1]) : loss(networks[0], network)
        }
        let difference = (moved(0.01) - moved(-0.01)) / 0.02
        #expect(abs(difference - Double(gradient[index])) < 0.01 * (1 + abs(difference)))
      }
    }
  }

  @Test("Two blocks give the sum of their gradients")
  func blocks() {
    var stream = Randomness(seed: 3).stream(.initialization)
    var learner = PartLearner(inputs: 2, hidden: [5], outputs: 2, from: &stream)
    let (one, other) = (
      LatentNoise.normals(4, from: &stream), LatentNoise.normals(6, from: &stream)
    )
    func gradient(_ blocks: [[Float]]) -> [Float] {
      for (index, block) in blocks.enumerated() {
        let rows = block.count / 2
        let answers = learner.answers(to: block, rows: rows)
        _ = learner.learn(from: answers, rows: rows, isFirst: index == 0)
      }
      return learner.gradient
    }
    let (first, second, both) = (gradient([one]), gradient([other]), gradient([one, other]))
    let worst = zip(both, zip(first, second)).map { abs($0 - $1.0 - $1.1) }.max() ?? 1
    #expect(worst < 1e-4)
  }
}
