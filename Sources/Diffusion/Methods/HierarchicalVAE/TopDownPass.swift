import Foundation

/// The way of a batch down all levels, and the gradient of the bound back up, through the latents
/// themselves (Kingma and Welling 2014; of every level, Rezende et al. 2014).
///
/// What is brought down is, in canonical coordinates and nats,
/// ```
/// KL(q(z_T | x) || p(z_T)) + Σ E KL(q(z_s | z_t, x) || p(z_s | z_t)) - E ln p(x | z_1),
/// ```
/// times the variance of the last step, which makes a squared error with weighted divergences of it.
struct TopDownPass {
  let jumps: [CanonicalJump]
  let start: CanonicalStart
  let map: FeatureMap
  /// Of every jump.
  let variances: [Double]

  /// What a batch has shown.
  struct Outcome {
    /// For every jump the mean variance of the point it leads to around the decoder's answer.
    var missed: [Double]
    /// The divergence of the highest latents, in nats.
    var top: Double
    /// Minus the entropy of the latents that the other jumps lead to, per jump and in nats.
    var known: [Double]

    /// `exp` of half of the negative bound, by the variances that are best for the batch.
    var perplexity: Double {
      var bound = top
      for (index, missed) in missed.enumerated() {
        bound += log(2 * .pi * HeldVariance.nearest(missed)) + 1 + known[index]
      }
      return exp(min(bound / 2, 300))
    }
  }

  /// Sets the gradients of both networks to those of a batch.
  func learn(
    _ clean: [SIMD2<Float>], decoder: inout PartLearner, encoder: inout PartLearner,
    from stream: inout RandomStream
  ) -> Outcome {
    var outcome = Outcome(
      missed: jumps.map { _ in 0 }, top: 0, known: jumps.map { _ in 0 })
    for (number, block) in Blocks(of: clean.count).enumerated() {
      var rows = TopDownRows(
        Array(clean[block]), in: self, share: 1 / Double(clean.count), isFirst: number == 0)
      rows.walkDown(encoder: &encoder, from: &stream)
      rows.climb(decoder: &decoder, encoder: &encoder, into: &outcome)
    }
    return outcome
  }
}

/// A few points on that way.
struct TopDownRows {
  private let pass: TopDownPass
  private let clean: [SIMD2<Float>]
  /// What one point counts.
  private let share: Double
  private let isFirst: Bool
  /// The latents of every level from the top, with the noise that made them and the variances of it.
  private var latents: [[SIMD2<Float>]] = []
  private var noise: [[SIMD2<Float>]] = []
  private var codes:
    [[(mean: SIMD2<Float>, variance: SIMD2<Float>, isFree: SIMDMask<SIMD2<Int32>>)]] =
      []

  init(_ clean: [SIMD2<Float>], in pass: TopDownPass, share: Double, isFirst: Bool) {
    (self.clean, self.pass, self.share, self.isFirst) = (clean, pass, share, isFirst)
  }

  private var jumps: [CanonicalJump] { pass.jumps }

  /// What the encoder is asked for latents of a level.
  private func question(ofLevel level: Int) -> [Float] {
    let above = level == 0 ? clean.map { _ in SIMD2<Float>.zero } : latents[level - 1]
    return JumpNetworks.questions(
      above, levels: clean.map { _ in jumps[level].features }, latents: clean.map { Point($0) },
      through: pass.map)
  }

  /// The mean and variance of the noising for latents of a level: of `x` and the latent above.
  private func noising(_ level: Int) -> (clean: Float, above: Float, variance: Float) {
    if level == 0 {
      let top = jumps[0].later.level
      return (Float(top.alpha), 0, Float(top.sigma * top.sigma))
    }
    let step = jumps[level - 1].posterior
    return (Float(step.clean), Float(step.noisy), Float(step.variance))
  }

  /// Draws the latents of all levels.
  mutating func walkDown(encoder: inout PartLearner, from stream: inout RandomStream) {
    for level in jumps.indices {
      let answers = encoder.answers(to: question(ofLevel: level), rows: clean.count)
      let kernel = noising(level)
      let normals = stream.normalPoints(clean.count).map { SIMD2<Float>($0) }
      let own = clean.indices.map { row in
        let raw = SIMD2(answers[4 * row + 2], answers[4 * row + 3])
        let bounded = SIMD2(LatentDraw.bounded(raw.x), LatentDraw.bounded(raw.y))
        let above = level == 0 ? .zero : latents[level - 1][row]
        return (
          mean: kernel.clean * clean[row] + kernel.above * above
            + SIMD2(answers[4 * row], answers[4 * row + 1]),
          variance: kernel.variance * SIMD2(exp(bounded.x), exp(bounded.y)), isFree: raw .== bounded
        )
      }
      codes.append(own)
      noise.append(normals)
      latents.append(
        clean.indices.map { own[$0].mean + own[$0].variance.squareRoot() * normals[$0] })
    }
  }

  /// Adds the gradients of these points, from the data up to the highest level.
  mutating func climb(
    decoder: inout PartLearner, encoder: inout PartLearner, into outcome: inout TopDownPass.Outcome
  ) {
    let scale = Float(share * pass.variances[jumps.count - 1])
    // With respect to the latents that the jump in hand leads to; of data there is none.
    var pull = clean.map { _ in SIMD2<Float>.zero }
    for index in jumps.indices.reversed() {
      let isLast = index == jumps.count - 1
      let (jump, here) = (jumps[index], latents[index])
      let width = Float(pass.variances[index])
      let (kept, noisy) = (Float(jump.posterior.clean), Float(jump.posterior.noisy))
      let level = (alpha: Float(jump.later.level.alpha), sigma: Float(jump.later.level.sigma))
      let question = HierarchicalAutoEncoder.questions(
        here, levels: clean.map { _ in jump.features }, through: pass.map)
      let answers = decoder.answers(to: question, rows: clean.count)
      // The mean of the decoder less that of what it should answer, over its variance.
      var slopes: [SIMD2<Float>] = []
      for row in clean.indices {
        let output = SIMD2(answers[2 * row], answers[2 * row + 1])
        let answer =
          kept * (level.alpha * here[row] - level.sigma * output) + noisy * here[row]
        let target = isLast ? clean[row] : codes[index + 1][row].mean
        let own = isLast ? SIMD2<Float>.zero : codes[index + 1][row].variance
        let error = answer - target
        outcome.missed[index] += share * Double((error * error + own).sum()) / 2
        slopes.append(scale / width * error)
      }
      let back = decoder.learn(
        from: slopes.flatMap { slope -> [Float] in
          let own = -kept * level.sigma * slope
          return [own.x, own.y]
        }, rows: clean.count, isFirst: isFirst && isLast)
      var above = pass.map.pulledBack(back, rows: question, width: FeatureMap.count)
      for row in clean.indices { above[row] += (kept * level.alpha + noisy) * slopes[row] }
      if !isLast {
        let more = learnCodes(
          ofLevel: index + 1, pull: pull, slopes: slopes.map { -$0 }, spread: 1 / width, scale,
          &encoder, &outcome)
        for row in clean.indices { above[row] += more[row] }
      }
      pull = above
    }
    climbTop(pull, scale, &encoder, &outcome)
  }

  /// The gradient of the divergence of the highest latents from the start.
  private mutating func climbTop(
    _ pull: [SIMD2<Float>], _ scale: Float, _ encoder: inout PartLearner,
    _ outcome: inout TopDownPass.Outcome
  ) {
    let (mean, width) = (SIMD2<Float>(pass.start.mean), Float(pass.start.variance))
    for row in clean.indices {
      let code = codes[0][row]
      let error = code.mean - mean
      let logs = log(Double(width / code.variance.x)) + log(Double(width / code.variance.y))
      outcome.top +=
        share * (Double(((error * error + code.variance) / width).sum()) - 2 + logs) / 2
    }
    _ = learnCodes(
      ofLevel: 0, pull: pull, slopes: codes[0].map { scale / width * ($0.mean - mean) },
      spread: 1 / width, scale, &encoder, &outcome, isFirst: isFirst && jumps.count == 1)
  }

  /// Teaches the encoder the latents of a level.
  ///
  /// - Parameters:
  ///   - pull: the gradient with respect to the latents, from below.
  ///   - slopes: the gradient with respect to their means, of their own divergence.
  ///   - spread: what a unit of their variance costs there, twice.
  /// - Returns: the gradient with respect to the latents above.
  private func learnCodes(
    ofLevel level: Int, pull: [SIMD2<Float>], slopes: [SIMD2<Float>], spread: Float,
    _ scale: Float, _ encoder: inout PartLearner, _ outcome: inout TopDownPass.Outcome,
    isFirst: Bool? = nil
  ) -> [SIMD2<Float>] {
    let question = question(ofLevel: level)
    _ = encoder.answers(to: question, rows: clean.count)
    let kernel = noising(level)
    var (gradient, means): ([Float], [SIMD2<Float>]) = ([], [])
    for row in clean.indices {
      let code = codes[level][row]
      let mean = slopes[row] + pull[row]
      let width =
        0.5 * scale * (code.variance * spread - 1)
        + 0.5 * code.variance.squareRoot() * noise[level][row] * pull[row]
      let free = SIMD2<Float>.zero.replacing(with: width, where: code.isFree)
      gradient += [mean.x, mean.y, free.x, free.y]
      means.append(mean)
      if level > 0 {
        // Minus the entropy of the latent, less what a decoder with the same variance would have.
        outcome.known[level - 1] -=
          share
          * (2 * log(2 * .pi) + 2 + log(Double(code.variance.x)) + log(Double(code.variance.y))) / 2
      }
    }
    let back = encoder.learn(
      from: gradient, rows: clean.count,
      isFirst: isFirst ?? (self.isFirst && level == jumps.count - 1))
    if level == 0 { return [] }
    var above = pass.map.pulledBack(
      back, rows: question, width: JumpNetworks.generatorInputs)
    for row in clean.indices { above[row] += kernel.above * means[row] }
    return above
  }
}
