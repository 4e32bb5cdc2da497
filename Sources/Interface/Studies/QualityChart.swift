import Diffusion

/// How far samples are from real data, for some samplers in few to many steps.
///
/// One seed after another: with each all samplers have the same start noise, the same noise on the way
/// and the same real data to be held against, so that what differs between them is not chance.
public struct QualityChart: Study {
  /// One sampler in so many steps, with the seeds so far.
  public struct Result: Sendable, Equatable {
    /// Which of the chart's samplers.
    public let sampler: Int
    public let steps: Int
    /// How often the model was asked for each sample.
    public let calls: Int
    public fileprivate(set) var distances: Spread
    /// The share of samples that keep the label of their start, where starts have one.
    public let kept: Double?

    /// The mean over the seeds.
    public var distance: Double { distances.mean }
  }

  /// How many samples each run draws.
  let count: Int
  /// How many seeds there are to be, from that of the experiment on.
  let seeds: Int

  let samplers: [Sampler]
  public private(set) var results: [Result] = []
  /// Single clouds of real data against other real data: no sampler does better on average.
  public private(set) var floors = Spread()
  /// The training steps of the network; nil for the exact model.
  let trainingSteps: Int?
  private let laboratory: Laboratory
  private let model: any RunModel
  private var meter: QualityMeter?
  private let runs: [(sampler: Int, steps: Int)]
  /// How many runs are made.
  private var made = 0

  /// - Parameter samplers: nil for a set that shows what there is to see, and the experiment's own.
  init(
    _ laboratory: Laboratory, model: any RunModel, trainingSteps: Int?, samplers: [Sampler]?,
    count: Int, seeds: Int = 1
  ) {
    let chosen = samplers ?? model.usualSamplers(in: laboratory)
    self.samplers = chosen
    self.laboratory = laboratory
    self.count = count
    self.seeds = seeds
    self.model = model
    self.trainingSteps = trainingSteps
    let counts = model.usualSteps.filter { $0 <= laboratory.schedule.timesteps }
    runs = counts.enumerated().flatMap { index, steps in
      // The adaptive solver finds its own steps: it runs once.
      chosen.indices.filter { index == 0 || !model.findsItsSteps(by: chosen[$0]) }.map {
        (sampler: $0, steps: model.findsItsSteps(by: chosen[$0]) ? 1 : steps)
      }
    }
  }

  public var progress: Double {
    runs.isEmpty ? 1 : Double(made) / Double(runs.count * seeds)
  }

  public var floor: Double? { floors.count > 0 ? floors.mean : nil }

  /// With how many seeds all runs are made, and the first of them.
  public var seedsDone: Int { runs.isEmpty ? 0 : made / runs.count }
  var firstSeed: UInt64 { laboratory.experiment.seed }

  /// Makes the next run.
  public mutating func advance() {
    guard progress < 1 else { return }
    let index = made % runs.count
    let laboratory = laboratory.reseeded(by: made / runs.count)
    if index == 0 {
      let meter = QualityMeter(
        mixture: laboratory.target, count: count, randomness: laboratory.experiment.randomness,
        frame: laboratory.frame)
      for distances in meter.floors { floors.add(distances.second) }
      self.meter = meter
    }
    made += 1
    guard let meter else { return }
    let run = runs[index]
    let samples = model.run(
      in: laboratory.sampling(by: specification(of: run)), count: count)
    let report = meter.report(on: samples.points, networkCalls: samples.calls)
    if index < results.count {
      results[index].distances.add(report.slicedW2)
    } else {
      results.append(
        Result(
          sampler: run.sampler, steps: run.steps, calls: samples.calls,
          distances: Spread([report.slicedW2]), kept: samples.kept))
    }
  }

  private func specification(of run: (sampler: Int, steps: Int)) -> SamplerSpecification {
    let own = laboratory.experiment.sampler
    let kind = samplers[run.sampler]
    return SamplerSpecification(
      kind: kind, grid: own.grid, steps: run.steps,
      options: kind == own.kind ? own.options : SamplerOptions())
  }
}
