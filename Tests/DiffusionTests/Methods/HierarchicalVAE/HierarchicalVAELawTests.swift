import Foundation
import Testing

@testable import Diffusion

/// What holds of latents of many levels, whoever encodes: and that those of a fixed encoder are a diffusion.
@Suite struct HierarchicalVAELawTests {
  static func experiment(
    levels: Int, encoder: HierarchicalVAESettings.Encoder = .fixed,
    schedule: ScheduleSpecification = ScheduleSpecification(kind: .linear, timesteps: 1000)
  ) -> Experiment {
    var experiment = Experiment()
    experiment.distribution = .components([
      .init(
        weight: 2, mean: [0.8, -0.3], covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2), label: "a"),
      .init(
        weight: 1, mean: [-1.1, 0.6], covariance: Covariance(xx: 0.1, xy: 0, yy: 0.4), label: "b"),
    ])
    experiment.schedule = schedule
    experiment.methodSpecification = MethodSpecification(
      HierarchicalVAESettings(levels: levels, encoder: encoder))
    experiment.model.network.hidden = [12]
    experiment.training.batch = 64
    return experiment
  }

  private static func process(
    _ experiment: Experiment
  ) throws -> (HierarchicalVAEProcess, Laboratory) {
    let laboratory = try Laboratory(experiment)
    return (try #require(laboratory.hierarchy), laboratory)
  }

  private static func bound(
    of decoder: any LevelDecoder, _ process: HierarchicalVAEProcess, _ laboratory: Laboratory,
    count: Int
  ) -> HierarchyBound {
    var stream = Randomness(seed: 5).stream(.reference)
    let points = laboratory.mixture.draw(count, from: &stream).points
    return HierarchyBound(
      of: HierarchyBound.Subject(decoder, of: process), on: points, from: &stream)
  }

  @Test(
    "The fixed encoder, walked down from the top, has the marginals of the schedule",
    arguments: [1, 2, 8, 1000],
    [
      ScheduleSpecification(kind: .linear, timesteps: 1000),
      ScheduleSpecification(kind: .cosine, timesteps: 1000),
      ScheduleSpecification(kind: .varianceExploding, timesteps: 1000),
    ])
  func marginals(levels: Int, schedule: ScheduleSpecification) throws {
    let (process, laboratory) = try Self.process(
      Self.experiment(levels: levels, schedule: schedule))
    #expect(NoisingEncoder.marginalError(on: process.ladder) < 1e-10)
    #expect(process.ladder.count == levels)
    if levels == 1000 { #expect(process.chain.levels == laboratory.schedule.levels) }
  }

  @Test("With as many levels as steps its bound is that of the diffusion of the schedule")
  func wholeSchedule() throws {
    let schedule = ScheduleSpecification(kind: .cosine, timesteps: 20)
    let (process, laboratory) = try Self.process(
      Self.experiment(levels: 20, schedule: schedule))
    var diffusion = Self.experiment(levels: 20, schedule: schedule)
    diffusion.methodSpecification = MethodSpecification(.diffusion)
    diffusion.sampler = SamplerSpecification(
      kind: .ddpm, options: SamplerOptions(variance: .optimal))
    let subject = try Laboratory(diffusion).boundSubject(of: nil)
    let own = try #require(process.diffusion(of: process.exact, in: laboratory))
    let (theirs, ours) = (
      try VariationalBound(of: subject, count: 10, randomness: Randomness(seed: 1)),
      try VariationalBound(of: own, count: 10, randomness: Randomness(seed: 1))
    )
    #expect(theirs.terms == ours.terms && theirs.total == ours.total)
    let drawn = Self.bound(of: process.exact, process, laboratory, count: 4000)
    for (level, term) in (theirs.terms.map(\.value) + [theirs.prior.value]).enumerated() {
      let figure = drawn.klPerLevel[level]
      #expect(abs(figure.value - term) < 5 * figure.error + 1e-9, "level \(level + 1)")
    }
    #expect(abs(drawn.elbo.value + theirs.total.value) < 4 * drawn.elbo.error)
  }

  @Test(
    "A decoder that has learned behind it has the bound of the diffusion that it is",
    arguments: [1, 4])
  func learned(levels: Int) throws {
    let (process, laboratory) = try Self.process(Self.experiment(levels: levels))
    var trainer = process.trainer(in: laboratory)
    for _ in 0..<300 { _ = trainer.step() }
    let networks = trainer.weights.networks
    let subject = try #require(process.diffusion(of: networks, in: laboratory))
    let diffusion = try VariationalBound(
      of: subject, count: 4000, randomness: Randomness(seed: 2))
    let drawn = Self.bound(of: networks, process, laboratory, count: 4000)
    let error =
      (drawn.elbo.error * drawn.elbo.error
      + diffusion.total.error * diffusion.total.error).squareRoot()
    #expect(abs(drawn.elbo.value + diffusion.total.value) < 4 * error)
    // What it learned is worth something: the best decoder is not far above, and never below.
    let best = try VariationalBound(
      of: try #require(process.diffusion(of: process.exact, in: laboratory)), count: 1,
      randomness: Randomness(seed: 2))
    #expect(diffusion.total.value > best.total.value - 4 * error)
    #expect(diffusion.total.value < best.total.value + 0.5)
  }

  @Test(
    "An encoder that learns has a better bound than the noising, and the likelihood is above it")
  func better() throws {
    func bound(
      _ encoder: HierarchicalVAESettings.Encoder
    ) throws -> (HierarchyBound, HierarchyBound.Figure) {
      let (process, laboratory) = try Self.process(
        Self.experiment(levels: 1, encoder: encoder))
      var trainer = process.trainer(in: laboratory)
      for _ in 0..<600 { _ = trainer.step() }
      let networks = trainer.weights.networks
      var stream = Randomness(seed: 5).stream(.reference)
      let points = laboratory.mixture.draw(1000, from: &stream).points
      let many = try HierarchyBound(
        of: HierarchyBound.Subject(networks, of: process), on: points, draws: 10, from: &stream)
      let entropy = laboratory.mixture.entropy(drawing: 10_000, from: &stream)
      return (many, HierarchyBound.Figure(entropy.value, error: entropy.error))
    }
    let (fixed, entropy) = try bound(.fixed)
    let (learned, _) = try bound(.learned)
    #expect(learned.elbo.value > fixed.elbo.value + 0.05)
    for bound in [fixed, learned] {
      #expect(bound.logLikelihood.value >= bound.elbo.value - 1e-9)
      #expect(bound.logLikelihood.value < -entropy.value + 4 * bound.logLikelihood.error)
    }
  }

  @Test("The gradients of both networks are those of differences of the bound", arguments: [1, 3])
  func gradients(levels: Int) throws {
    let (process, laboratory) = try Self.process(
      Self.experiment(levels: levels == 3 ? 4 : 1, encoder: .learned))
    var trainer = process.trainer(in: laboratory)
    for _ in 0..<20 { _ = trainer.step() }
    let networks = trainer.weights.networks
    let jumps = (0..<process.ladder.count).map {
      CanonicalJump($0, of: process.ladder, in: networks.standardization)
    }
    let variances = networks.variances
    let pass = TopDownPass(
      jumps: jumps, start: CanonicalStart(variance: 1, at: jumps[0].later), map: networks.map,
      variances: variances)
    let encoder = try #require(networks.encoder)
    var draws = Randomness(seed: 3).stream(.reference)
    let clean = draws.normalPoints(24).map { SIMD2<Float>($0) }

    /// The loss with both networks moved along directions; and its gradients.
    func loss(
      _ decoders: [Float], _ encoders: [Float]
    ) -> (value: Double, decoder: [Float], encoder: [Float]) {
      var one = PartLearner(
        continuing: PartNetwork(mlp: networks.decoder.mlp, parameters: decoders),
        reachesInputs: true)
      var other = PartLearner(
        continuing: PartNetwork(mlp: encoder.mlp, parameters: encoders), reachesInputs: true)
      var stream = Randomness(seed: 4).stream(.training)
      let outcome = pass.learn(clean, decoder: &one, encoder: &other, from: &stream)
      var nats = outcome.top
      for index in jumps.indices {
        nats +=
          log(2 * .pi * variances[index]) + outcome.missed[index] / variances[index]
          + outcome.known[index]
      }
      return (nats * variances[jumps.count - 1], one.gradient, other.gradient)
    }
    let here = loss(networks.decoder.parameters, encoder.parameters)
    func norm(_ gradient: [Float]) -> Double {
      gradient.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
    func moved(_ parameters: [Float], along gradient: [Float], by step: Double) -> [Float] {
      let unit = Float(step / norm(gradient))
      return zip(parameters, gradient).map { $0 + unit * $1 }
    }
    let step = 0.01
    let sides = [step, -step].map { step in
      (
        loss(
          moved(networks.decoder.parameters, along: here.decoder, by: step), encoder.parameters
        ).value,
        loss(
          networks.decoder.parameters, moved(encoder.parameters, along: here.encoder, by: step)
        ).value
      )
    }
    let slopes = (
      (sides[0].0 - sides[1].0) / (2 * step), (sides[0].1 - sides[1].1) / (2 * step)
    )
    #expect(abs(slopes.0 / norm(here.decoder) - 1) < 0.02)
    #expect(abs(slopes.1 / norm(here.encoder) - 1) < 0.02)
  }

  @Test(
    "Weights are read as they were written", arguments: HierarchicalVAESettings.Encoder.allCases)
  func file(encoder: HierarchicalVAESettings.Encoder) throws {
    let (process, laboratory) = try Self.process(Self.experiment(levels: 4, encoder: encoder))
    var trainer = process.trainer(in: laboratory)
    _ = trainer.step()
    let weights = trainer.weights
    let read = try HierarchicalVAEWeights(decoding: weights.encoded())
    #expect(read == weights && read.networks.isEncoderLearned == (encoder == .learned))
    #expect(process.refusal(of: read.networks) == nil)
    let (other, _) = try Self.process(Self.experiment(levels: 2, encoder: encoder))
    #expect(other.refusal(of: read.networks)?.contains("4 levels") == true)
    #expect(try #require(process.trainer(continuing: read, in: laboratory)).steps == 1)
  }

  @Test(
    "Levels that no schedule has are refused in a line",
    arguments: [
      (0, "levels must be from 1 to 1000"), (3, "2 and 4 do"), (1001, "from 1 to 1000"),
      (12, "; 10 does"), (17, "at most 16"), (20, "at most 16"),
    ])
  func refused(levels: Int, words: String) throws {
    let error = #expect(throws: ExperimentError.self) {
      try Laboratory(Self.experiment(levels: levels, encoder: .learned))
    }
    #expect(error?.path == ["levels"] && error?.description.contains(words) == true)
  }

  @Test("Some levels stand for all where these are many")
  func someLevels() throws {
    let (process, laboratory) = try Self.process(Self.experiment(levels: 1000))
    let subject = HierarchyBound.Subject(process.exact, of: process)
    let chosen = subject.someLevels
    #expect(chosen.first == 1 && chosen.last == 1000 && chosen.count <= 64)
    #expect(zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 })
    var stream = Randomness(seed: 6).stream(.reference)
    let points = laboratory.mixture.draw(400, from: &stream).points
    let parts = subject.divergences(ofLevels: chosen, on: points, from: &stream)
    let whole = Self.bound(of: process.exact, process, laboratory, count: 100)
    #expect(abs(parts.kl / whole.kl.value - 1) < 0.1)
    #expect(abs(parts.reconstruction - whole.reconstruction.value) < 0.6)
  }
}
