/// What a denoising diffusion GAN has learned, as a value that can be kept in a file.
public typealias DiffusionGANWeights = JointWeights<JumpNetworks>

extension JumpNetworks: JointNetworks {
  public static let format = "stipple diffusion-gan"
  public static let method = Method.diffusionGAN
  public static let outputName = "clean point"

  public var parts: [(name: String, network: PartNetwork)] {
    [("generator", generator), ("discriminator", discriminator)]
  }
  public var frequencies: [SIMD2<Float>] { view.map.frequencies }

  private static let levelFeatures =
    "with L = 2 ln(alpha spread / sigma), taken from -8 to 8, L/4, tanh(L/4), tanh(L-2), tanh(L+2)"

  public var words: [String: String] {
    [
      "jump": "\(jump)", "log_snr": logSNRs.map { "\($0)" }.joined(separator: " "),
      "generator.inputs":
        "p = (x - alpha centre) / r with r = sqrt((alpha spread)^2 + sigma^2) of a noisy point x: sin(p.f)"
        + " for each row f of frequencies, cos(p.f), 3 p; \(Self.levelFeatures); two standard-normal"
        + " numbers",
      "generator.outputs": "y; the clean point is centre + spread y",
      "discriminator.inputs":
        "q, the p of a point a jump nearer to the data: sin(q.f), cos(q.f), 3 q; (p - k q) / d with the"
        + " forward process p = k q + d noise over the jump; the level of p as the generator has it",
      "discriminator.outputs": "the logit of the pair being one of the forward process",
    ]
  }

  public init(reading file: JointFile) throws(WeightsError) {
    let sizes = Self.architectures(of: file.network)
    let count = try file.words.text("log_snr").split(separator: " ").count
    self.init(
      generator: try file.part("generator", of: sizes.generator),
      discriminator: try file.part("discriminator", of: sizes.discriminator),
      view: DiscriminatorView(map: try file.features(), isConditioned: true),
      standardization: try file.words.standardization(), jump: try file.words.number("jump"),
      logSNRs: try file.words.numbers(
        "log_snr", count: max(1, count), range: -Double.infinity...Double.infinity))
  }
}
