/// What a denoiser or a velocity field has learned: all that is needed to ask it again, as a value.
public struct Weights: NetworkWeights {
  public var network: TrainedNetwork
  /// What the outputs mean.
  public let predicts: Parameterization
  /// How many numbers tell it the third coordinate of a point, after those for the labels; 0 for a
  /// network of the plane.
  public let heights: Int
  /// Whether it also says how wide a step is, by two further outputs.
  public let variance: NetworkSpecification.Variance

  init(
    _ network: TrainedNetwork, predicts: Parameterization, heights: Int = 0,
    variance: NetworkSpecification.Variance = .fixed
  ) {
    self.network = network
    self.predicts = predicts
    self.heights = heights
    self.variance = variance
  }

  public var outputName: String { predicts.id }

  public func specification(over network: NetworkSpecification) -> NetworkSpecification {
    specification
  }

  /// The network as a preset would say it.
  public var specification: NetworkSpecification {
    NetworkSpecification(
      hidden: architecture.hidden, predicts: predicts, activation: architecture.activation,
      isResidual: architecture.isResidual, isLabelled: !labels.isEmpty, variance: variance)
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
