import Diffusion
import TextScreen

/// The lines about a particle, each with a rank: where there is little room the lower ranks stay.
struct InspectorPage: Sendable {
  private struct Line {
    let rank: Int
    let text: StyledText
  }

  /// From this height on there are headings.
  private static let roomyHeight = 12
  private static let nameWidth = 7

  private let glyphs: Glyphs
  private let size: Size
  /// What leads to the data's own units.
  private let frame: Standardization
  private var all: [Line] = []

  init(_ state: AppState, _ inspection: Inspection, size: Size, glyphs: Glyphs) {
    self.glyphs = glyphs
    self.size = size
    let isLearned = state.stage.model.weights != nil
    frame = state.stage.laboratory.frame
    let spread = frame.spread * state.stage.laboratory.mixture.spread
    let scale = max(frame.spread * inspection.level.scale, spread)
    addPrediction(inspection, isLearned: isLearned, scale: scale, spread: spread)
    guard let step = StepFormula(state, glyphs) else {
      let end = state.frame.direction == .reverse ? "data" : "noise"
      add(0, .label("arrived at the \(end)"))
      return
    }
    addHeading(
      state.frame.direction == .forward ? "the noising step" : "the subtraction gate", air: true)
    for (index, line) in wrapped(step.terms).enumerated() {
      add(0, name(index == 0 ? step.result : "") + line)
    }
    for vector in step.vectors {
      let line = name(vector.name) + Text.pair(vector.value, scale: vector.scale)
      let remarked = line + .label(" \(vector.remark)")
      add(3, fits(remarked) ? remarked : line)
    }
    if let next = inspection.next {
      let sum = frame.isIdentity ? Text.sum(next, scale: scale) : place(next, scale: scale)
      add(4, name("=") + sum)
    }
    if !frame.isIdentity {
      add(4, .label("in units of ") + Text.short(frame.spread) + .label(" from the centre"))
    }
  }

  /// The lines that are drawn, from the top.
  var lines: [StyledText] {
    let ranks = all.map(\.rank).sorted().prefix(max(0, size.rows))
    guard let last = ranks.last else { return [] }
    return Array(all.filter { $0.rank <= last }.map(\.text).prefix(size.rows))
  }

  /// What the model says about the particle.
  private mutating func addPrediction(
    _ inspection: Inspection, isLearned: Bool, scale: Double, spread: Double
  ) {
    let level = inspection.level
    let estimate = inspection.estimate
    addHeading("the noise predictor", air: false)
    let point = name(glyphs.noisy) + place(inspection.point, scale: scale)
    let levels = [.label("  \(glyphs.alpha) ") + StepFormula.number(level.alpha), StyledText()]
      .map { $0 + .label("  \(glyphs.sigma) ") + StepFormula.number(level.sigma) }
    add(2, (levels + [StyledText()]).map { point + $0 }.first(where: fits) ?? point)
    let miss = (estimate.noise - inspection.exact.noise).length
    let noise = name(glyphs.epsilon) + Text.pair(estimate.noise, scale: 1)
    let off = .label("  off ") + StepFormula.number(miss)
    let isBeside = isLearned && fits(noise + off)
    add(1, isBeside ? noise + off : noise)
    if let truth = inspection.origin?.noise {
      let line = name("true \(glyphs.epsilon)") + Text.pair(truth, scale: 1)
      let remarked = line + .label("  the target")
      add(1, fits(remarked) ? remarked : line)
    }
    if isLearned { add(5, name("exact") + Text.pair(inspection.exact.noise, scale: 1)) }
    if isLearned && !isBeside { add(7, name("off") + StepFormula.number(miss)) }
    add(3, name("clean") + place(estimate.clean, scale: spread))
    for line in wrapped(reading(of: level)) { add(6, name("") + line) }
  }

  private mutating func addHeading(_ text: String, air: Bool) {
    guard size.rows >= Self.roomyHeight else { return }
    if air { add(8, StyledText()) }
    add(8, .label(text))
  }

  private mutating func add(_ rank: Int, _ text: StyledText) {
    all.append(Line(rank: rank, text: text))
  }

  private func name(_ text: String) -> StyledText {
    .label(text + String(repeating: " ", count: max(1, Self.nameWidth - text.count)))
  }

  /// A place in the data's own units.
  private func place(_ point: Point, scale: Double) -> String {
    Text.pair(frame.isIdentity ? point : frame.restored(point), scale: scale)
  }

  private func fits(_ line: StyledText) -> Bool { line.columns(in: glyphs) <= size.columns }

  /// How the clean point is read off the predicted noise.
  private func reading(of level: NoiseLevel) -> [StyledText] {
    guard level.alpha > 1e-6 else { return [.label("= the mean of the data")] }
    return [
      .label("= (\(glyphs.noisy) \(glyphs.minus) ") + StepFormula.number(level.sigma)
        + .label(" \(glyphs.epsilon))"),
      .label("/") + StepFormula.number(level.alpha),
    ]
  }

  /// The terms of a formula, beside each other as far as they fit.
  private func wrapped(_ terms: [StyledText]) -> [StyledText] {
    StyledText.lines(of: terms, within: size.columns - Self.nameWidth, glyphs: glyphs)
  }
}
