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
    /// The share of samples that keep the label of their start, where starts have one.
    public let kept: Double?
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
  private let model: RunModel
  private var meter: QualityMeter?
  private let runs: [(sampler: Int, steps: Int)]

  /// - Parameter samplers: nil for a set that shows what there is to see, and the experiment's own.
  init(
    _ laboratory: Laboratory, model: RunModel, trainingSteps: Int?, samplers: [Sampler]?,
    count: Int
  ) {
    let chosen = samplers ?? Self.usualSamplers(for: model, in: laboratory)
    self.samplers = chosen
    self.laboratory = laboratory
    self.count = count
    self.model = model
    self.trainingSteps = trainingSteps
    let counts = Self.usualSteps.filter { $0 <= laboratory.schedule.timesteps }
    runs = counts.enumerated().flatMap { index, steps in
      // The adaptive solver finds its own steps: it runs once.
      chosen.indices.filter { index == 0 || chosen[$0] != .ode }.map {
        (sampler: $0, steps: chosen[$0] == .ode ? 1 : steps)
      }
    }
  }

  /// A set that shows what there is to see, with the experiment's own sampler; all that can follow
  /// a motion.
  private static func usualSamplers(for model: RunModel, in laboratory: Laboratory) -> [Sampler] {
    switch model {
    case .denoiser:
      let usual: [Sampler] = [.ddpm, .ddim, .heun, .dpmpp2m]
      let own = laboratory.experiment.sampler.kind
      return usual.contains(own) || own == .ode ? usual : usual + [own]
    case .motion(let motion):
      let knowsScore = laboratory.led(motion).knowsScore
      return [.flowEuler] + (knowsScore ? [.eulerMaruyama] : []) + [.ode]
    }
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
        randomness: laboratory.experiment.randomness, frame: laboratory.frame)
    self.meter = meter
    let specification = laboratory.experiment.sampler
    let kind = samplers[run.sampler]
    let judged = SamplerSpecification(
      kind: kind, grid: specification.grid, steps: run.steps,
      options: kind == specification.kind ? specification.options : SamplerOptions())
    let samples = laboratory.sampling(by: judged).run(of: model, count: count)
    let report = meter.report(on: samples.points, networkCalls: samples.calls)
    floor = report.floor.distances.second
    results.append(
      Result(
        sampler: run.sampler, steps: run.steps, calls: samples.calls, distance: report.slicedW2,
        kept: samples.kept))
  }
}
