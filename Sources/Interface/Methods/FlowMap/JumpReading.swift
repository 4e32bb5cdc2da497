import Diffusion
import TextScreen

/// A particle on its way by jumps: where the exact flow takes it, and the network in one jump and in
/// two.
struct JumpReading: LinedReading {
  let number: Int
  let point: Point
  let level: NoiseLevel
  /// Where the exact flow ends.
  let exact: Point
  /// Where one jump of the network leads, and two; nil where none is asked.
  let learned: (once: Point, twice: Point)?
  /// Where the run takes it.
  let next: Point?

  /// Enough for what can be seen.
  private static let tolerance = 1e-4

  init(_ particle: WatchedParticle, by model: FlowMapModel, in state: AppState) {
    let (point, level) = (particle.point, state.frame.level)
    number = particle.number
    self.point = point
    self.level = level
    next = particle.next
    exact =
      ExactFlowMap(of: state.stage.laboratory.mixture, tolerance: Self.tolerance)
      .points([point], from: level, to: .clean)[0]
    let halfway = state.halfway
    learned = model.learned.map { map in
      let middle = map.points([point], from: level, to: halfway)
      return (
        map.points([point], from: level, to: .clean)[0],
        map.points(middle, from: halfway, to: .clean)[0]
      )
    }
  }

  func reach(spread: Double) -> Double { level.sigma }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let spread = state.stage.laboratory.mixture.spread
    var lines = [
      ParticleLine(glyphs.noisy, Text.pair(point, scale: spread)),
      ParticleLine("exact", Text.pair(exact, scale: spread), note: "the flow"),
    ]
    if let learned {
      lines += [("1 jump", learned.once), ("2 jumps", learned.twice)].map { words, end in
        ParticleLine(words, end, insteadOf: exact, scale: spread)
      }
      lines.append(
        ParticleLine(
          "defect", StepFormula.number((learned.once - learned.twice).length),
          note: "between them"))
    }
    if let next { lines.append(ParticleLine("next", Text.pair(next, scale: spread))) }
    return lines
  }

  func sentence(_ state: AppState) -> String {
    let jump = learned.map { "; one jump of the network leads to \(Text.place($0.once))" } ?? ""
    return "Particle \(number) is at \(Text.place(point)) and the exact flow takes it to"
      + " \(Text.place(exact))\(jump)."
  }
}
