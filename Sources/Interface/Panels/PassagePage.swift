import Diffusion

/// A particle of a transport in words: how the model moves it and what becomes of that in a step.
enum PassagePage {
  private static let nameWidth = 7

  static func draw(
    _ passage: Passage, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    var room = rect
    for line in lines(passage, state, surface.glyphs).prefix(rect.height) {
      surface.write(line, in: room.takeTop(1))
    }
  }

  /// The most telling first.
  private static func lines(
    _ passage: Passage, _ state: AppState, _ glyphs: Glyphs
  ) -> [StyledText] {
    let scale = state.stage.laboratory.mixture.spread
    let names = state.stage.laboratory.mixture.labels
    var lines: [StyledText] = []
    if let label = passage.label, names.indices.contains(label) {
      let posterior = passage.ownPosterior.map {
        .label(" p here ") + Text.fixed($0, decimals: 2, width: 4)
      }
      lines.append(
        name("class") + StyledText("\(glyphs.marker(ofLabel: label)) ", Style(.label(label)))
          + names[label] + (posterior ?? StyledText()))
    }
    lines.append(name("x_t") + Text.pair(passage.point, scale: scale))
    let speed = max(scale, passage.velocity.length)
    lines.append(name("v") + Text.pair(passage.velocity, scale: speed))
    lines.append(step(passage, state, glyphs))
    if let next = passage.next { lines.append(name("") + Text.pair(next, scale: scale)) }
    if let exact = passage.exact, state.stage.model.weights != nil {
      lines.append(
        name("exact") + Text.pair(exact, scale: speed) + .label(" off ")
          + StepFormula.number((passage.velocity - exact).length))
    }
    if let clean = passage.clean { lines.append(name("clean") + Text.pair(clean, scale: scale)) }
    return lines
  }

  /// What the run does next.
  private static func step(
    _ passage: Passage, _ state: AppState, _ glyphs: Glyphs
  ) -> StyledText {
    guard let nextTime = passage.nextTime else {
      let end = state.frame.direction == .reverse ? "data" : state.farEnd
      let isOver = state.frame.step == state.frame.length
      return isOver ? .label("arrived at the \(end)") : name("next") + .label("is being made")
    }
    let length = StepFormula.number(abs(nextTime - passage.time))
    switch state.frame.direction {
    case .forward: return name("next") + .label("on the path of its pair")
    case .reverse:
      let start = name("next") + .label("x_t \(glyphs.minus) ") + length + .label(" v")
      switch TransportSolver(state.experiment.sampler.kind) {
      case .stochastic: return start + .label(" + pull + noise")
      case .adaptive: return start + .label(", and more")
      case .euler, nil: return start
      }
    }
  }

  private static func name(_ text: String) -> StyledText {
    .label(text + String(repeating: " ", count: max(1, nameWidth - text.count)))
  }
}
