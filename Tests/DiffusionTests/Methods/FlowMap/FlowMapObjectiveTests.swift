import Foundation
import Testing

@testable import Diffusion

/// What all objectives have in common: their answer is the exact flow.
@Suite struct FlowMapObjectiveTests {
  private static func trainer(
    _ objective: FlowMapObjective, _ distribution: DistributionSpecification,
    teacher: FlowMapTeacher? = nil
  ) throws -> FlowMapTrainer {
    let settings = FlowMapSettings(objective: objective, teacher: teacher)
    let laboratory = try FlowMapSetting.laboratory(distribution, settings)
    return try FlowMapSetting.process(laboratory).trainer(in: laboratory)
  }

  @Test(
    "Of the exact answer nothing else is asked: 0 where nothing moves, by the exact teacher",
    arguments: FlowMapObjective.allCases)
  func exactAnswerIsAtRest(objective: FlowMapObjective) throws {
    var still = try Self.trainer(objective, FlowMapSetting.unit, teacher: .exact)
    // The network answers 0 at first.
    #expect(still.step() < 1e-10)
    var moving = try Self.trainer(objective, FlowMapSetting.pair, teacher: .exact)
    #expect(moving.step() > 1e-3)
  }

  /// The level of one of the angles that training visits.
  private static func level(_ number: Int) -> NoiseLevel {
    let angle = FlowMapClock.angles[number]
    return NoiseLevel(alpha: cos(angle), sigma: sin(angle))
  }

  @Test(
    "Learning leads nearer to the exact flow", arguments: FlowMapObjective.allCases)
  func jumpsComeNearer(objective: FlowMapObjective) throws {
    let laboratory = try FlowMapSetting.laboratory(FlowMapSetting.pair)
    let process = try FlowMapSetting.process(laboratory)
    var trainer = try Self.trainer(objective, FlowMapSetting.pair)
    trainer.settings.rate = 0.004
    // In progressive distillation the way grows phase by phase: by now single steps are learned.
    let isStepwise = objective == .progressive
    let (from, to) = isStepwise ? (40, 39) : (FlowMapClock.count, 30)
    let (start, end) = (Self.level(from), Self.level(to))
    let points = process.exact.points(
      laboratory.start(count: 300), from: Self.level(FlowMapClock.count), to: start)
    let exact = process.exact.points(points, from: start, to: end)
    func error() -> Double {
      let map = LearnedFlowMap(trainer.weights)
      return QualityFigure.mean(
        zip(exact, map.points(points, from: start, to: end)).map { ($0 - $1).length })
    }
    let before = error()
    for _ in 0..<700 { _ = trainer.step() }
    // What learns from its own jumps alone takes longer than this.
    #expect(error() < (objective == .consistency ? 0.95 : 0.6) * before, "\(before)")
    #expect(trainer.recoveries.isEmpty)
  }

  @Test("Who shares the work changes nothing, and the same seed gives the same bytes")
  func bytes() throws {
    var alone = try Self.trainer(.meanFlow, FlowMapSetting.pair)
    var together = alone
    let team = WorkerTeam(threads: 2)
    for _ in 0..<20 {
      #expect(alone.step() == together.step(on: team))
    }
    #expect(alone.weights == together.weights)
  }

  @Test("Weights are read back from their file, and go on from there")
  func file() throws {
    var trainer = try Self.trainer(.shortcut, FlowMapSetting.pair)
    for _ in 0..<5 { _ = trainer.step() }
    let weights = trainer.weights
    let read = try FlowMapWeights(decoding: weights.encoded())
    #expect(read == weights)
    let laboratory = try FlowMapSetting.laboratory(FlowMapSetting.pair)
    let process = try FlowMapSetting.process(laboratory)
    #expect(process.trainer(continuing: read, in: laboratory)?.steps == 5)
    let other = try FlowMapSetting.laboratory(FlowMapSetting.unit)
    #expect(try FlowMapSetting.process(other).trainer(continuing: read, in: other) == nil)
  }

  @Test("The phases of progressive distillation double the jumps up to the whole way")
  func phases() {
    #expect(ProgressivePhase.of(step: 1) == 0 && ProgressivePhase.of(step: 1000) == 0)
    #expect(ProgressivePhase.of(step: 1001) == 1 && ProgressivePhase.begins(withStep: 1001))
    #expect(!ProgressivePhase.begins(withStep: 1002))
    #expect(1 << ProgressivePhase.of(step: 1_000_000) == FlowMapClock.count)
  }

  @Test("The rates of the features of an angle are their derivatives")
  func featureRates() {
    for angle in [0.01, 0.05, 0.2, 0.6, 0.8, 1.2, 1.5, 1.56] {
      let step = 1e-3 * min(angle, Double.pi / 2 - angle)
      let difference =
        FlowMapSpan.features(of: angle + step) - FlowMapSpan.features(of: angle - step)
      let rates = FlowMapSpan.featureRates(at: angle)
      for index in 0..<4 {
        let slope = Double(difference[index]) / (2 * step)
        // Features are rounded to single precision.
        #expect(abs(Double(rates[index]) - slope) < 1e-3 * (1 + abs(slope)) + 3e-7 / step)
      }
    }
    for angle in [0.0, Double.pi / 2] {
      let rates = FlowMapSpan.featureRates(at: angle)
      #expect((0..<4).allSatisfy { rates[$0].isFinite })
    }
  }

  @Test("What cannot be learned is refused with its place")
  func refusals() throws {
    func error(_ change: (inout Experiment) -> Void) -> ExperimentError? {
      var experiment = FlowMapSetting.experiment(FlowMapSetting.pair)
      change(&experiment)
      do throws(ExperimentError) {
        _ = try Laboratory(experiment)
        return nil
      } catch {
        return error
      }
    }
    func settings(_ settings: FlowMapSettings) -> ExperimentError? {
      error { $0.methodSpecification = MethodSpecification(settings) }
    }
    #expect(error { _ in } == nil)
    let alone = settings(FlowMapSettings(objective: .progressive, teacher: .nobody))
    #expect(alone?.path == ["training", "objective"])
    #expect(alone?.description.hasPrefix("progressive learns from a teacher") == true)
    #expect(settings(FlowMapSettings(objective: .shortcut)) == nil)
    let stranger = try Laboratory(Experiment()).trainer().weights.encoded()
    let other = settings(
      FlowMapSettings(teacher: .network(FlowMapTeacherFile(name: "w", bytes: stranger))))
    #expect(other?.path == ["training", "teacher"])
    #expect(other?.description.contains("it has learned Eight Gaussians, not") == true)
    let broken = settings(
      FlowMapSettings(teacher: .network(FlowMapTeacherFile(name: "w", bytes: Data([1, 2])))))
    #expect(broken?.path == ["training", "teacher"])
    #expect(error { $0.sampler.kind = .heun }?.path == ["sampler", "kind"])
    #expect(error { $0.guidance = GuidanceSpecification(label: "a") }?.path == ["guidance"])
  }

  @Test("A network that learned the same data is a teacher")
  func networkTeaches() throws {
    var plain = FlowMapSetting.experiment(FlowMapSetting.unit)
    plain.methodSpecification = .init(.diffusion)
    var denoiser = try Laboratory(plain).trainer()
    for _ in 0..<30 { _ = denoiser.step() }
    let bytes = try denoiser.weights.encoded()
    let teacher = FlowMapTeacher.network(FlowMapTeacherFile(name: "w", bytes: bytes))
    var trainer = try Self.trainer(.consistencyDistillation, FlowMapSetting.unit, teacher: teacher)
    let loss = trainer.step()
    // It is not exact, so it leads points about where the exact field leaves them.
    #expect(loss > 1e-8 && loss < 1)
  }
}
