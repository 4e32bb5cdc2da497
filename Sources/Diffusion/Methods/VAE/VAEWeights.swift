import Foundation

/// What a variational auto-encoder has learned, as a value that can be kept in a file.
public struct VAEWeights: TrainedWeights, Equatable {
  public let model: VariationalAutoEncoder
  /// The weight of the divergence that it was learned with.
  public let beta: Double
  public let data: String
  public let steps: Int
  public let seed: UInt64

  public var outputName: String { "mean of a point" }
  public var labels: [String] { [] }
  public var parameterCount: Int {
    model.encoder.parameters.count + model.decoder.parameters.count
  }
}

extension VAEWeights {
  private static let format = "stipple vae"
  private static let version = "1"

  private static let meaning = [
    "encoder.inputs": "(x - centre) / spread of a point x",
    "encoder.outputs":
      "the mean of each latent number, then the logarithm of its variance, taken from -8 to 8",
    "decoder.inputs": "a latent; standard normal for new points",
    "decoder.outputs":
      "y; the point is normal with mean centre + spread y and the standard deviation"
      + " decoder_spread per coordinate",
  ]

  /// The weights as a safetensors file.
  public func encoded() throws -> Data {
    let architecture = model.encoder.mlp.architecture
    var file = LatentTensors()
    file.words = [
      "format": Self.format, "version": Self.version, "method": Method.vae.id,
      "architecture": WeightsMetadata.text(of: architecture),
      "activation": architecture.activation.id, "residual": "\(architecture.isResidual)",
      "layers": WeightsMetadata.layers(of: architecture), "latents": "\(model.latents)",
      "beta": "\(beta)", "decoder_spread": "\(model.spread)",
      "centre": "\(model.standardization.centre.x) \(model.standardization.centre.y)",
      "spread": "\(model.standardization.spread)",
      "data": data, "steps": "\(steps)", "seed": "\(seed)",
    ].merging(Self.meaning) { $1 }
    file.add(model.encoder, as: "encoder")
    file.add(model.decoder, as: "decoder")
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
    let latents: Int = try words.number("latents")
    guard VAESettings.latentCounts.contains(latents) else {
      throw .badMetadata(key: "latents", text: "\(latents)", expected: "1 or 2")
    }
    let network = try words.network(isLabelled: false)
    do { try network.check(mayBeLinear: true) } catch { throw .network(error) }
    let sizes = VariationalAutoEncoder.architectures(latents: latents, of: network)
    self.init(
      model: VariationalAutoEncoder(
        encoder: try file.network("encoder", of: sizes.encoder),
        decoder: try file.network("decoder", of: sizes.decoder),
        standardization: try words.standardization(),
        spread: try words.numbers("decoder_spread", count: 1, range: 1e-13...1e13)[0]),
      beta: try words.numbers("beta", count: 1, range: VAESettings.betas)[0],
      data: try words.text("data"), steps: try words.number("steps"),
      seed: try words.number("seed"))
  }
}
