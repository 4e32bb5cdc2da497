import Foundation
import Testing

@testable import Diffusion

/// The sampling workload that other programs are compared by.
@Suite struct ReferenceSamplingTests {
  /// The steps as they are defined: every input goes through every layer, in double precision.
  private func plain(_ sampling: ReferenceSampling, _ start: SIMD2<Float>) -> Point {
    sampling.steps.reduce(Point(start)) { point, step in
      var values = [point.x, point.y] + step.embedding.map(Double.init)
      var offset = 0
      let shapes = sampling.mlp.architecture.shapes
      for (index, shape) in shapes.enumerated() {
        let biases = offset + shape.inputs * shape.outputs
        values = (0..<shape.outputs).map { output in
          let sum = (0..<shape.inputs).reduce(Double(sampling.parameters[biases + output])) {
            $0 + values[$1] * Double(sampling.parameters[offset + $1 * shape.outputs + output])
          }
          return index == shapes.count - 1 ? sum : sum / (1 + exp(-sum))
        }
        offset = biases + shape.outputs
      }
      return Double(step.keep) * point + Double(step.move) * Point(values[0], values[1])
    }
  }

  @Test("It makes the steps it says", arguments: InstructionSet.available)
  func steps(instructions: InstructionSet) {
    let sampling = ReferenceSampling(
      points: 70, steps: 3, width: 20, seed: 3, instructions: instructions)
    let results = sampling.run()
    for index in [0, 1, 63, 64, 69] {
      let expected = plain(sampling, sampling.start[index])
      let deviation = Point(results[index]) - expected
      // The first step divides by the root of alpha-bar, 0.0064, and with it what is rounded.
      #expect(
        max(abs(deviation.x), abs(deviation.y)) < 1e-5 * (1 + abs(expected.x) + abs(expected.y)))
    }
  }

  @Test("The threads do not change the result")
  func threads() {
    let sampling = ReferenceSampling(points: 600, steps: 2, width: 16)
    #expect(sampling.run() == sampling.run(on: WorkerTeam(threads: 3)))
  }

  @Test("The embedding has the sines and cosines of the paper")
  func embedding() {
    let embedding = SinusoidalEmbedding(width: 6)
    #expect(embedding(0) == [0, 0, 0, 1, 1, 1])
    let expected = [sin(7.0), sin(0.07), sin(0.0007), cos(7.0), cos(0.07), cos(0.0007)]
    for (value, expected) in zip(embedding(7), expected) {
      #expect(abs(Double(value) - expected) < 1e-6)
    }
  }
}
