import Diffusion

/// Samples that a study draws, by whichever kind of model the experiment asks.
struct ModelRun: Sendable {
  let points: [Point]
  /// How often the model was asked for each sample.
  let calls: Int
  /// The share of samples that end in the class they set out in; nil where they set out in none.
  let kept: Double?
}

extension Laboratory {
  /// Samples of a model by the experiment's own way back, guided as the experiment says.
  func run(of model: RunModel, count: Int) -> ModelRun {
    switch model {
    case .denoiser(let denoiser): return run(by: reverseProcess(with: denoiser), count: count)
    case .velocityField(let velocityField):
      return run(
        of: velocityField, from: transportStart(count: count) ?? TransportStart(points: []))
    }
  }

  /// Samples of a velocity field from given starts.
  func run(of velocityField: any VelocityField, from start: TransportStart) -> ModelRun {
    let counted = CountingVelocityField(led(velocityField))
    guard let transport,
      let process = transportProcess(with: counted, given: start.conditioning)
    else { return ModelRun(points: [], calls: 0, kept: nil) }
    let points = process.run(from: start.points)
    let labels = startsTellLabels ? start.conditioning.labels : nil
    return ModelRun(
      points: points, calls: counted.calls,
      kept: labels.map { Retention(points, labels: $0, of: transport, at: 0).share })
  }

  private func run(by process: ReverseProcess, count: Int) -> ModelRun {
    let start = ReverseProcess.start(
      count: count, schedule: schedule, grid: process.grid, randomness: experiment.randomness)
    return ModelRun(
      points: process.run(from: start), calls: process.networkCalls, kept: nil)
  }
}
