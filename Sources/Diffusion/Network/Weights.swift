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
  /// The labels it can be told, in the order of its inputs for them; none for a network that knows
  /// no labels.
  public var labels: [String] = []
  /// How many numbers tell it the third coordinate of a point, after those for the labels; 0 for a
  /// network of the plane.
  public var heights = 0
  /// The frame of the experiment it was trained in; `standardization` is in its coordinates.
  public var frame = Standardization.identity

  public var parameterCount: Int { parameters.count }

  /// The same network in another frame, where the same data has another place and size.
  public func seen(in frame: Standardization) -> Weights {
    if frame == self.frame { return self }
    return Weights(
      architecture: architecture, predicts: predicts,
      standardization: self.frame.restored(standardization).seen(in: frame),
      frequencies: frequencies, parameters: parameters, data: data, steps: steps, seed: seed,
      labels: labels, heights: heights, frame: frame)
  }

  /// The network as a preset would say it.
  public var specification: NetworkSpecification {
    NetworkSpecification(
      hidden: architecture.hidden, predicts: predicts, activation: architecture.activation,
      isResidual: architecture.isResidual, isLabelled: !labels.isEmpty)
  }
}

extension Weights {
  /// What being told labels adds to the sums of the first layer: their embedding, one number for each
  /// unit of that layer; nil where it does not know them.
  public func embedding(of selection: LabelSelection) -> [Float]? {
    guard let vector = labelVector(of: selection) else { return nil }
    let width = architecture.shapes[0].outputs
    return (0..<width).map { unit in
      vector.indices.reduce(0) {
        $0 + vector[$1] * parameters[(FeatureMap.count + $1) * width + unit]
      }
    }
  }

  /// What tells it labels, a number for each it knows; nil where it does not know all of them.
  public func labelVector(of selection: LabelSelection) -> [Float]? {
    let known = selection.labels.compactMap(labels.firstIndex)
    guard known.count == selection.labels.count else { return nil }
    return LabelInput.vector(of: known, among: labels.count)
  }

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
            ? initialDeviation(ofInput: input) : 1 / Double(shape.inputs).squareRoot()
        for _ in 0..<shape.outputs {
          parameters.append(Float(deviation * stream.normalPoint().x))
        }
      }
      parameters.append(contentsOf: repeatElement(0, count: shape.outputs))
    }
    return parameters
  }

  private static func initialDeviation(ofInput input: Int) -> Double {
    input < FeatureMap.count
      ? FeatureMap.initialDeviations[input] : LabelInput.initialDeviation
  }
}
