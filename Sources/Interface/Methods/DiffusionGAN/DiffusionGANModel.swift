import Diffusion

/// What a run of jumps by draws asks: the clean points that noisy ones may come from.
struct DiffusionGANModel: LadderModel {
  let process: DiffusionGANProcess
  let own: DiffusionGANWeights?

  /// By jumps as far as they lead, and a shorter one to a level between two of them.
  func points(of redraw: Redraw) -> [Point] {
    let (ladder, level) = (process.ladder, redraw.subject.level)
    let randomness = redraw.laboratory.experiment.randomness
    var points = redraw.start.points
    for index in 0..<ladder.count where ladder.levels[index].logSNR < level.logSNR {
      points = ladder.jumped(
        points, index, to: ladder.levels[index + 1].logSNR <= level.logSNR ? nil : level,
        by: model, randomness)
    }
    return points
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    // Draws are sorted along many directions: what nothing has changed is not worked out again.
    if let before = state.frame.reading as? DrawnJump,
      before.occasion == DrawnJump.Occasion(particle, by: self, in: state)
    {
      return before
    }
    return DrawnJump(particle, by: self, in: state)
  }
}
