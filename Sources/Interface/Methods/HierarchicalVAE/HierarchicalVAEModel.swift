import Diffusion

/// What a run down the levels asks: what the level below may be.
struct HierarchicalVAEModel: ProcessModel {
  let process: HierarchicalVAEProcess
  /// Nil for the exact decoder.
  let own: HierarchicalVAEWeights?

  /// The networks of these weights where they know the levels, or the exact decoder.
  init(_ weights: HierarchicalVAEWeights?, of process: HierarchicalVAEProcess) {
    self.process = process
    own = weights.flatMap { process.refusal(of: $0) == nil ? $0 : nil }
  }

  var model: any LevelDecoder { own?.networks ?? process.exact }
  var weights: (any TrainedWeights)? { own }

  func findsItsSteps(by sampler: Sampler) -> Bool { true }
  var usualSteps: [Int] { [process.ladder.count] }

  func boundSubject(in laboratory: Laboratory) -> VariationalBound.Subject? {
    process.diffusion(of: model, in: laboratory)
  }

  /// Down all levels that are noisier, with the draws of the first of them.
  func points(of redraw: Redraw) -> [Point] {
    let ladder = process.ladder
    let levels = ladder.levels.dropFirst().prefix { $0.logSNR <= redraw.subject.level.logSNR }.count
    let run = process.generation(by: model, from: redraw.start.points, in: redraw.laboratory)
    return (0..<levels).reduce(SamplingState(run.start)) { run.advance($0, $1) }.points
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    LevelReading(particle, by: self, in: state)
  }
}
