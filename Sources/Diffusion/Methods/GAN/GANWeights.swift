import Foundation

/// What a GAN has learned, as a value that can be kept in a file.
public struct GANWeights: TrainedWeights, Equatable {
  public let networks: AdversarialNetworks
  /// What kept the game calm.
  public let stabilizer: GANStabilizer
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public var outputName: String { "point" }
  public var labels: [String] { [] }
  public var parameterCount: Int {
    networks.generator.parameters.count + networks.discriminator.parameters.count
  }
}

extension GANWeights {
  private static let format = "stipple gan"
  private static let version = "1"

  private static let meaning = [
    "generator.inputs": "two numbers; standard normal for new points",
    "generator.outputs": "y; the point is centre + spread y",
    "discriminator.inputs":
      "p = (x - centre) / spread of a point x: sin(p.f) for each row f of frequencies, cos(p.f), 3 p",
    "discriminator.outputs": "the logit of x being real: ln(D / (1 - D))",
  ]

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let architecture = networks.generator.mlp.architecture
    let standardization = networks.standardization
    var file = LatentTensors()
    file.words = [
      "format": Self.format, "version": Self.version, "method": Method.gan.id,
      "architecture": WeightsMetadata.text(of: architecture),
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "layers": WeightsMetadata.layers(of: architecture), "stabilizer": stabilizer.id,
      "centre": "\(standardization.centre.x) \(standardization.centre.y)",
      "spread": "\(standardization.spread)", "data": data, "steps": "\(steps)", "seed": "\(seed)",
    ].merging(Self.meaning) { $1 }
    file.add(networks.generator, as: "generator")
    file.add(networks.discriminator, as: "discriminator")
    let frequencies = networks.view.map.frequencies
    file.add(
      frequencies.flatMap { [$0.x, $0.y] }, shape: [frequencies.count, 2], as: "frequencies")
    return try Safetensors(metadata: file.words, tensors: file.tensors).encoded()
  }

  /// Reads weights from a safetensors file.
  public init(decoding data: Data) throws(WeightsError) {
    let container: Safetensors
    do { container = try Safetensors(decoding: data) } catch { throw .file(error) }
    let file = LatentTensors(words: container.metadata, tensors: container.tensors)
    let words = WeightsMetadata(words: container.metadata)
    try words.expect(format: Self.format)
    try words.expect(Self.version, for: "version")
    let network = try words.network(isLabelled: false)
    do { try network.check() } catch { throw .network(error) }
    let sizes = AdversarialNetworks.architectures(of: network)
    let turns = try file.values("frequencies", shape: [FeatureMap.frequencyCount, 2])
    let frequencies = stride(from: 0, to: turns.count, by: 2).map {
      SIMD2(turns[$0], turns[$0 + 1])
    }
    self.init(
      networks: AdversarialNetworks(
        generator: try file.network("generator", of: sizes.generator),
        discriminator: try file.network("discriminator", of: sizes.discriminator),
        view: DiscriminatorView(map: FeatureMap(frequencies: frequencies)),
        standardization: try words.standardization()),
      stabilizer: try Self.stabilizer(in: words), data: try words.text("data"),
      steps: try words.number("steps"), seed: try words.number("seed"))
  }

  private static func stabilizer(in words: WeightsMetadata) throws(WeightsError) -> GANStabilizer {
    let name = try words.text("stabilizer")
    do { return try GANStabilizer.named(name) } catch {
      throw .badMetadata(
        key: "stabilizer", text: name, expected: "one of \(error.known.joined(separator: ", "))")
    }
  }
}
