import Testing

@testable import Diffusion

/// A team moves a cloud part by part. Nobody may see that in the points.
@Suite("Steps that a team shares") struct SharedStepsTests {
  /// More than two parts, the last one not full.
  private static let count = 2 * ReverseProcess.part + 77

  private static func laboratory(
    _ sampler: Sampler, _ variance: SamplerOptions.Variance = .small
  ) throws -> Laboratory {
    var experiment = Experiment()
    experiment.sampler = SamplerSpecification(
      kind: sampler, steps: 5, options: SamplerOptions(variance: variance))
    return try Laboratory(experiment)
  }

  private static func points(
    of process: ReverseProcess, from start: [Point], on team: WorkerTeam?
  ) -> [Point] {
    WorkerTeam.sharing(team) { process.run(from: start) }
  }

  @Test("lead to the very points of whole steps", arguments: Sampler.allCases)
  func same(sampler: Sampler) throws {
    let laboratory = try Self.laboratory(sampler)
    let start = laboratory.start(count: Self.count)
    let learned = LearnedDenoiser(weights: laboratory.trainer().weights)
    let models: [any Denoiser] = sampler == .ode ? [learned] : [laboratory.exactDenoiser, learned]
    for model in models {
      let process = laboratory.reverseProcess(with: model)
      let whole = Self.points(of: process, from: start, on: nil)
      for threads in 1...3 {
        let team = WorkerTeam(threads: threads)
        #expect(Self.points(of: process, from: start, on: team) == whole, "\(threads) threads")
      }
    }
  }

  @Test(
    "with every variance that is known of the data",
    arguments: [SamplerOptions.Variance.large, .optimal, .full])
  func variances(variance: SamplerOptions.Variance) throws {
    let laboratory = try Self.laboratory(.ddpm, variance)
    let start = laboratory.start(count: Self.count)
    let process = laboratory.reverseProcess(with: laboratory.exactDenoiser)
    let whole = Self.points(of: process, from: start, on: nil)
    #expect(Self.points(of: process, from: start, on: WorkerTeam(threads: 2)) == whole)
  }

  @Test("are counted by who watches the work, and end when it is called off")
  func watched() throws {
    let laboratory = try Self.laboratory(.ddim)
    let start = laboratory.start(count: Self.count)
    let process = laboratory.reverseProcess(
      with: LearnedDenoiser(weights: laboratory.trainer().weights))
    let (watch, team) = (WorkWatch(), WorkerTeam(threads: 2))
    _ = watch.during { Self.points(of: process, from: start, on: team) }
    #expect(watch.progress.answers == 5 * Self.count)
    watch.callOff()
    #expect(watch.during { Self.points(of: process, from: start, on: team) } == start)
  }

  @Test("find no team where none was given")
  func scope() {
    #expect(WorkerTeam.current == nil)
    let team = WorkerTeam(threads: 1)
    WorkerTeam.sharing(team) { #expect(WorkerTeam.current === team) }
    #expect(WorkerTeam.current == nil)
  }
}
