/// What a variational auto-encoder has learned, as a value that can be kept in a file.
public typealias VAEWeights = JointWeights<VariationalAutoEncoder>

extension VariationalAutoEncoder: JointNetworks {
  public static let format = "stipple vae"
  public static let method = Method.vae
  public static let outputName = "mean of a point"

  public var parts: [(name: String, network: PartNetwork)] {
    [("encoder", encoder), ("decoder", decoder)]
  }

  public var words: [String: String] {
    [
      "latents": "\(latents)", "beta": "\(beta)", "decoder_spread": "\(spread)",
      "encoder.inputs": "(x - centre) / spread of a point x",
      "encoder.outputs":
        "the mean of each latent number, then the logarithm of its variance, taken from -8 to 8",
      "decoder.inputs": "a latent; standard normal for new points",
      "decoder.outputs":
        "y; the point is normal with mean centre + spread y and the standard deviation"
        + " decoder_spread per coordinate",
    ]
  }

  public init(reading file: JointFile) throws(WeightsError) {
    let latents: Int = try file.words.number("latents")
    guard VAESettings.latentCounts.contains(latents) else {
      throw .badMetadata(key: "latents", text: "\(latents)", expected: "1 or 2")
    }
    let sizes = Self.architectures(latents: latents, of: file.network)
    self.init(
      encoder: try file.part("encoder", of: sizes.encoder),
      decoder: try file.part("decoder", of: sizes.decoder),
      standardization: try file.words.standardization(),
      spread: try file.words.numbers("decoder_spread", count: 1, range: 1e-13...1e13)[0],
      beta: try file.words.numbers("beta", count: 1, range: VAESettings.betas)[0])
  }
}
