import Diffusion

/// What a run asks, where a process says all that there is to running it.
protocol ProcessModel: RunModel {
  associatedtype Process: ModelProcess

  var process: Process { get }
  /// What the process asks.
  var model: Process.Model { get }

  /// What was learned, as far as it fits the process; or the exact model, where that is nothing.
  init(_ weights: Process.Trained?, of process: Process)
}

extension ProcessModel {
  /// The same run by the exact model.
  var exact: Self { Self(nil, of: process) }

  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    process.generation(by: model, from: start.points, in: laboratory)
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    process.qualityRun(by: model, count: count, in: laboratory)
  }

  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    let generation = process.generation(
      by: model, from: process.start(count: count, in: laboratory), in: laboratory)
    return ModelRun(
      points: generation.run(), calls: process.calls(of: model, in: laboratory), kept: nil)
  }

  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    max(answersOfSampler(index, in: laboratory), process.cost(of: model, in: laboratory))
  }

  /// There are no samplers to choose from.
  func usualSamplers(in laboratory: Laboratory) -> [Sampler] { [] }
}

extension ProcessModel where Process: AtOnceProcess {
  /// There are no steps to be fine or coarse, and no wrong start.
  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    (part == .network ? self : exact).run(in: laboratory, count: count).points
  }
}

extension ProcessModel where Process: NoisingProcess {
  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    switch part {
    case .samples, .start:
      DenoisingModel(nil, in: laboratory).samples(upTo: part, in: laboratory, count: count)
    case .steps: exact.run(in: laboratory, count: count).points
    case .network: run(in: laboratory, count: count).points
    }
  }
}
