import Diffusion
import TextScreen

/// A particle of a transport in words: how the model moves it and what becomes of that in a step.
enum VelocityPage {
  static func draw(
    _ reading: VelocityReading, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    lines(reading, state, surface.glyphs).draw(on: &surface, in: rect)
  }

  /// The most telling first.
  private static func lines(
    _ reading: VelocityReading, _ state: AppState, _ glyphs: Glyphs
  ) -> [ParticleLine] {
    let scale = state.stage.laboratory.mixture.spread
    let names = state.stage.laboratory.mixture.labels
    var lines: [ParticleLine] = []
    if let label = reading.label, names.indices.contains(label) {
      var line = ParticleLine(
        "class",
        StyledText("\(glyphs.marker(ofLabel: label)) ", Style(.label(label))) + names[label])
      line.aside = reading.ownPosterior.map {
        ("p here", StyledText(Text.fixed($0, decimals: 2, width: 4)))
      }
      lines.append(line)
    }
    lines.append(ParticleLine(glyphs.noisy, Text.pair(reading.point, scale: scale)))
    let speed = max(scale, reading.velocity.length)
    // Where time is counted the other way, so is the velocity.
    let sign = glyphs.notation.signOfTime
    lines.append(ParticleLine(glyphs.velocity, Text.pair(sign * reading.velocity, scale: speed)))
    if let target = reading.target {
      lines.append(
        ParticleLine(
          "true \(glyphs.velocity)", Text.pair(sign * target, scale: speed), note: "the target"))
    }
    lines += step(reading, state, glyphs)
    if let next = reading.next {
      lines.append(ParticleLine("=", Text.sum(next, scale: scale)))
    }
    if let exact = reading.exact, state.stage.model.weights != nil {
      var line = ParticleLine("exact", Text.pair(sign * exact, scale: speed))
      line.aside = ("off", StepFormula.number((reading.velocity - exact).length))
      lines.append(line)
    }
    if let clean = reading.clean {
      lines.append(ParticleLine("clean", Text.pair(clean, scale: scale)))
    }
    return lines
  }

  /// What the run does next; with the rest that the velocity alone does not explain it adds up.
  private static func step(
    _ reading: VelocityReading, _ state: AppState, _ glyphs: Glyphs
  ) -> [ParticleLine] {
    guard let nextTime = reading.nextTime, let next = reading.next else {
      let end = state.frame.direction == .reverse ? "data" : state.farEnd
      let isOver = state.frame.step == state.frame.length
      return [
        isOver
          ? ParticleLine(.label("arrived at the \(end)"))
          : ParticleLine("next", .label("is being made"))
      ]
    }
    if state.frame.direction == .forward {
      return [ParticleLine("next", .label("on its pair's path"))]
    }
    let length = reading.time - nextTime
    let formula =
      StyledText.label(
        "\(glyphs.noisy) \(glyphs.notation.signOfTime < 0 ? "+" : glyphs.minus) ")
      + StepFormula.number(length) + .label(" \(glyphs.velocity)")
    let rest = next - (reading.point - length * reading.velocity)
    let scale = state.stage.laboratory.mixture.spread
    guard max(abs(rest.x), abs(rest.y)) >= 0.5 * Text.unit(scale: scale) else {
      return [ParticleLine("next", formula)]
    }
    let isStochastic = TransportSolver(state.experiment.sampler.kind) == .stochastic
    return [
      ParticleLine("next", formula + .label(" + c")),
      ParticleLine(
        "c", Text.pair(rest, scale: scale),
        note: isStochastic ? "pull, noise" : "smaller steps"),
    ]
  }
}
