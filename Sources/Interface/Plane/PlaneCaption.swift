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
      title = "\(glyphs.noisy)  \(way[0]) \(glyphs.to) \(goal)"
    }
    model = isForward ? nil : Self.model(of: state)
    solved = Self.percentSolved(state).map { "\($0) %, esc stops" }
    let phrases =
      Self.phrases(of: state, model: model?.long)
      + state.layers.map { ($0.rank, $0.caption(state, glyphs)) }
    variants = phrases.sorted { $0.rank < $1.rank }.flatMap(\.words)
  }

  /// What is said of the run itself.
  private static func phrases(
    of state: AppState, model: String?
  ) -> [(rank: PlaneLayer.Rank, words: [String])] {
    let run = [
      lost(state), state.frame.direction == .reverse ? caution(of: state.stage) : nil,
      model ?? state.words.forwardWay(state.stage),
      state.stage.standardization == nil ? nil : "standardized",
    ]
    return [(.wait, wait(for: state)), (.run, run.compactMap(\.self)), (.pace, pace(of: state))]
  }

  private static func percentSolved(_ state: AppState) -> Int? {
    state.simulation.shareOfLongStep.map { Int(100 * $0) }
  }

  /// How far a long step is.
  private static func wait(for state: AppState) -> [String] {
    guard let percent = percentSolved(state) else { return [] }
    return ["step \(state.stage.reach(state.frame.direction) + 1) \(percent) % solved, esc stops"]
  }

  /// How long a step takes, where that can be felt.
  private static func pace(of state: AppState) -> [String] {
    guard percentSolved(state) == nil, state.isHeavy,
      let seconds = state.simulation.secondsPerStep, seconds >= 0.05
    else { return [] }
    return ["\(Text.short(seconds)) s a step"]
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

  /// How many points are no longer anywhere.
  private static func lost(_ state: AppState) -> String? {
    let points = state.frame.points
    let lost = points.areAllFinite ? 0 : points.count { !$0.isFinite }
    return lost > 0 ? "\(Text.count(lost)) of \(Text.count(points.count)) ran away" : nil
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

extension [Point] {
  /// Whether none has run away to infinity or is not a number. Asked of the whole cloud at every
  /// frame, and nearly always so: a Double is finite unless all bits of its exponent are set, which
  /// the processor tells of several points at once.
  var areAllFinite: Bool {
    let exponent = SIMD8<UInt64>(repeating: Double.infinity.bitPattern)
    let one = SIMD8<UInt64>(repeating: 1 << 52)
    return withUnsafeBytes { bytes in
      let stride = MemoryLayout<SIMD8<UInt64>>.size
      let whole = bytes.count - bytes.count % stride
      var overflow = SIMD8<UInt64>.zero
      for offset in Swift.stride(from: 0, to: whole, by: stride) {
        let bits = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
        overflow |= (bits & exponent) &+ one
      }
      let rest = self[(whole / MemoryLayout<Point>.size)...]
      return overflow.max() >> 63 == 0 && rest.allSatisfy(\.isFinite)
    }
  }
}
