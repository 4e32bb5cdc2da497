import Diffusion

/// What a run down the levels asks: what the level below may be.
struct HierarchicalVAEModel: LadderModel {
  let process: HierarchicalVAEProcess
  let own: HierarchicalVAEWeights?

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

  /// The exact decoder needs integrals for each of its levels, however many points there are.
  func answersOfStep(_ index: Int, in laboratory: Laboratory) -> Int {
    let integrals =
      own == nil ? process.exact.posterior.answers(forLevel: index, of: process.ladder.count) : 0
    return answersOfSampler(index, in: laboratory)
      + integrals / max(1, laboratory.experiment.particles)
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    LevelReading(particle, by: self, in: state)
  }
}
