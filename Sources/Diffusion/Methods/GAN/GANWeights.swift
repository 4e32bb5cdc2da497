/// What a GAN has learned, as a value that can be kept in a file.
public typealias GANWeights = JointWeights<AdversarialNetworks>

extension AdversarialNetworks: JointNetworks {
  public static let format = "stipple gan"
  public static let method = Method.gan
  public static let outputName = "point"

  public var parts: [(name: String, network: PartNetwork)] {
    [("generator", generator), ("discriminator", discriminator)]
  }
  public var frequencies: [SIMD2<Float>] { view.map.frequencies }

  public var words: [String: String] {
    [
      "stabilizer": stabilizer.id,
      "generator.inputs": "two numbers; standard normal for new points",
      "generator.outputs": "y; the point is centre + spread y",
      "discriminator.inputs":
        "p = (x - centre) / spread of a point x: sin(p.f) for each row f of frequencies, cos(p.f), 3 p",
      "discriminator.outputs": "the logit of x being real: ln(D / (1 - D))",
    ]
  }

  public init(reading file: JointFile) throws(WeightsError) {
    let sizes = Self.architectures(of: file.network)
    self.init(
      generator: try file.part("generator", of: sizes.generator),
      discriminator: try file.part("discriminator", of: sizes.discriminator),
      view: DiscriminatorView(map: try file.features()),
      standardization: try file.words.standardization(),
      stabilizer: try file.words.member(of: GANStabilizer.self, for: "stabilizer"))
  }
}
