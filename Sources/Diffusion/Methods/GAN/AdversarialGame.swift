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
    generator: MLP.Architecture, discriminator: MLP.Architecture, isConditioned: Bool = false,
    optimizer: Optimizer, from stream: inout RandomStream
  ) {
    view = DiscriminatorView(map: FeatureMap(from: &stream), isConditioned: isConditioned)
    self.generator = PartLearner(generator, lastScale: 1, optimizer: optimizer, from: &stream)
    self.discriminator = PartLearner(
      discriminator, lastScale: 0.5, optimizer: optimizer, reachesInputs: true, from: &stream)
  }

  /// Goes on from what was learned.
  init(
    generator: PartNetwork, discriminator: PartNetwork, view: DiscriminatorView,
    optimizer: Optimizer
  ) {
    self.view = view
    self.generator = PartLearner(continuing: generator, optimizer: optimizer)
    self.discriminator = PartLearner(
      continuing: discriminator, optimizer: optimizer, reachesInputs: true)
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

  /// The weights where gradients are taken.
  var present: (generator: PartNetwork, discriminator: PartNetwork) {
    (generator.present, discriminator.present)
  }

  /// The moving average of the generator's weights.
  var averageGenerator: PartNetwork { generator.network }

  /// The samples that the generator makes of a batch.
  mutating func samples(of batch: GeneratorBatch) -> [SIMD2<Float>] {
    Blocks(of: batch.count).flatMap { block in samples(of: batch, block) }
  }

  /// The same of a block, with what the way back needs.
  private mutating func samples(of batch: GeneratorBatch, _ block: Range<Int>) -> [SIMD2<Float>] {
    let answers = generator.answers(to: batch.inputs(of: block), rows: block.count)
    return block.enumerated().map { row, index in
      batch.sample(index, of: SIMD2(answers[2 * row], answers[2 * row + 1]))
    }
  }
}

extension AdversarialGame {
  /// Sets the discriminator's gradient to that of its loss,
  /// ```
  /// mean softplus(-logit(real)) + mean softplus(logit(fake)) + gamma/2 mean |grad logit(real)|².
  /// ```
  ///
  /// - Parameters:
  ///   - conditions: what real points and samples are judged under, one for each of both; none for a
  ///     discriminator that is told none.
  ///   - penalty: gamma.
  /// - Returns: the first two parts; of a discriminator that knows nothing twice ln 2.
  mutating func learnDiscriminator(
    real: [SIMD2<Float>], fake: [SIMD2<Float>], under conditions: [JumpCondition] = [],
    penalty: Double
  ) -> Double {
    let loss =
      judge(real, under: conditions, as: AdversarialLoss.real, isFirst: true)
      + judge(fake, under: conditions, as: AdversarialLoss.fake, isFirst: false)
    if penalty > 0 { learnPenalty(on: real, under: conditions, weight: penalty) }
    return loss
  }

  /// Adds the gradient of a mean loss of logits.
  private mutating func judge(
    _ points: [SIMD2<Float>], under conditions: [JumpCondition],
    as loss: (Float) -> (loss: Double, slope: Float), isFirst: Bool
  ) -> Double {
    var sum = 0.0
    for (number, block) in Blocks(of: points.count).enumerated() {
      let rows = view.rows(
        of: Array(points[block]), under: conditions.part(block), kernels: kernels)
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
  ///
  /// Under a condition slopes are measured in its own unit.
  private mutating func learnPenalty(
    on points: [SIMD2<Float>], under conditions: [JumpCondition], weight: Double
  ) {
    for block in Blocks(of: points.count) {
      let (places, told) = (Array(points[block]), conditions.part(block))
      let units = told.isEmpty ? places.map { _ in 1 } : told.map(\.unit)
      let slopes = gradients(at: places, under: told)
      let lengths = slopes.map { ($0 * $0).sum().squareRoot() }
      let scale = Float(weight) / (2 * Self.reach * Float(points.count))
      for side: Float in [1, -1] {
        let shifted = places.indices.map { index -> SIMD2<Float> in
          if lengths[index] == 0 { return places[index] }
          return places[index] + side * Self.reach * units[index] / lengths[index] * slopes[index]
        }
        let rows = view.rows(of: shifted, under: told, kernels: kernels)
        _ = discriminator.answers(to: rows, rows: block.count)
        _ = discriminator.learn(
          from: zip(lengths, units).map { side * scale * $0 * $1 }, rows: block.count,
          isFirst: false)
      }
    }
  }

  /// The gradients of the logit with respect to at most a block of points.
  mutating func gradients(
    at points: [SIMD2<Float>], under conditions: ArraySlice<JumpCondition> = []
  ) -> [SIMD2<Float>] {
    let rows = view.rows(of: points, under: conditions, kernels: kernels)
    _ = discriminator.answers(to: rows, rows: points.count)
    let ones = [Float](repeating: 1, count: points.count)
    return view.pulledBack(
      discriminator.pulledBack(ones, rows: points.count), rows: rows, under: conditions)
  }

  /// Sets the generator's gradient to that of its loss, `mean softplus(-logit(sample))`, the one that
  /// does not saturate.
  ///
  /// - Returns: the loss.
  mutating func learnGenerator(from batch: GeneratorBatch) -> Double {
    var sum = 0.0
    for (number, block) in Blocks(of: batch.count).enumerated() {
      let told = batch.conditions.part(block)
      let rows = view.rows(of: samples(of: batch, block), under: told, kernels: kernels)
      let costs = discriminator.answers(to: rows, rows: block.count).map(AdversarialLoss.real)
      sum += costs.reduce(0) { $0 + $1.loss }
      let back = discriminator.pulledBack(
        costs.map { $0.slope / Float(batch.count) }, rows: block.count)
      let slopes = view.pulledBack(back, rows: rows, under: told)
      _ = generator.learn(
        from: zip(slopes, block).flatMap { slope, index -> [Float] in
          let own = batch.scale(index) * slope
          return [own.x, own.y]
        }, rows: block.count, isFirst: number == 0)
    }
    return sum / Double(batch.count)
  }
}

extension [JumpCondition] {
  /// Those of a block; none where there are none.
  fileprivate func part(_ block: Range<Int>) -> ArraySlice<JumpCondition> {
    isEmpty ? [] : self[block]
  }
}
