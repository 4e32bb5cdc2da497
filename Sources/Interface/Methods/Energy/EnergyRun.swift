import Diffusion

/// What a run of an energy model asks: how high a point lies in the landscape, and where it slopes to.
struct EnergyRun: ProcessModel {
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

  /// A call is a gradient: the energy there and back.
  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    let calls = process.calls(of: model, in: laboratory) / max(1, laboratory.grid.steps)
    return 3 * max(1, calls) * answersOfCall(in: laboratory)
  }

  var usualSteps: [Int] { [5, 10, 20, 50, 100] }
  func usualSamplers(in laboratory: Laboratory) -> [Sampler] { [.langevin] }

  func points(of redraw: Redraw) -> [Point] { denoising.points(of: redraw) }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    denoising.look(into: particle, in: state)
  }
}
