import Foundation

@testable import Diffusion

/// A network of any shape with plain inputs and targets, run through the blocks the trainer uses.
struct NetworkProbe {
  let mlp: MLP
  var parameters: [Float]
  let kernels: Kernels

  struct Result {
    var loss = 0.0
    var outputs: [[Float]] = []
    var gradients: [Float] = []
  }

  init(
    _ architecture: MLP.Architecture, parameters: [Float], kernels: Kernels = .portable
  ) {
    mlp = MLP(architecture)
    self.kernels = kernels
    self.parameters = parameters
  }

  /// Outputs, mean squared error over all outputs of all samples, and its gradients.
  func run(inputs: [[Float]], targets: [[Float]]) -> Result {
    let padded = mlp.pad(parameters)
    var transposed = [Float](repeating: 0, count: mlp.transposedCount)
    // The first block sets them, whatever is there.
    var gradients = [Float](repeating: 0, count: mlp.paddedCount)
    for layer in mlp.layers { gradients[layer.weights] = 1e9 }
    var scratch = [Float](repeating: 0, count: mlp.scratchCount)
    var result = Result()
    let count = Float(targets.count * mlp.architecture.outputs)
    mlp.transpose(padded, into: &transposed, kernels: kernels)
    for first in stride(from: 0, to: inputs.count, by: MLP.blockSize) {
      let rows = min(MLP.blockSize, inputs.count - first)
      for row in 0..<rows {
        for (i, value) in inputs[first + row].enumerated() {
          scratch[row * mlp.layers[0].inputStride + i] = value
        }
      }
      mlp.forward(
        parameters: padded, scratch: &scratch, rows: rows, keepsSlopes: true, kernels: kernels)
      let last = mlp.layers[mlp.layers.count - 1]
      for row in 0..<rows {
        let output = Array(scratch[last.output + row * last.outputStride..<scratch.count])
          .prefix(last.outputs)
        result.outputs.append(Array(output))
        for (i, (value, target)) in zip(output, targets[first + row]).enumerated() {
          result.loss += Double((value - target) * (value - target) / count)
          scratch[last.delta + row * last.outputStride + i] = 2 * (value - target) / count
        }
      }
      mlp.backward(
        transposed: transposed, scratch: &scratch, rows: rows, gradients: &gradients,
        isFirst: first == 0, kernels: kernels)
    }
    result.gradients = mlp.unpad(gradients)
    return result
  }
}

/// The same network in double precision, written the plain way: an oracle.
struct PlainNetwork {
  let architecture: MLP.Architecture
  var parameters: [Double]

  func outputs(of input: [Double]) -> [Double] {
    var values = input
    var offset = 0
    for (index, shape) in architecture.shapes.enumerated() {
      let biases = offset + shape.inputs * shape.outputs
      let inputs = values
      values = (0..<shape.outputs).map { j in
        (0..<shape.inputs).reduce(parameters[biases + j]) {
          $0 + inputs[$1] * parameters[offset + $1 * shape.outputs + j]
        }
      }
      if index < architecture.hidden.count {
        values = values.map(activation)
        if architecture.isResidual && index > 0 && shape.inputs == shape.outputs {
          values = zip(values, inputs).map { $0 + $1 }
        }
      }
      offset = biases + shape.outputs
    }
    return values
  }

  private func activation(_ z: Double) -> Double {
    switch architecture.activation {
    case .silu: z / (1 + exp(-z))
    case .gelu: z * erfc(-z / 2.0.squareRoot()) / 2
    }
  }

  func loss(inputs: [[Double]], targets: [[Double]]) -> Double {
    let errors = zip(inputs, targets).flatMap { input, target in
      zip(outputs(of: input), target).map { ($0 - $1) * ($0 - $1) }
    }
    return errors.reduce(0, +) / Double(errors.count)
  }
}

/// The relative distance of two lists: `|values − references| / |references|`.
func relativeDistance(_ values: [Float], _ references: [Double]) -> Double {
  guard values.count == references.count else { return .infinity }
  let squared = zip(values, references).reduce(0.0) {
    $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1)
  }
  let distance = (squared / references.reduce(0) { $0 + $1 * $1 }).squareRoot()
  return distance.isNaN ? .infinity : distance
}

extension Kernels {
  /// An activation with what its step usually leaves out.
  func activate(
    _ function: Activation, _ values: UnsafeMutablePointer<Float>,
    slopes: UnsafeMutablePointer<Float>? = nil, skipped: UnsafePointer<Float>? = nil, count: Int
  ) {
    activate(
      ActivationStep(
        function: function, values: values, slopes: slopes, skipped: skipped, count: count))
  }
}

extension FeatureMap {
  /// All that the network sees of a point.
  func row(_ point: SIMD2<Float>, logSNR: Double) -> [Float] {
    var row = [Float](repeating: 0, count: FeatureMap.count)
    var point = FeatureMap.bounded(point)
    write(&point, count: 1, to: &row, distance: row.count, kernels: .portable)
    let level = FeatureMap.features(ofLogSNR: logSNR)
    for i in 0..<4 { row[FeatureMap.level.lowerBound + i] = level[i] }
    return row
  }
}
