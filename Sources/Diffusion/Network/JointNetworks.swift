/// Networks that were trained with each other, as one value: an encoder and its decoder, a generator and
/// its discriminator.
///
/// A method says which networks these are and what its file says besides; files and training come from
/// `JointWeights` and `JointTraining`.
public protocol JointNetworks: Sendable, Equatable {
  /// The kind of file.
  static var format: String { get }
  static var method: Method { get }
  /// What the outputs mean, in a word.
  static var outputName: String { get }

  /// The networks with their names in files. The hidden layers of the first are those of a preset.
  var parts: [(name: String, network: PartNetwork)] { get }
  /// The fixed random projections that points are seen through; none where they are seen as they are.
  var frequencies: [SIMD2<Float>] { get }
  /// How data was brought to unit size; the networks work in such units.
  var standardization: Standardization { get set }
  /// What only this kind of file says.
  var words: [String: String] { get }

  init(reading file: JointFile) throws(WeightsError)
}

extension JointNetworks {
  public var frequencies: [SIMD2<Float>] { [] }
}

/// What networks have learned together, with how and of what.
public struct JointWeights<Networks: JointNetworks>: TrainedWeights, Equatable {
  public private(set) var networks: Networks
  /// The frame of the experiment they were trained in; their standardization is in its coordinates.
  public private(set) var frame = Standardization.identity
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public func seen(in frame: Standardization) -> Self {
    var weights = self
    weights.networks.standardization = self.frame.restored(networks.standardization).seen(in: frame)
    weights.frame = frame
    return frame == self.frame ? self : weights
  }

  public var outputName: String { Networks.outputName }
  public var labels: [String] { [] }
  public var parameterCount: Int {
    networks.parts.reduce(0) { $0 + $1.network.parameters.count }
  }
}
