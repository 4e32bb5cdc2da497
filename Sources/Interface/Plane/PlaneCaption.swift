import Diffusion

/// The words in the frame of the plane: what is shown, and in which variant.
struct PlaneCaption {
  let title: String
  /// From the most important to the least.
  private let variants: [String]

  init(_ state: AppState, glyphs: Glyphs) {
    let isForward = state.frame.direction == .forward
    let way = isForward ? ["data", "noise"] : ["noise", "data"]
    if state.isComparing {
      let name = state.history.present.name(of: state.side, direction: state.frame.direction)
      title = "\(state.side.rawValue)  \(name)"
    } else {
      let goal = isForward ? way[1] : GuidanceWords(state).map { $0.summary } ?? way[1]
      title = "x_t  \(way[0]) \(glyphs.to) \(goal)"
    }
    var variants = [isForward ? state.stage.way.rawValue : Self.model(of: state)]
    if ScoreArrows.isShown(state) {
      let field = state.view.field.rawValue
      variants.append(
        state.stage.laboratory.guidance == nil
          ? "\(field) score \(state.view.flow.noun)" : "guided \(field) \(state.view.flow.noun)")
    }
    if state.isHeavy, let seconds = state.simulation.secondsPerStep, seconds >= 0.05 {
      variants.append("\(Text.short(seconds)) s a step")
    }
    switch state.view.ground {
    case .off: break
    case .density: variants.append("exact density")
    case .energy: variants.append("energy")
    case .error where state.training.weights == nil: variants.append("no network, no error")
    case .error: variants.append("error")
    case .curl where state.training.weights == nil: variants.append("no network, no curl")
    case .curl: variants.append("curl")
    case .tilted where state.stage.laboratory.guidance == nil,
      .tiltedHere where state.stage.laboratory.guidance == nil:
      variants.append("no prompt, no tilt")
    case .tilted: variants.append("tilted density")
    case .tiltedHere: variants.append("tilted densities of this level")
    }
    if state.view.showsContours { variants.append("50, 90, 99 %") }
    if state.view.showsLobes { variants.append("p(x0 | x_t)") }
    switch state.view.colour {
    case .density: break
    case .label: variants.append("labels")
    case .decision: variants.append("decision times")
    }
    let thinning = glyphs.haveGround ? PlaneCloud.thinning(state) : 1
    if thinning > 1 { variants.append("1 in \(thinning) points") }
    self.variants = variants
  }

  /// As many of the variants as fit beside the title in a frame of this width.
  func variant(fitting width: Int) -> String {
    let room = width - title.count - 11
    var count = variants.count
    while count > 1, joined(count).count > room { count -= 1 }
    return joined(count)
  }

  private func joined(_ count: Int) -> String {
    variants.prefix(count).joined(separator: ", ")
  }

  private static func model(of state: AppState) -> String {
    if state.isRedrawing, let weights = state.training.shownWeights {
      return "redrawn with the network of step \(Text.count(weights.steps))"
    }
    if let learned = state.stage.denoiser as? LearnedDenoiser {
      return "learned model of step \(Text.count(learned.weights.steps))"
    }
    // The exact answer stands in until the network has something to say.
    return state.experiment.model.kind == .exact ? "exact model" : "exact model for now"
  }
}

extension ViewOptions.Flow {
  /// What is seen of the field.
  fileprivate var noun: String {
    switch self {
    case .arrows: "field"
    case .streams: "streams"
    case .tracers: "tracers"
    }
  }
}
