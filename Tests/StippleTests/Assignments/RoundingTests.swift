import Diffusion
import Testing

@testable import stipple

@Suite("Sheets from other machines")
struct RoundingTests {
  /// The figure of a network that was trained and asked with some instructions.
  private static func figure(with instructions: InstructionSet) throws -> Double {
    var experiment = Experiment(distribution: .named(.swissRoll), seed: 3)
    experiment.schedule = ScheduleSpecification(kind: .cosine, timesteps: 100)
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 10)
    let laboratory = try Laboratory(experiment)
    var trainer = laboratory.trainer(instructions: instructions)
    for _ in 0..<200 { _ = trainer.step() }
    let denoiser = LearnedDenoiser(weights: trainer.weights, instructions: instructions)
    let samples = laboratory.reverseProcess(with: denoiser).run(from: laboratory.start(count: 300))
    let set = SampleSet(of: samples, origin: nil, in: laboratory)
    let metric = try #require(EvaluationMetric.ofClouds(workingOut: "chamfer_mean"))
    return try #require(metric.figures(of: set).first { $0.name == "chamfer_mean" }).value
  }

  @Test("Other vector instructions stay far within what is allowed for their rounding")
  func tolerance() throws {
    let figures = try InstructionSet.available.filter { $0 != .swift }.map(Self.figure)
    let best = try #require(figures.last)
    for figure in figures {
      #expect(abs(figure - best) <= 0.2 * SheetGrader.toleranceOfRounding * best, "\(figures)")
    }
  }
}
