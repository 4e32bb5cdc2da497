import Diffusion

/// What a run of jumps asks: where a point of one level is at another.
struct FlowMapModel: RunModel {
  let process: FlowMapProcess
  /// The learned map; nil for the exact flow.
  let learned: LearnedFlowMap?

  /// The network of these weights, or the exact flow where there are none.
  init(_ weights: FlowMapWeights?, of process: FlowMapProcess) {
    self.process = process
    learned = weights.map { LearnedFlowMap($0) }
  }

  var weights: (any TrainedWeights)? { learned?.weights }

  /// The map that is followed.
  var map: any FlowMap { learned ?? process.exact }

  /// A network makes as many jumps as it is asked for.
  func findsItsSteps(by sampler: Sampler) -> Bool { learned == nil }

  var usualSteps: [Int] { [1, 2, 4, 10] }

  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    process.generation(by: map, from: start.points, in: laboratory)
  }

  func run(in laboratory: Laboratory, count: Int) -> ModelRun {
    let generation = process.generation(
      by: map, from: laboratory.start(count: count), in: laboratory)
    return ModelRun(
      points: generation.run(), calls: generation.steps * map.callsPerJump, kept: nil)
  }

  func qualityRun(in laboratory: Laboratory, count: Int) -> QualityRun {
    process.qualityRun(by: map, count: count, in: laboratory)
  }

  /// The exact flow goes through in one step as well as in many.
  func samples(
    upTo part: ErrorBudget.Part, in laboratory: Laboratory, count: Int
  ) -> [Point] {
    switch part {
    case .samples, .start:
      DenoisingModel(nil, in: laboratory).samples(upTo: part, in: laboratory, count: count)
    case .steps: FlowMapModel(nil, of: process).run(in: laboratory, count: count).points
    case .network: run(in: laboratory, count: count).points
    }
  }

  func usualSamplers(in laboratory: Laboratory) -> [Sampler] { [.ode] }

  /// In one jump.
  func points(of redraw: Redraw) -> [Point] {
    map.points(
      redraw.start.points, from: redraw.laboratory.grid.stops[0].level, to: redraw.subject.level)
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    JumpReading(particle, by: self, in: state)
  }
}
