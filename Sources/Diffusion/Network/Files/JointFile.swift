import Foundation

/// A file of several networks while it is read.
public struct JointFile {
  let words: WeightsMetadata
  /// The hidden layers of the first network.
  let network: NetworkSpecification
  private let tensors: PartTensors

  fileprivate init(_ data: Data, format: String, mayBeLinear: Bool) throws(WeightsError) {
    let container: Safetensors
    do { container = try Safetensors(decoding: data) } catch { throw .file(error) }
    tensors = PartTensors(words: container.metadata, tensors: container.tensors)
    words = WeightsMetadata(words: container.metadata)
    try words.expect(format: format)
    try words.expect(JointFile.version, for: "version")
    network = try words.network(isLabelled: false)
    do { try network.check(mayBeLinear: mayBeLinear) } catch { throw .network(error) }
  }

  fileprivate static let version = "1"

  /// A network by its name, whose sizes have to be these.
  func part(_ name: String, of architecture: MLP.Architecture) throws(WeightsError) -> PartNetwork {
    try tensors.network(name, of: architecture)
  }

  /// What points are seen through.
  func features() throws(WeightsError) -> FeatureMap {
    let turns = try tensors.values("frequencies", shape: [FeatureMap.frequencyCount, 2])
    return FeatureMap(
      frequencies: stride(from: 0, to: turns.count, by: 2).map { SIMD2(turns[$0], turns[$0 + 1]) })
  }
}

extension JointWeights {
  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    var file = PartTensors()
    for part in networks.parts { file.add(part.network, as: part.name) }
    let frequencies = networks.frequencies
    if !frequencies.isEmpty {
      file.add(
        frequencies.flatMap { [$0.x, $0.y] }, shape: [frequencies.count, 2], as: "frequencies")
    }
    file.words.merge(common) { $1 }
    file.words.merge(networks.words) { $1 }
    if !frame.isIdentity { file.words.merge(WeightsMetadata.words(of: frame)) { $1 } }
    return try Safetensors(metadata: file.words, tensors: file.tensors).encoded()
  }

  /// What every such file says.
  private var common: [String: String] {
    let standardization = networks.standardization
    var words = [
      "format": Networks.format, "version": JointFile.version, "method": Networks.method.id,
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)", "data": data, "steps": "\(steps)", "seed": "\(seed)",
    ]
    if let architecture = networks.parts.first?.network.mlp.architecture {
      words["architecture"] = WeightsMetadata.text(of: architecture)
      words["activation"] = architecture.activation.id
      words["residual"] = "\(architecture.isResidual)"
      words["layers"] = WeightsMetadata.layers(of: architecture)
    }
    return words
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let file = try JointFile(
      data, format: Networks.format,
      mayBeLinear: Networks.method.usualSettings.allowsNoHiddenLayers)
    self.init(
      networks: try Networks(reading: file), frame: try file.words.frame(),
      data: try file.words.text("data"), steps: try file.words.number("steps"),
      seed: try file.words.number("seed"))
  }
}
