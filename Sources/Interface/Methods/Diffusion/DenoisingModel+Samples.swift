import Diffusion

/// Samples that studies draw by a denoiser.
extension DenoisingModel {
  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    let process = laboratory.reverseProcess(with: denoiser)
    let start = ReverseProcess.start(
      count: count, schedule: laboratory.schedule, grid: process.grid,
      randomness: laboratory.experiment.randomness)
    return ModelRun(points: process.run(from: start), calls: process.networkCalls, kept: nil)
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    laboratory.qualityRun(of: denoiser, count: count)
  }

  /// A set that shows what there is to see, with the experiment's own sampler.
  func usualSamplers(in laboratory: Laboratory) -> [Sampler] {
    let usual: [Sampler] = [.ddpm, .ddim, .heun, .dpmpp2m]
    let own = laboratory.experiment.sampler.kind
    return usual.contains(own) || own == .ode ? usual : usual + [own]
  }

  /// The fine steps: of second order, evenly in log-SNR.
  private static let fineSteps = 60

  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    let schedule = laboratory.schedule
    let randomness = laboratory.experiment.randomness
    let fine = GridKind.logSNR.grid(on: schedule, steps: min(Self.fineSteps, schedule.timesteps))
    let exact = laboratory.guided(laboratory.exactDenoiser)
    switch part {
    case .samples, .start:
      let process = ReverseProcess(
        denoiser: exact, sampler: .heun, grid: fine, randomness: randomness)
      let noise = ReverseProcess.start(
        count: count, schedule: schedule, grid: fine, randomness: randomness)
      return process.run(
        from: part == .start ? noise : Self.trueStart(on: fine, in: laboratory, count: count))
    case .steps, .network:
      let process = laboratory.reverseProcess(
        with: part == .steps ? laboratory.exactDenoiser : denoiser)
      return process.run(from: laboratory.start(count: count))
    }
  }

  /// Points of the exact distribution at the noisiest level, with the noise the others start from.
  private static func trueStart(
    on grid: TimeGrid, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    let randomness = laboratory.experiment.randomness
    // The ninth cloud of real data: the floor is the mean of eight.
    var data = randomness.stream(.floor, step: 8)
    var noise = randomness.stream(.start)
    return ForwardProcess.kernel(
      clean: laboratory.target.draw(count, from: &data).points,
      noise: noise.normalPoints(count), level: grid.stops[0].level)
  }
}
