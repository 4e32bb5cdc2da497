import Testing

@testable import Diffusion

/// Latents made one number after another.
@Suite struct AutoregressiveLatentsTests {
  @Test("Every cell has the numbers that fall into it, and the last ones all that is beyond")
  func cells() {
    for cell in 0..<AutoregressiveLatents.cells {
      for share in [Float(0.01), 0.5, 0.99] {
        let number = AutoregressiveLatents.number(in: cell, at: share)
        #expect(AutoregressiveLatents.cell(of: number) == cell)
      }
    }
    #expect(AutoregressiveLatents.cell(of: -99) == 0)
    #expect(AutoregressiveLatents.cell(of: 99) == AutoregressiveLatents.cells - 1)
  }

  /// Pairs whose first number has the sign of what is told, and whose second one has the other sign.
  private static func pairs(_ count: Int, from stream: inout RandomStream) -> [PromptedPair] {
    (0..<count).map { _ in
      let sign: Float = stream.uniform() < 0.5 ? -1 : 1
      let embedding = [sign] + [Float](repeating: 0, count: TextEncoder.width - 1)
      let spread = Float(0.2 * stream.uniform())
      return PromptedPair(
        latent: [sign * (1 + spread), -sign * (1 - spread)], embedding: embedding)
    }
  }

  @Test("It learns what the prompt says of the first number, and what that says of the second")
  func learning() {
    var stream = Randomness(seed: 3).stream(.training)
    var trainer = AutoregressiveTrainer(latents: 2, from: &stream)
    for _ in 0..<700 {
      _ = trainer.step(on: Self.pairs(64, from: &stream), rate: 0.004, from: &stream)
    }
    let model = trainer.model(on: PartBasis())
    let count = 400
    func share(_ terms: [PromptedLatents.Term], _ holds: ([Float]) -> Bool) -> Double {
      var rows = [[Float]](repeating: [0, 0], count: count)
      for place in 0..<2 { model.decide(place, of: &rows, terms: terms, from: &stream) }
      return Double(rows.count(where: holds)) / Double(count)
    }
    let plus = [Float](repeating: 1, count: 1) + [Float](repeating: 0, count: TextEncoder.width - 1)
    let told = [
      PromptedLatents.Term(
        embeddings: [[Float]](repeating: plus, count: count).flatMap(\.self), weight: 1)
    ]
    #expect(share(told) { $0[0] > 0 } > 0.95)
    #expect(share([]) { $0[0] * $0[1] < 0 } > 0.95)
    // Four standard deviations of the share of a fair coin.
    #expect(abs(share([]) { $0[0] > 0 } - 0.5) < 4 * 0.5 / Double(count).squareRoot())
  }

  @Test("A run decides one number after another, the same ones in any number of steps")
  func runs() throws {
    var trainer = LatentTrainer(
      LatentSettings(generator: .autoregressive), training: TrainingSpecification(batch: 16),
      parts: [.autoencoder, .text, .autoregressive], iterations: 2, seed: 2)
    for _ in 0..<6 { _ = trainer.step() }
    let parts = trainer.weights.parts
    func run(steps: Int) throws -> LatentRun {
      let settings = LatentSettings(generator: .autoregressive)
      let laboratory = try Laboratory(
        Experiment(
          distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: steps),
          method: settings, seed: 5))
      let process = try #require(laboratory.latent)
      return try process.run(by: parts, prompts: [process.prompt], count: 6, in: laboratory)
    }
    let whole = try run(steps: 8).finish()
    #expect(try run(steps: 3).finish() == whole)
    let some = try run(steps: 8)
    let half = (0..<4).reduce(SamplingState(some.start)) { some.advance($0, $1) }
    for (row, latent) in PromptedLatents.latents(of: half.points, 4).enumerated() {
      #expect(Array(latent[..<2]) == Array(whole[row][..<2]) && latent[2] == 0 && latent[3] == 0)
    }
  }
}
