/// What a network has learned: all that is needed to ask it again, as a value.
public struct Weights: Sendable, Equatable {
  /// The sizes of the layers.
  public let architecture: MLP.Architecture
  /// What the outputs mean.
  public let predicts: Parameterization
  /// How data was brought to unit size.
  public let standardization: Standardization
  /// The fixed random projections of the feature map, in radians per unit.
  public let frequencies: [SIMD2<Float>]
  /// For each layer the weights, a row of outputs for each input, then the biases. These are the
  /// moving average of what the optimizer went through.
  public let parameters: [Float]
  /// What was learned, in words, such as the name of a distribution.
  public let data: String
  /// How many optimizer steps were taken.
  public let steps: Int
  /// The seed of the first weights and of the batches.
  public let seed: UInt64

  /// The network as a preset would say it.
  public var specification: NetworkSpecification {
    NetworkSpecification(
      hidden: architecture.hidden, predicts: predicts, activation: architecture.activation,
      isResidual: architecture.isResidual)
  }
}

extension Weights {
  /// First weights: each group of features by itself gives units of unit variance, hidden layers
  /// keep it, and the last layer is zero, so that learning starts from the answer 0.
  static func initialParameters(
    of architecture: MLP.Architecture, from stream: inout RandomStream
  ) -> [Float] {
    var parameters: [Float] = []
    parameters.reserveCapacity(architecture.parameterCount)
    let shapes = architecture.shapes
    for (index, shape) in shapes.enumerated() {
      for input in 0..<shape.inputs {
        let deviation =
          index == shapes.count - 1
          ? 0
          : index == 0
            ? FeatureMap.initialDeviations[input] : 1 / Double(shape.inputs).squareRoot()
        for _ in 0..<shape.outputs {
          parameters.append(Float(deviation * stream.normalPoint().x))
        }
      }
      parameters.append(contentsOf: repeatElement(0, count: shape.outputs))
    }
    return parameters
  }
}
