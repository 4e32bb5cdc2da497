import Diffusion

/// How far samples are from real data, for some samplers in few to many steps.
public struct QualityChart: Sendable {
  /// One run of one sampler.
  public struct Result: Sendable, Equatable {
    /// Which of the chart's samplers.
    public let sampler: Int
    public let steps: Int
    /// How often the model was asked for each sample.
    public let calls: Int
    public let distance: Double
  }

  /// How many samples each run draws.
  let count: Int
  private static let usualSteps = [2, 3, 5, 10, 20, 50, 100]

  let samplers: [Sampler]
  public private(set) var results: [Result] = []
  /// Real data against real data: no sampler does better on average.
  public private(set) var floor: Double?
  /// The training steps of the network; nil for the exact model.
  let trainingSteps: Int?
  private let laboratory: Laboratory
  private let denoiser: any Denoiser
  private var meter: QualityMeter?
  private let runs: [(sampler: Int, steps: Int)]

  /// - Parameter samplers: nil for a set that shows what there is to see, and the experiment's own.
  init(
    _ laboratory: Laboratory, denoiser: any Denoiser, trainingSteps: Int?, samplers: [Sampler]?,
    count: Int
  ) {
    let own = laboratory.experiment.sampler.kind
    let usual: [Sampler] = [.ddpm, .ddim, .heun, .dpmpp2m]
    let chosen = samplers ?? (usual.contains(own) || own == .ode ? usual : usual + [own])
    self.samplers = chosen
    self.laboratory = laboratory
    self.count = count
    self.denoiser = denoiser
    self.trainingSteps = trainingSteps
    let counts = Self.usualSteps.filter { $0 <= laboratory.schedule.timesteps }
    runs = counts.flatMap { steps in chosen.indices.map { (sampler: $0, steps: steps) } }
  }

  public var progress: Double {
    runs.isEmpty ? 1 : Double(results.count) / Double(runs.count)
  }

  /// Makes the next run.
  mutating func advance() {
    guard results.count < runs.count else { return }
    let run = runs[results.count]
    let meter =
      self.meter
      ?? QualityMeter(
        mixture: laboratory.target, count: count,
        randomness: laboratory.experiment.randomness)
    self.meter = meter
    let specification = laboratory.experiment.sampler
    let kind = samplers[run.sampler]
    let grid = specification.grid.grid(on: laboratory.schedule, steps: run.steps)
    let process = ReverseProcess(
      denoiser: laboratory.guided(denoiser), sampler: kind,
      options: kind == specification.kind ? specification.options : SamplerOptions(), grid: grid,
      randomness: laboratory.experiment.randomness)
    let start = ReverseProcess.start(
      count: count, schedule: laboratory.schedule, grid: grid,
      randomness: laboratory.experiment.randomness)
    let report = meter.report(on: process.run(from: start), networkCalls: process.networkCalls)
    floor = report.floor.distances.second
    results.append(
      Result(
        sampler: run.sampler, steps: run.steps, calls: process.networkCalls,
        distance: report.slicedW2))
  }
}
