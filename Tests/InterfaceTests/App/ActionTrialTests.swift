import Diffusion
import Testing

@testable import Interface

@Suite("Random actions with random arguments on random states")
struct ActionTrialTests {
  /// Small experiments of every method: data, model, prior, sampler and size differ.
  private static let starts: [Experiment] = {
    var experiments: [Experiment] = []
    for (kind, sampler, steps) in [
      (ModelSpecification.Kind.exact, Sampler.ddpm, 12), (.learned, .ddim, 5),
      (.learned, .dpmpp2m, 9),
    ] {
      var experiment = Experiment(
        schedule: ScheduleSpecification(timesteps: 40, beta: .init(0.0025, 0.5)),
        model: ModelSpecification(kind: kind, network: NetworkSpecification(hidden: [8])),
        particles: 24)
      experiment.training.batch = 16
      experiment.sampler = SamplerSpecification(kind: sampler, steps: steps)
      experiments.append(experiment)
    }
    for (arrangement, sampler) in [(Arrangement.opposite, Sampler.flowEuler), (.aligned, .ode)] {
      if let transport = try? Experiment.transport(arrangement, sampler: sampler, particles: 20) {
        experiments.append(transport)
      }
    }
    return experiments
  }()

  private static let presets = starts.enumerated().map { index, experiment in
    PresetEntry(name: "start-\(index)", summary: "", content: .success(experiment))
  }

  @Test(
    "never trap, keep the laws of the state, and can all be undone", arguments: 1...15)
  func keepTheLaws(seed: Int) throws {
    let experiment = Self.starts[seed % Self.starts.count]
    var trial = try ActionTrial(
      experiment, seed: UInt64(seed), presets: Self.presets, isSmall: true)
    for step in 0..<80 {
      trial.step()
      #expect(trial.broken.isEmpty, "after \(trial.latest), action \(step)")
      if step.isMultiple(of: 10) { trial.draw() }
    }
    let isUndone = trial.undoesEverything()
    #expect(isUndone)
  }
}
