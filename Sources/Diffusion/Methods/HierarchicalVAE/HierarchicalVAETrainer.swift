/// A hierarchical variational auto-encoder while it learns the plane, advanced one step at a time.
public typealias HierarchicalVAETrainer = JointTraining<HierarchyLearner>

/// The decoder of all levels, and perhaps an encoder, while they learn.
///
/// Behind a fixed encoder the levels do not depend on each other, and each point of a batch is asked at one
/// of them, for v (Salimans and Ho 2022), every level as often as another: with a network that answers
/// well at all of them that is the best of the bound too, whose weights would leave the noisy ones unlearned
/// (the simple loss of Ho et al. 2020). With an encoder that learns, `TopDownPass` brings the bound down.
public struct HierarchyLearner: JointLearner {
  private let jumps: [CanonicalJump]
  private let map: FeatureMap
  private var decoder: PartLearner
  private var encoder: PartLearner?
  private var variances: LevelVariances
  private let start: CanonicalStart
  private let logSNRs: [Double]

  init(
    _ process: HierarchicalVAEProcess, in standardization: Standardization, map: FeatureMap,
    decoder: PartLearner, encoder: PartLearner?, variances: [Double]?
  ) {
    let jumps = (0..<process.ladder.count).map {
      CanonicalJump($0, of: process.ladder, in: standardization)
    }
    self.jumps = jumps
    self.map = map
    self.decoder = decoder
    self.encoder = encoder
    self.variances = LevelVariances(
      variances ?? jumps.map { LevelVariances.first(of: $0, isNarrow: encoder != nil) },
      isKnown: variances != nil)
    start = CanonicalStart(
      variance: process.startVariance, at: jumps[0].later)
    logSNRs = process.ladder.logSNRs
  }

  public init(
    _ process: HierarchicalVAEProcess, in standardization: Standardization,
    network: NetworkSpecification, optimizer: Optimizer, from stream: inout RandomStream
  ) {
    let sizes = HierarchicalAutoEncoder.architectures(of: network)
    let learnsEncoder = process.settings.encoder == .learned
    let map = FeatureMap(from: &stream)
    let decoder = PartLearner(
      sizes.decoder, lastScale: 0.5, optimizer: optimizer, reachesInputs: learnsEncoder,
      from: &stream)
    let encoder =
      learnsEncoder
      ? PartLearner(
        sizes.encoder, lastScale: 0.5, optimizer: optimizer, reachesInputs: true, from: &stream)
      : nil
    self.init(
      process, in: standardization, map: map, decoder: decoder, encoder: encoder, variances: nil)
  }

  /// Nil where the networks know other levels.
  public init?(
    _ process: HierarchicalVAEProcess, continuing networks: HierarchicalAutoEncoder,
    optimizer: Optimizer
  ) {
    guard process.refusal(of: networks) == nil else { return nil }
    self.init(
      process, in: networks.standardization, map: networks.map,
      decoder: PartLearner(
        continuing: networks.decoder, optimizer: optimizer,
        reachesInputs: networks.isEncoderLearned),
      encoder: networks.encoder.map {
        PartLearner(continuing: $0, optimizer: optimizer, reachesInputs: true)
      }, variances: networks.variances)
  }

  public mutating func change(to optimizer: Optimizer) {
    decoder.change(to: optimizer)
    encoder?.change(to: optimizer)
  }

  /// - Returns: with a fixed encoder the mean squared error of v per coordinate; with one that learns the
  ///   perplexity of a coordinate in standard units, `exp` of half of the negative bound, by the variances
  ///   that are best for the batch. Both before the move.
  public mutating func step(_ step: JointStep, from stream: inout RandomStream) -> Double {
    let clean = step.cleanPoints(from: &stream)
    let rate = step.settings.rate
    guard var encoder else {
      let loss = learn(clean, from: &stream)
      decoder.advance(rate: rate)
      return loss
    }
    let pass = TopDownPass(jumps: jumps, start: start, map: map, variances: variances.values)
    let outcome = pass.learn(clean, decoder: &decoder, encoder: &encoder, from: &stream)
    decoder.advance(rate: rate)
    encoder.advance(rate: rate)
    self.encoder = encoder
    variances.add(outcome.missed, each: clean.count)
    return outcome.perplexity
  }

  /// Sets the decoder's gradient to that of a batch behind the fixed encoder.
  private mutating func learn(
    _ clean: [SIMD2<Float>], from stream: inout RandomStream
  ) -> Double {
    let turn = stream.uniform()
    let levels = clean.indices.map { index -> Int in
      let share = (Double(index) + turn) / Double(clean.count)
      return min(jumps.count - 1, Int(share * Double(jumps.count)))
    }
    let noise = stream.normalPoints(clean.count).map { SIMD2<Float>($0) }
    var missed = [Double](repeating: 0, count: jumps.count)
    var visits = [Int](repeating: 0, count: jumps.count)
    var sum = 0.0
    for (number, block) in Blocks(of: clean.count).enumerated() {
      let noisy = block.map { index -> SIMD2<Float> in
        let level = jumps[levels[index]].later.level
        return Float(level.alpha) * clean[index] + Float(level.sigma) * noise[index]
      }
      let answers = decoder.answers(
        to: HierarchicalAutoEncoder.questions(
          noisy, levels: block.map { jumps[levels[$0]].features }, through: map), rows: block.count)
      var gradient: [Float] = []
      for (row, index) in block.enumerated() {
        let jump = jumps[levels[index]]
        let level = jump.later.level
        let target = Float(level.alpha) * noise[index] - Float(level.sigma) * clean[index]
        let error = SIMD2(answers[2 * row], answers[2 * row + 1]) - target
        let square = Double((error * error).sum())
        let share = jump.posterior.clean * level.sigma
        missed[levels[index]] += jump.posterior.variance + share * share * square / 2
        visits[levels[index]] += 1
        sum += square
        let slope = error / Float(clean.count)
        gradient += [slope.x, slope.y]
      }
      _ = decoder.learn(from: gradient, rows: block.count, isFirst: number == 0)
    }
    for level in jumps.indices where visits[level] > 0 {
      variances.add(missed[level] / Double(visits[level]), to: level, count: visits[level])
    }
    return sum / Double(2 * clean.count)
  }

  /// The moving averages of the weights: what to sample with.
  public func networks(in standardization: Standardization) -> HierarchicalAutoEncoder {
    HierarchicalAutoEncoder(
      decoder: decoder.network, encoder: encoder?.network, map: map,
      standardization: standardization, variances: variances.values, logSNRs: logSNRs)
  }
}
