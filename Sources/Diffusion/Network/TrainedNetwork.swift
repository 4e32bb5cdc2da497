/// A network that has learned something, as a value: its sizes and numbers, and what it has learned
/// of whom. What its answers mean is said by the weights of a method, which hold one.
public struct TrainedNetwork: Sendable, Equatable {
  /// The sizes of the layers.
  public let architecture: MLP.Architecture
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
  /// The labels it can be told or tells, in the order of its inputs or outputs for them.
  public var labels: [String] = []
  /// The frame of the experiment it was trained in; `standardization` is in its coordinates.
  public var frame = Standardization.identity

  /// The same network in another frame, where the same data has another place and size.
  func seen(in frame: Standardization) -> TrainedNetwork {
    if frame == self.frame { return self }
    return TrainedNetwork(
      architecture: architecture,
      standardization: self.frame.restored(standardization).seen(in: frame),
      frequencies: frequencies, parameters: parameters, data: data, steps: steps, seed: seed,
      labels: labels, frame: frame)
  }
}
