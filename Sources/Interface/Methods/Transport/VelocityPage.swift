import Diffusion
import TextScreen

/// A particle of a transport in words: how the model moves it and what becomes of that in a step.
enum VelocityPage {
  private static let nameWidth = 7

  static func draw(
    _ reading: VelocityReading, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    var room = rect
    for line in lines(reading, state, surface.glyphs, rect.width).prefix(rect.height) {
      surface.write(line, in: room.takeTop(1))
    }
  }

  /// The most telling first.
  private static func lines(
    _ reading: VelocityReading, _ state: AppState, _ glyphs: Glyphs, _ width: Int
  ) -> [StyledText] {
    let scale = state.stage.laboratory.mixture.spread
    let names = state.stage.laboratory.mixture.labels
    var lines: [StyledText] = []
    if let label = reading.label, names.indices.contains(label) {
      let posterior = reading.ownPosterior.map {
        .label(" p here ") + Text.fixed($0, decimals: 2, width: 4)
      }
      lines.append(
        (name("class") + StyledText("\(glyphs.marker(ofLabel: label)) ", Style(.label(label)))
          + names[label])
          .followed(by: posterior ?? StyledText(), within: width, glyphs: glyphs))
    }
    lines.append(name(glyphs.noisy) + Text.pair(reading.point, scale: scale))
    let speed = max(scale, reading.velocity.length)
    // Where time is counted the other way, so is the velocity.
    let sign = glyphs.notation.signOfTime
    lines.append(name(glyphs.velocity) + Text.pair(sign * reading.velocity, scale: speed))
    if let target = reading.target {
      lines.append(
        (name("true \(glyphs.velocity)") + Text.pair(sign * target, scale: speed))
          .followed(by: .label("  the target"), within: width, glyphs: glyphs))
    }
    lines += step(reading, state, glyphs, width)
    if let next = reading.next { lines.append(name("=") + Text.sum(next, scale: scale)) }
    if let exact = reading.exact, state.stage.model.weights != nil {
      lines.append(
        (name("exact") + Text.pair(sign * exact, scale: speed)).followed(
          by: .label(" off ") + StepFormula.number((reading.velocity - exact).length),
          within: width, glyphs: glyphs))
    }
    if let clean = reading.clean { lines.append(name("clean") + Text.pair(clean, scale: scale)) }
    return lines
  }

  /// What the run does next; with the rest that the velocity alone does not explain it adds up.
  private static func step(
    _ reading: VelocityReading, _ state: AppState, _ glyphs: Glyphs, _ width: Int
  ) -> [StyledText] {
    guard let nextTime = reading.nextTime, let next = reading.next else {
      let end = state.frame.direction == .reverse ? "data" : state.farEnd
      let isOver = state.frame.step == state.frame.length
      return [isOver ? .label("arrived at the \(end)") : name("next") + .label("is being made")]
    }
    if state.frame.direction == .forward {
      return [name("next") + .label("on the path of its pair")]
    }
    let length = reading.time - nextTime
    let formula =
      name("next")
      + .label("\(glyphs.noisy) \(glyphs.notation.signOfTime < 0 ? "+" : glyphs.minus) ")
      + StepFormula.number(length) + .label(" \(glyphs.velocity)")
    let rest = next - (reading.point - length * reading.velocity)
    let scale = state.stage.laboratory.mixture.spread
    guard max(abs(rest.x), abs(rest.y)) >= 0.5 * Text.unit(scale: scale) else { return [formula] }
    let isStochastic = TransportSolver(state.experiment.sampler.kind) == .stochastic
    return [
      formula + .label(" + c"),
      (name("c") + Text.pair(rest, scale: scale)).followed(
        by: .label(isStochastic ? " pull, noise" : " smaller steps"), within: width,
        glyphs: glyphs),
    ]
  }

  private static func name(_ text: String) -> StyledText {
    .label(text + String(repeating: " ", count: max(1, nameWidth - text.count)))
  }
}
