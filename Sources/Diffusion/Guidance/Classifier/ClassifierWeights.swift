import Foundation

/// What a classifier of noisy points has learned, as a value.
///
/// The logarithm of a label's odds is that of its share of the data, and the share of data in the
/// point times an output of the network: where nothing but noise is left the shares are the answer.
public struct ClassifierWeights: Sendable, Equatable {
  /// The sizes of the layers; an output for each label.
  public let architecture: MLP.Architecture
  public let standardization: Standardization
  /// The fixed random projections of the feature map, in radians per unit.
  public let frequencies: [SIMD2<Float>]
  /// As those of `Weights`.
  public let parameters: [Float]
  public let labels: [String]
  /// The label's shares of the data, positive.
  public let shares: [Double]
  /// What was learned, in words.
  public let data: String
  public let steps: Int
  public let seed: UInt64
  /// The frame of the experiment it was trained in; `standardization` is in its coordinates.
  public var frame = Standardization.identity

  /// The same classifier in another frame.
  public func seen(in frame: Standardization) -> ClassifierWeights {
    if frame == self.frame { return self }
    return ClassifierWeights(
      architecture: architecture,
      standardization: self.frame.restored(standardization).seen(in: frame),
      frequencies: frequencies, parameters: parameters, labels: labels, shares: shares, data: data,
      steps: steps, seed: seed, frame: frame)
  }
}

extension ClassifierWeights {
  private static let format = "stipple-classifier"

  private static let outputs =
    "p(label) = softmax of ln(share) + a output, a = alpha spread / r"

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let network = NetworkFile(
      architecture: architecture, standardization: standardization, frequencies: frequencies,
      parameters: parameters, labels: labels, data: data, steps: steps, seed: seed, frame: frame)
    return try network.encoded(
      format: Self.format,
      saying: [
        "inputs": Weights.inputs, "outputs": Self.outputs,
        "shares": shares.map { "\($0)" }.joined(separator: " "),
      ])
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let (network, words) = try NetworkFile.decoded(data, format: Self.format) {
      words, labels throws(WeightsError) in try words.classifierArchitecture(labels: labels)
    }
    self.init(
      architecture: network.architecture, standardization: network.standardization,
      frequencies: network.frequencies, parameters: network.parameters, labels: network.labels,
      shares: try words.numbers("shares", count: network.labels.count, range: 1e-300...1),
      data: network.data, steps: network.steps, seed: network.seed, frame: network.frame)
  }
}
