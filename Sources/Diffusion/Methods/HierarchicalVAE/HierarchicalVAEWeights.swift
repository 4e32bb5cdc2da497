/// What a hierarchical variational auto-encoder has learned, as a value that can be kept in a file.
public typealias HierarchicalVAEWeights = JointWeights<HierarchicalAutoEncoder>

extension HierarchicalAutoEncoder: JointNetworks {
  public static let format = "stipple hierarchical-vae"
  public static let method = Method.hierarchicalVAE
  public static let outputName = "v of a clean point"

  public var parts: [(name: String, network: PartNetwork)] {
    [("decoder", decoder)] + (encoder.map { [("encoder", $0)] } ?? [])
  }
  public var frequencies: [SIMD2<Float>] { map.frequencies }

  private static let point =
    "p = (x - alpha centre) / r with r = sqrt((alpha spread)^2 + sigma^2) of a point x of a level: sin(p.f)"
    + " for each row f of frequencies, cos(p.f), 3 p; of a level with L = 2 ln(alpha spread / sigma), taken"
    + " from -8 to 8, L/4, tanh(L/4), tanh(L-2), tanh(L+2)"

  private var encoding: HierarchicalVAESettings.Encoder { isEncoderLearned ? .learned : .fixed }

  public var words: [String: String] {
    var words = [
      "encoder": encoding.rawValue, "log_snr": Self.text(logSNRs),
      "variances": Self.text(variances),
      "decoder.inputs": Self.point,
      "decoder.outputs":
        "y; with a = alpha spread / r, s = sigma / r the clean point is centre + spread (a p - s y). The"
        + " level below has p = c (a p - s y) + b p in the mean, c and b those of the posterior of"
        + " the forward process, and the next of the variances",
    ]
    if isEncoderLearned {
      words["encoder.inputs"] =
        "the same of the level above and zeros at the highest, but for the level, which is that of the"
        + " answer; (x - centre) / spread of the clean point x"
      words["encoder.outputs"] =
        "what is added to the mean of p in the posterior of the forward process, then the logarithms of"
        + " what its variances are multiplied by, taken from -8 to 8"
    }
    return words
  }

  private static func text(_ numbers: [Double]) -> String {
    numbers.map { "\($0)" }.joined(separator: " ")
  }

  public init(reading file: JointFile) throws(WeightsError) {
    let sizes = Self.architectures(of: file.network)
    let count = try file.words.text("log_snr").split(separator: " ").count
    let word = try file.words.text("encoder")
    guard let encoding = HierarchicalVAESettings.Encoder(rawValue: word) else {
      throw .badMetadata(key: "encoder", text: word, expected: "fixed or learned")
    }
    self.init(
      decoder: try file.part("decoder", of: sizes.decoder),
      encoder: encoding == .learned ? try file.part("encoder", of: sizes.encoder) : nil,
      map: try file.features(), standardization: try file.words.standardization(),
      variances: try file.words.numbers("variances", count: max(1, count), range: 1e-13...1e13),
      logSNRs: try file.words.numbers(
        "log_snr", count: max(1, count), range: -Double.infinity...Double.infinity))
  }
}
