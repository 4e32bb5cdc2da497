import Diffusion
import TextScreen

/// A particle on its way down the levels: the Gaussian that its latent is decoded to.
struct LevelReading: LinedReading {
  let number: Int
  let point: Point
  /// What it is decoded to, by the network and behind the fixed encoder exactly; nil where it is clean, and
  /// between two levels.
  let answers: (learned: (mean: Point, std: Double)?, exact: (mean: Point, std: Double))?
  /// Where the run takes it.
  let next: Point?

  init(_ particle: WatchedParticle, by model: HierarchicalVAEModel, in state: AppState) {
    number = particle.number
    point = particle.point
    next = particle.next
    let ladder = model.process.ladder
    guard let index = ladder.levels.firstIndex(of: state.frame.level), index < ladder.count else {
      answers = nil
      return
    }
    func answer(_ decoder: any LevelDecoder) -> (mean: Point, std: Double) {
      let step = decoder.step(index, of: [particle.point], on: ladder)
      return (step.means[0], step.variance.squareRoot())
    }
    answers = (model.own.map { answer($0.networks) }, answer(model.process.exact.prompt))
  }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let spread = state.stage.laboratory.mixture.spread
    var lines = [ParticleLine("z_t", Text.pair(point, scale: spread))]
    guard let answers else { return lines + [ParticleLine(.label("no latent of a level is here"))] }
    for (word, answer) in [("decoded", answers.learned), ("exact", answers.exact)] {
      guard let answer else { continue }
      var line = ParticleLine(word, Text.pair(answer.mean, scale: spread))
      line.aside = ("std", StepFormula.number(answer.std))
      lines.append(line)
    }
    if let next { lines.append(ParticleLine("next", Text.pair(next, scale: spread))) }
    return lines
  }

  func sentence(_ state: AppState) -> String {
    guard let answers else {
      return "Particle \(number) is at \(Text.place(point)), where no latent is decoded."
    }
    let answer = answers.learned ?? answers.exact
    return "Particle \(number) is a latent at \(Text.place(point)); the level below is expected at"
      + " \(Text.place(answer.mean)), with a standard deviation of \(Text.short(answer.std))."
  }
}
