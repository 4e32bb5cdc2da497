import Diffusion

/// Samples that studies draw by a velocity field.
extension VelocityModel {
  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    run(from: laboratory.transportStart(count: count) ?? RunStart(points: []), in: laboratory)
  }

  /// Samples from given starts.
  func run(from start: RunStart, in laboratory: Laboratory) -> ModelRun {
    let counted = CountingVelocityField(laboratory.led(velocityField))
    guard let transport = laboratory.transport,
      let process = laboratory.transportProcess(with: counted, given: start.conditioning)
    else { return ModelRun(points: [], calls: 0, kept: nil) }
    let points = process.run(from: start.points)
    let labels = laboratory.startsTellLabels ? start.conditioning.labels : nil
    return ModelRun(
      points: points, calls: counted.calls,
      kept: labels.map { Retention(points, labels: $0, of: transport, at: 0).share })
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    laboratory.qualityRun(of: laboratory.led(velocityField), count: count)
      ?? laboratory.qualityRun(of: laboratory.exactDenoiser, count: count)
  }

  /// All that can follow a velocity field.
  func usualSamplers(in laboratory: Laboratory) -> [Sampler] {
    let knowsScore = laboratory.led(velocityField).knowsScore
    return [.flowEuler] + (knowsScore ? [.eulerMaruyama] : []) + [.ode]
  }

  /// The adaptive solver stands for fine steps.
  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    guard let exactField = laboratory.exactVelocityField else { return [] }
    let exact = VelocityModel(exactField)
    let fine = laboratory.sampling(by: SamplerSpecification(kind: .ode))
    switch part {
    case .samples:
      let arrival = laboratory.transportArrival(count: count)
      return arrival.map { exact.run(from: $0, in: fine).points } ?? []
    case .start: return exact.run(in: fine, count: count).points
    case .steps: return exact.run(in: laboratory, count: count).points
    case .network: return run(in: laboratory, count: count).points
    }
  }
}
