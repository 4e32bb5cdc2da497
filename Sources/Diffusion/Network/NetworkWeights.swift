import Foundation

/// What one network has learned, with the words that give its inputs and outputs a meaning.
///
/// A method says what kind of file it is, which sizes are right and its own words; all else that
/// weights are asked is answered here.
public protocol NetworkWeights: TrainedWeights, Equatable {
  /// The kind of file.
  static var format: String { get }

  /// The sizes of the layers of a file, of its words and of the labels that it knows.
  static func architecture(
    in words: WeightsMetadata, labels: [String]
  ) throws(WeightsError) -> MLP.Architecture

  var network: TrainedNetwork { get set }

  /// What only this kind of file says.
  var words: [String: String] { get }

  /// Weights of a network and of the words of its file.
  init(_ network: TrainedNetwork, words: WeightsMetadata) throws(WeightsError)
}

/// Weights of the network of a method that is told no labels, whose sizes follow from its hidden layers.
public protocol UnlabelledWeights: NetworkWeights {
  static var method: Method { get }

  /// How many numbers go in, and come out.
  static var sizes: (inputs: Int, outputs: Int) { get }
  /// What these numbers are.
  static var inputs: String { get }
  static var outputs: String { get }

  /// What the network was asked to learn, by the keys of the file.
  var choices: [String: String] { get }
}

extension UnlabelledWeights {
  public static var format: String { "stipple \(method.id)" }

  public var words: [String: String] {
    choices.merging(
      ["method": Self.method.id, "inputs": Self.inputs, "outputs": Self.outputs]
    ) { own, _ in own }
  }

  /// The sizes of the layers for the hidden layers of a preset.
  public static func architecture(of network: NetworkSpecification) -> MLP.Architecture {
    network.architecture(inputs: sizes.inputs, outputs: sizes.outputs)
  }

  public static func architecture(
    in words: WeightsMetadata, labels: [String]
  ) throws(WeightsError) -> MLP.Architecture {
    let layers = try words.network(isLabelled: false)
    return try words.checked(architecture(of: layers), layers, labels: [])
  }
}

extension NetworkWeights {
  /// The sizes of the layers.
  public var architecture: MLP.Architecture { network.architecture }
  /// How data was brought to unit size.
  public var standardization: Standardization { network.standardization }
  /// The fixed random projections of the feature map, in radians per unit.
  public var frequencies: [SIMD2<Float>] { network.frequencies }
  /// The numbers of the layers; see `TrainedNetwork`.
  public var parameters: [Float] { network.parameters }
  /// The frame of the experiment it was trained in.
  public var frame: Standardization { network.frame }

  public var data: String { network.data }
  public var steps: Int { network.steps }
  public var seed: UInt64 { network.seed }
  public var labels: [String] { network.labels }
  public var parameterCount: Int { network.parameters.count }

  public func specification(over network: NetworkSpecification) -> NetworkSpecification {
    var own = network
    own.hidden = architecture.hidden
    own.activation = architecture.activation
    own.isResidual = architecture.isResidual
    return own
  }

  public func seen(in frame: Standardization) -> Self {
    var weights = self
    weights.network = network.seen(in: frame)
    return weights
  }

  public func encoded() throws -> Data { try network.encoded(format: Self.format, saying: words) }

  public init(decoding file: Data) throws(WeightsError) {
    let (network, words) = try TrainedNetwork.decoded(
      file, format: Self.format, architecture: Self.architecture)
    try self.init(network, words: words)
  }
}
