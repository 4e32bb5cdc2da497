/// A generator and a discriminator while they learn from each other. All points are in standard units.
struct AdversarialGame: Sendable {
  private var generator: PartLearner
  private var discriminator: PartLearner
  let view: DiscriminatorView
  private let kernels = Kernels(.best)

  /// How far to either side the discriminator is asked for the gradient of its penalty, in standard
  /// units: see `learnPenalty`.
  static let reach: Float = 0.003

  /// First weights.
  init(
    _ network: NetworkSpecification, optimizer: Optimizer, from stream: inout RandomStream
  ) {
    let sizes = AdversarialNetworks.architectures(of: network)
    view = DiscriminatorView(map: FeatureMap(from: &stream))
    generator = PartLearner(
      sizes.generator, lastScale: 1, optimizer: optimizer, from: &stream)
    discriminator = PartLearner(
      sizes.discriminator, lastScale: 0.5, optimizer: optimizer, reachesInputs: true, from: &stream)
  }

  /// Goes on from what was learned.
  init(continuing networks: AdversarialNetworks, optimizer: Optimizer) {
    view = networks.view
    generator = PartLearner(continuing: networks.generator, optimizer: optimizer)
    discriminator = PartLearner(
      continuing: networks.discriminator, optimizer: optimizer, reachesInputs: true)
  }

  mutating func change(to optimizer: Optimizer) {
    generator.change(to: optimizer)
    discriminator.change(to: optimizer)
  }

  mutating func advanceGenerator(rate: Double) { generator.advance(rate: rate) }
  mutating func advanceDiscriminator(rate: Double) { discriminator.advance(rate: rate) }

  /// The gradients of the latest batches.
  var gradients: (generator: [Float], discriminator: [Float]) {
    mutating get { (generator.gradient, discriminator.gradient) }
  }

  /// The weights as they are, and not their moving averages: averaging is a cure of its own (Yazici et
  /// al. 2019), and would hide how a game goes round in circles.
  func networks(in standardization: Standardization) -> AdversarialNetworks {
    AdversarialNetworks(
      generator: generator.present, discriminator: discriminator.present, view: view,
      standardization: standardization)
  }

  /// The points that the generator makes of latents.
  mutating func samples(of latents: [Point]) -> [SIMD2<Float>] {
    Blocks(of: latents.count).flatMap { block in answers(to: latents[block]) }
  }

  /// The same of a block, with what the way back needs.
  private mutating func answers(to latents: ArraySlice<Point>) -> [SIMD2<Float>] {
    let answers = generator.answers(
      to: latents.flatMap { [Float($0.x), Float($0.y)] }, rows: latents.count)
    return (0..<latents.count).map { SIMD2(answers[2 * $0], answers[2 * $0 + 1]) }
  }
}

extension AdversarialGame {
  /// Sets the discriminator's gradient to that of its loss,
  /// ```
  /// mean softplus(-logit(real)) + mean softplus(logit(fake)) + gamma/2 mean |grad logit(real)|².
  /// ```
  ///
  /// - Parameter penalty: gamma.
  /// - Returns: the first two parts; of a discriminator that knows nothing twice ln 2.
  mutating func learnDiscriminator(
    real: [SIMD2<Float>], fake: [SIMD2<Float>], penalty: Double
  ) -> Double {
    let loss =
      judge(real, as: AdversarialLoss.real, isFirst: true)
      + judge(fake, as: AdversarialLoss.fake, isFirst: false)
    if penalty > 0 { learnPenalty(on: real, weight: penalty) }
    return loss
  }

  /// Adds the gradient of a mean loss of logits.
  private mutating func judge(
    _ points: [SIMD2<Float>], as loss: (Float) -> (loss: Double, slope: Float), isFirst: Bool
  ) -> Double {
    var sum = 0.0
    for (number, block) in Blocks(of: points.count).enumerated() {
      let rows = view.rows(of: Array(points[block]), kernels: kernels)
      let costs = discriminator.answers(to: rows, rows: block.count).map(loss)
      sum += costs.reduce(0) { $0 + $1.loss }
      _ = discriminator.learn(
        from: costs.map { $0.slope / Float(points.count) }, rows: block.count,
        isFirst: isFirst && number == 0)
    }
    return sum / Double(points.count)
  }

  /// Adds the gradient of `gamma/2 mean |grad logit(x)|²`.
  ///
  /// With u = grad logit(x) held fast it is `gamma mean d/dtheta (u · grad logit(x))`, and the
  /// derivative along u is a difference of two answers, at x + h u/|u| and x - h u/|u|, times |u| /
  /// 2h. What is left out is h²/6 of the third derivative along u: of a feature that turns by w
  /// radians per unit a share of (h w)²/6, 0.01 % of the fastest ones, which turn by about 8. A much
  /// smaller h would lose as much to rounding.
  private mutating func learnPenalty(on points: [SIMD2<Float>], weight: Double) {
    for block in Blocks(of: points.count) {
      let places = Array(points[block])
      let slopes = gradients(at: places)
      let lengths = slopes.map { ($0 * $0).sum().squareRoot() }
      let scale = Float(weight) / (2 * Self.reach * Float(points.count))
      for side: Float in [1, -1] {
        let shifted = places.indices.map { index -> SIMD2<Float> in
          if lengths[index] == 0 { return places[index] }
          return places[index] + side * Self.reach / lengths[index] * slopes[index]
        }
        let rows = view.rows(of: shifted, kernels: kernels)
        _ = discriminator.answers(to: rows, rows: block.count)
        _ = discriminator.learn(
          from: lengths.map { side * scale * $0 }, rows: block.count, isFirst: false)
      }
    }
  }

  /// The gradients of the logit with respect to at most a block of points.
  mutating func gradients(at points: [SIMD2<Float>]) -> [SIMD2<Float>] {
    let rows = view.rows(of: points, kernels: kernels)
    _ = discriminator.answers(to: rows, rows: points.count)
    let ones = [Float](repeating: 1, count: points.count)
    return view.pulledBack(discriminator.pulledBack(ones, rows: points.count), rows: rows)
  }

  /// Sets the generator's gradient to that of its loss, `mean softplus(-logit(G(z) + noise))`, the one
  /// that does not saturate.
  ///
  /// - Parameter noise: what is added to the samples before they are judged, one for each.
  /// - Returns: the loss.
  mutating func learnGenerator(from latents: [Point], noise: [SIMD2<Float>]) -> Double {
    var sum = 0.0
    for (number, block) in Blocks(of: latents.count).enumerated() {
      let samples = zip(answers(to: latents[block]), noise[block]).map { $0 + $1 }
      let rows = view.rows(of: samples, kernels: kernels)
      let costs = discriminator.answers(to: rows, rows: block.count).map(AdversarialLoss.real)
      sum += costs.reduce(0) { $0 + $1.loss }
      let back = discriminator.pulledBack(
        costs.map { $0.slope / Float(latents.count) }, rows: block.count)
      _ = generator.learn(
        from: view.pulledBack(back, rows: rows).flatMap { [$0.x, $0.y] }, rows: block.count,
        isFirst: number == 0)
    }
    return sum / Double(latents.count)
  }
}
