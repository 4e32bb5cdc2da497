import Diffusion
import TextScreen

/// The words in the frame of the plane: what is shown, and in which variant.
struct PlaneCaption {
  let title: String
  /// From the most important to the least.
  private let variants: [String]
  /// The model of the run in full and in few words, if it is among them.
  private let model: (long: String, short: String)?
  /// How far a long step is, in as few words as there are.
  private let solved: String?

  init(_ state: AppState, glyphs: Glyphs) {
    let isForward = state.frame.direction == .forward
    let far = state.farEnd
    let way = isForward ? ["data", far] : [far, "data"]
    if state.isComparing {
      let name = state.history.present.name(of: state.side, direction: state.frame.direction)
      title = "\(state.side.rawValue)  \(name)"
    } else {
      let goal = isForward ? way[1] : GuidanceWords(state).map { $0.summary } ?? way[1]
      title = "x_t  \(way[0]) \(glyphs.to) \(goal)"
    }
    let forward = state.words.forwardWay(state.stage)
    model = isForward ? nil : Self.model(of: state)
    var variants = [model?.long ?? forward]
    if state.stage.standardization != nil { variants.append("standardized") }
    if ScoreArrows.isShown(state) {
      let guided = state.stage.isGuided ? "guided " : ""
      let field = guided.isEmpty ? " \(state.words.field)" : ""
      variants.append("\(guided)\(state.view.field.rawValue)\(field) \(state.view.flow.noun)")
    } else if state.view.field == .exact {
      variants.append("no exact field of paired samples")
    }
    if !isForward, let caution = Self.caution(of: state.stage) { variants.insert(caution, at: 0) }
    let points = state.frame.points
    let lost = points.areAllFinite ? 0 : points.count { !$0.isFinite }
    if lost > 0 {
      let all = Text.count(points.count)
      variants.insert("\(Text.count(lost)) of \(all) ran away", at: 0)
    }
    if let prior = PriorHandles.caption(state) { variants.insert(prior, at: 0) }
    if let tubes = TubeLayer.caption(state), !state.view.showsFilm { variants.append(tubes) }
    let share = state.simulation.shareOfLongStep
    solved = share.map { "\(Int(100 * $0)) %, esc stops" }
    if let share {
      let step = state.stage.reach(state.frame.direction) + 1
      variants.insert("step \(step) \(Int(100 * share)) % solved, esc stops", at: 0)
    } else if state.isHeavy, let seconds = state.simulation.secondsPerStep, seconds >= 0.05 {
      variants.append("\(Text.short(seconds)) s a step")
    }
    if let ground = Self.ground(of: state) { variants.append(ground) }
    if state.view.showsContours { variants.append("50, 90, 99 %") }
    if state.view.showsLobes {
      variants.append(state.noLobes == nil ? state.words.lobes : "no lobes of paired samples")
    }
    switch state.colour {
    case .density: break
    case .label: variants.append(state.words.labels.caption)
    case .decision: variants.append("decision times")
    }
    if state.view.ground != .off && !glyphs.haveGround { variants.append("points hidden") }
    let thinning = glyphs.haveGround ? PlaneCloud.thinning(state) : 1
    if thinning > 1 { variants.append("1 in \(thinning) points") }
    self.variants = variants
  }

  /// As many of the variants as fit beside the title in a frame of this width: rather all of them,
  /// with the model in few words, than the model in full alone.
  func variant(fitting width: Int) -> String {
    let room = width - title.columns - 11
    let terse = variants.map { $0 == model?.long ? model?.short ?? $0 : $0 }
    for count in stride(from: variants.count, to: 1, by: -1) {
      for some in [variants, terse].map({ $0.prefix(count).joined(separator: ", ") })
      where some.columns <= room {
        return some
      }
    }
    return [variants[0], solved ?? terse[0]].first { $0.columns <= room } ?? terse[0]
  }

  /// What is shaded under the cloud, or why nothing is.
  private static func ground(of state: AppState) -> String? {
    let hasNetwork = state.training.weights != nil
    let hasPrompt = state.stage.laboratory.guidance != nil
    switch state.view.ground {
    case .off: return nil
    case _ where state.marginal == nil: return "no exact density of paired samples"
    case .density: return "exact density"
    case .energy: return "energy"
    case .error: return hasNetwork ? "error" : "no network, no error"
    case .curl:
      if !hasNetwork { return "no network, no curl" }
      return state.words.curl.caption
    case .tilted, .tiltedHere:
      if !hasPrompt { return "no prompt, no tilt" }
      return state.view.ground == .tilted ? "tilted density" : "tilted densities of this level"
    }
  }

  /// What keeps the run from being what it should be, in a few words.
  private static func caution(of stage: Stage) -> String? {
    if stage.guidanceRefusal != nil { return "nobody leads" }
    return stage.stepSizeWarning == nil ? nil : "steps too long for the SDE"
  }

  private static func model(of state: AppState) -> (long: String, short: String) {
    if state.isRedrawing, let weights = state.training.shownWeights {
      let step = Text.count(weights.steps)
      return ("redrawn with the network of step \(step)", "redrawn, step \(step)")
    }
    if let weights = state.stage.model.weights {
      let step = Text.count(weights.steps)
      return weights.steps == 0
        ? ("untrained network", "untrained")
        : ("learned model of step \(step)", "learned, step \(step)")
    }
    // The exact answer stands in until the network has something to say.
    return state.experiment.model.kind == .exact
      ? ("exact model", "exact") : ("exact model for now", "exact for now")
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

extension [Point] {
  /// Whether none has run away to infinity or is not a number. Asked of the whole cloud at every
  /// frame, and nearly always so: a Double is finite unless all bits of its exponent are set, which
  /// the processor tells of several points at once.
  var areAllFinite: Bool {
    let exponent = SIMD2<UInt64>(repeating: Double.infinity.bitPattern)
    let one = SIMD2<UInt64>(repeating: 1 << 52)
    let overflow = reduce(into: SIMD2<UInt64>.zero) { overflow, point in
      let bits = SIMD2(point.x.bitPattern, point.y.bitPattern)
      overflow |= (bits & exponent) &+ one
    }
    return (overflow.x | overflow.y) >> 63 == 0
  }
}
