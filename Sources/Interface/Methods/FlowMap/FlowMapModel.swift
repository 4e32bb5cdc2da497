import Diffusion

/// What a run of jumps asks: where a point of one level is at another.
struct FlowMapModel: ProcessModel {
  let process: FlowMapProcess
  /// The learned map; nil for the exact flow.
  let learned: LearnedFlowMap?

  /// The network of these weights, or the exact flow where there are none.
  init(_ weights: FlowMapWeights?, of process: FlowMapProcess) {
    self.process = process
    learned = weights.map { LearnedFlowMap($0) }
  }

  var model: any FlowMap { map }
  var weights: (any TrainedWeights)? { learned?.weights }

  /// The map that is followed.
  var map: any FlowMap { learned ?? process.exact }

  /// A network makes as many jumps as it is asked for.
  func findsItsSteps(by sampler: Sampler) -> Bool { learned == nil }

  var usualSteps: [Int] { [1, 2, 4, 10] }

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
