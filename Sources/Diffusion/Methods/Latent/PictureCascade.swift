/// Makes pictures twice as large of small ones: a diffusion of large pictures that is told the small one,
/// with noise on it, so that mistakes of what came before are not copied (Ho et al. 2022).
///
/// It answers for the form, and the tint stays as it is. What it answers with is the clean picture:
/// pictures lie on few dimensions of many, noise on all (Li and He 2025).
public struct PictureCascade: Sendable, Equatable {
  let network: PartNetwork
  /// The size of the small pictures.
  public let shape: PictureShape

  static let times = 2
  static let hidden = [256, 256]
  /// Brightness `b` is `(b - centre) / spread` to the network.
  static let centre: Float = 0.3
  static let spread: Float = 0.4

  /// The size of the pictures it makes.
  public var largeShape: PictureShape { shape.larger }

  /// The large picture with noise, the small one with noise, four functions of the level and how much
  /// noise is on the small one.
  static func inputs(_ shape: PictureShape) -> Int {
    outputs(shape) + shape.count / 3 + 4 + 1
  }

  static func outputs(_ shape: PictureShape) -> Int { shape.larger.count / 3 }

  static func units(_ brightness: Float) -> Float { (brightness - centre) / spread }
  static func brightness(_ units: Float) -> Float { min(1, max(0, centre + spread * units)) }

  /// The mean of four neighbouring pixels each: a large form as a small one.
  static func reduced(_ form: [Float], to shape: PictureShape) -> [Float] {
    let width = times * shape.width
    return (0..<shape.height).flatMap { row in
      (0..<shape.width).map { column in
        let first = times * row * width + times * column
        return (form[first] + form[first + 1] + form[first + width] + form[first + width + 1]) / 4
      }
    }
  }
}

extension PictureShape {
  /// Twice as wide and high.
  public var larger: PictureShape {
    PictureShape(width: PictureCascade.times * width, height: PictureCascade.times * height)
  }
}

/// A cascade that is told some small pictures, as samplers ask it.
struct CascadeDenoiser: Denoiser {
  let cascade: PictureCascade
  /// Small forms in the network's units with their noise, a row each, without gaps.
  let told: [Float]
  /// How much noise is on them.
  let noise: Float
  var isRounded: Bool { true }

  func calls(at level: NoiseLevel) -> Int { 1 }

  func estimate(_ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]) {
    let size = level.scale
    let (width, small) = (cascade.network.outputs, cascade.shape.count / 3)
    let states = PromptedLatents.flat(points, width, dividedBy: size)
    let features = FeatureMap.features(ofLogSNR: level.logSNR)
    var inputs: [Float] = []
    inputs.reserveCapacity(states.count / width * cascade.network.inputs)
    for row in 0..<states.count / width {
      inputs.append(contentsOf: states[row * width..<(row + 1) * width])
      inputs.append(contentsOf: told[row * small..<(row + 1) * small])
      for index in 0..<4 { inputs.append(features[index]) }
      inputs.append(noise)
    }
    let clean = cascade.network.answers(to: inputs)
    let canonical = NoiseLevel(alpha: level.alpha / size, sigma: level.sigma / size)
    for index in points.indices {
      estimates[index] = Parameterization.clean.estimate(
        from: Point(Double(clean[2 * index]), Double(clean[2 * index + 1])),
        at: points[index] / size, level: canonical)
    }
  }
}

/// The cascade while it learns from pictures drawn in both sizes.
struct PictureCascadeTrainer: Sendable {
  private let source: PictureSource
  private var learner: PartLearner
  private var pairs: [FormPair] = []

  /// How many pictures are drawn in both sizes at most, and with every step.
  private static let most = 2500
  private static let growth = 24

  init(of source: PictureSource, from stream: inout RandomStream) {
    self.source = source
    learner = PartLearner(
      inputs: PictureCascade.inputs(source.shape), hidden: PictureCascade.hidden,
      outputs: PictureCascade.outputs(source.shape), lastScale: 0, from: &stream)
  }

  /// - Returns: the squared error of the large form's brightness, summed over its pixels.
  mutating func step(batch count: Int, rate: Double, from stream: inout RandomStream) -> Double {
    draw(from: &stream)
    let (large, small) = (PictureCascade.outputs(source.shape), source.shape.count / 3)
    var loss: Float = 0
    for (number, block) in Blocks(of: count).enumerated() {
      let noise = LatentNoise.normals(block.count * (large + small), from: &stream)
      var inputs: [Float] = []
      var targets: [Float] = []
      for (row, member) in block.enumerated() {
        let pair = pairs[Int(stream.next() % UInt64(pairs.count))]
        let level = LatentLevels.level((Double(member) + stream.uniform()) / Double(count))
        let (alpha, sigma) = (Float(level.alpha), Float(level.sigma))
        let own = noise[row * (large + small)..<(row + 1) * (large + small)]
        let share = Float(stream.uniform())
        targets += pair.large
        inputs += zip(pair.large, own).map { alpha * $0 + sigma * $1 }
        inputs += zip(pair.small, own.dropFirst(large)).map { $0 + share * $1 }
        let features = FeatureMap.features(ofLogSNR: level.logSNR)
        for index in 0..<4 { inputs.append(features[index]) }
        inputs.append(share)
      }
      let answers = learner.answers(to: inputs, rows: block.count)
      var gradient = [Float](repeating: 0, count: answers.count)
      for index in answers.indices {
        let error = answers[index] - targets[index]
        loss += error * error
        gradient[index] = 2 * error / Float(count)
      }
      _ = learner.learn(from: gradient, rows: block.count, isFirst: number == 0)
    }
    learner.advance(rate: rate)
    return Double(loss * PictureCascade.spread * PictureCascade.spread) / Double(count)
  }

  private mutating func draw(from stream: inout RandomStream) {
    let wanted = min(Self.most, max(256, pairs.count + Self.growth))
    while pairs.count < wanted, let drawn = source.pair(from: &stream) {
      if source.isHeldOut(drawn.traits) { continue }
      pairs.append(FormPair(small: drawn.small, large: drawn.large))
    }
  }

  var cascade: PictureCascade { PictureCascade(network: learner.network, shape: source.shape) }
}

/// The forms of a picture in both sizes, in the network's units.
private struct FormPair: Sendable {
  let small: [Float]
  let large: [Float]

  init(small: [Float], large: [Float]) {
    self.small = FormAndTint(of: small).form.map(PictureCascade.units)
    self.large = FormAndTint(of: large).form.map(PictureCascade.units)
  }
}
