import Foundation
import Testing

@testable import Diffusion

/// The forward mode of the network against differences of the same network in double precision.
@Suite struct TangentTests {
  private static let shapes = [
    MLP.Architecture(inputs: 7, hidden: [5, 19], outputs: 3),
    MLP.Architecture(inputs: 46, hidden: [64, 64], outputs: 2),
    MLP.Architecture(inputs: 5, hidden: [9, 9, 9, 4], outputs: 2, isResidual: true),
    MLP.Architecture(inputs: 3, hidden: [8, 8], outputs: 2, activation: .gelu, isResidual: true),
  ]

  /// Outputs of samples and their rates.
  private struct Answer {
    var outputs: [Float] = []
    var rates: [Float] = []
  }

  private static func answer(
    _ mlp: MLP, _ parameters: [Float], inputs: [[Double]], tangents: [[Double]], _ kernels: Kernels
  ) -> Answer {
    let padded = AlignedFloats(mlp.pad(parameters))
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    var moving = AlignedFloats(zeros: MLP.blockSize * mlp.layers[0].inputStride)
    let last = mlp.layers[mlp.layers.count - 1]
    var answer = Answer()
    scratch.withMutablePointer { scratch in
      moving.withMutablePointer { moving in
        for row in inputs.indices {
          for index in inputs[row].indices {
            let place = row * mlp.layers[0].inputStride + index
            scratch[place] = Float(inputs[row][index])
            moving[place] = Float(tangents[row][index])
          }
        }
        padded.withPointer {
          mlp.forward(
            parameters: $0, scratch: scratch, rows: inputs.count, keepsSlopes: true,
            kernels: kernels)
          mlp.forwardTangents(
            parameters: $0, scratch: scratch, tangents: moving, rows: inputs.count,
            kernels: kernels)
        }
      }
      for row in inputs.indices {
        for index in 0..<last.outputs {
          answer.outputs.append(scratch[last.output + row * last.outputStride + index])
          answer.rates.append(scratch[last.delta + row * last.outputStride + index])
        }
      }
    }
    return answer
  }

  @Test(arguments: InstructionSet.available)
  func ratesAreDirectionalDerivatives(_ instructions: InstructionSet) {
    for (number, shape) in Self.shapes.enumerated() {
      var stream = Randomness(seed: UInt64(number)).stream(.data)
      let parameters = (0..<shape.parameterCount).map { _ in
        Float(stream.normalPoint().x / Double(shape.inputs).squareRoot())
      }
      func rows() -> [[Double]] {
        (0..<MLP.blockSize - 5).map { _ in
          (0..<shape.inputs).map { _ in Double(Float(stream.normalPoint().x)) }
        }
      }
      let (inputs, tangents) = (rows(), rows())
      let answer = Self.answer(
        MLP(shape), parameters, inputs: inputs, tangents: tangents, Kernels(instructions))
      let plain = PlainNetwork(architecture: shape, parameters: parameters.map(Double.init))
      func outputs(at step: Double) -> [Double] {
        zip(inputs, tangents).flatMap { input, tangent in
          plain.outputs(of: zip(input, tangent).map { $0 + step * $1 })
        }
      }
      let reference = zip(outputs(at: 1e-5), outputs(at: -1e-5)).map { ($0 - $1) / 2e-5 }
      #expect(relativeDistance(answer.outputs, outputs(at: 0)) < 1e-5)
      #expect(relativeDistance(answer.rates, reference) < 1e-5, "\(shape)")
    }
  }

  @Test("The features of a point change as the sines and cosines of its projections do")
  func featuresOfAPoint() {
    var stream = Randomness(seed: 3).stream(.initialization)
    let features = FeatureMap(from: &stream)
    let (point, velocity) = (SIMD2<Float>(0.7, -1.1), SIMD2<Float>(-0.4, 0.9))
    let row = features.row(point, logSNR: 0)
    var rates = [Float](repeating: 0, count: FeatureMap.count)
    features.writeRates(of: velocity, features: row, to: &rates)
    for (index, frequency) in features.frequencies.enumerated() {
      let (angle, speed) = ((frequency * point).sum(), (frequency * velocity).sum())
      #expect(abs(Double(rates[index]) - Double(speed) * cos(Double(angle))) < 1e-4)
      #expect(abs(Double(rates[index + 16]) + Double(speed) * sin(Double(angle))) < 1e-4)
    }
    let scaled = FeatureMap.coordinateScale * velocity
    #expect(Array(rates[FeatureMap.coordinates]) == [scaled.x, scaled.y])
  }
}
