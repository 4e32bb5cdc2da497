import Diffusion

/// What a run of an energy model asks: how high a point lies in the landscape, and where it slopes to.
struct EnergyRun: RunModel {
  let process: EnergyProcess
  let model: any EnergyModel

  /// The network of these weights, or the exact energy where there are none.
  init(_ weights: EnergyWeights?, of process: EnergyProcess) {
    self.process = process
    model = weights.map { LearnedEnergy($0) } ?? process.exact
  }

  var weights: (any TrainedWeights)? { (model as? LearnedEnergy)?.weights }

  /// The same model as one of noise.
  private var denoising: DenoisingModel { DenoisingModel(model) }

  var usualSteps: [Int] { [5, 10, 20, 50, 100] }
  func usualSamplers(in laboratory: Laboratory) -> [Sampler] { [.langevin] }

  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    process.generation(by: model, from: start.points, in: laboratory)
  }

  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    let generation = process.generation(
      by: model, from: laboratory.start(count: count), in: laboratory)
    return ModelRun(
      points: generation.run(), calls: process.networkCalls(in: laboratory), kept: nil)
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    process.qualityRun(by: model, count: count, in: laboratory)
  }

  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    switch part {
    case .samples, .start:
      DenoisingModel(nil, in: laboratory).samples(upTo: part, in: laboratory, count: count)
    case .steps: EnergyRun(nil, of: process).run(in: laboratory, count: count).points
    case .network: run(in: laboratory, count: count).points
    }
  }

  func points(of redraw: Redraw) -> [Point] { denoising.points(of: redraw) }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    denoising.look(into: particle, in: state)
  }
}
