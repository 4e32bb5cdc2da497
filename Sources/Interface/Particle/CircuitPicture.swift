import Diffusion
import Foundation
import TextScreen

/// A denoising step as a circuit: the point and the level go into the noise predictor, the
/// subtraction gate makes the next point of what comes out.
///
/// In slow motion the stages light up one after another; else all of them shine.
struct CircuitPicture: Sendable {
  /// The stages, in the order in which they light up.
  enum Stage: Int, Sendable, CaseIterable {
    case input = 1
    case predictor
    case gate
    case output
  }

  /// How dark the cell of a feature is that is 0.
  private static let faintest = 0.3

  /// Whether there is room for the circuit.
  static func fits(in room: Rect) -> Bool { room.height >= 17 && room.width >= 24 }

  private let inspection: Inspection
  private let time: Double
  private let formula: StepFormula?
  private let cells: [Double]
  /// What the cells show, in several lengths.
  private let cellNames: [String]
  /// What the network is told of the time.
  private let times: [TimeFeature]
  private let isLearned: Bool
  private let lit: Int
  private let scale: Double
  private let glyphs: Glyphs
  /// What leads to the data's own units.
  private let frame: Standardization

  init(_ state: AppState, _ inspection: Inspection, glyphs: Glyphs) {
    self.inspection = inspection
    self.glyphs = glyphs
    time = state.frame.time
    formula = StepFormula(state, glyphs)
    lit = state.litStages
    frame = state.stage.laboratory.frame
    scale = frame.spread * max(inspection.level.scale, state.stage.laboratory.mixture.spread)
    if let learned = state.inspectedModel.learnedDenoiser {
      isLearned = true
      times = learned.timeFeatures(at: inspection.level)
      cellNames = ["told of the place", "the place"]
      cells = learned.features(of: inspection.point, at: inspection.level).dropLast(times.count)
        .map { Double(abs($0)) }
    } else {
      isLearned = false
      times = []
      cellNames = ["posterior of labels", "labels"]
      cells = state.stage.laboratory.mixture.diffused(to: inspection.level)
        .labelPosterior(at: inspection.point)
    }
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    var rest = rect
    drawInput(on: &surface, in: rest.takeTop(2))
    let gate = gateLines(width: rect.width - 4)
    // A row for the name of the cells, and as many for the cells as they take.
    let rows = 1 + (cells.count - 1) / max(1, rect.width - 4)
    let truth = inspection.origin?.noise == nil ? 0 : 1
    let spare = max(0, rest.height - 12 - truth - max(0, gate.count - 2))
    let timeRows = times.isEmpty || spare < times.count + 1 ? 0 : times.count + 1
    let predictor = rest.takeTop(5 + truth + timeRows + min(rows, spare - timeRows))
    drawPredictor(hasTimes: timeRows > 0, on: &surface, in: predictor)
    drawWire(on: &surface, in: rest.takeTop(1), stage: .predictor)
    drawGate(gate, on: &surface, in: rest.takeTop(2 + max(2, gate.count)))
    drawWire(on: &surface, in: rest.takeTop(1), stage: .gate)
    drawOutput(on: &surface, in: rest)
  }

  // MARK: - Stages

  private func drawInput(on surface: inout Surface, in rect: Rect) {
    var rest = rect
    let level = inspection.level
    let point = text("\(glyphs.noisy) ", .input) + value(pair(inspection.point), .input)
    let moment = glyphs.time(time, level)
    let levels = [
      ("   log-SNR ", Text.fixed(level.logSNR, width: 6)),
      ("  \(moment.name) ", moment.number),
    ]
    let lines = levels.map { point + text($0, .input) + value($1, .input) }
    surface.write(
      StyledText.first(of: lines, within: rect.width, glyphs: glyphs) ?? point, in: rest.takeTop(1))
    drawWire(on: &surface, in: rest, stage: .input)
  }

  private func drawPredictor(hasTimes: Bool, on surface: inout Surface, in rect: Rect) {
    let title = isLearned ? "noise predictor" : "exact predictor"
    let inner = drawBox(title, stage: .predictor, on: &surface, in: rect)
    var rest = inner
    let noise =
      text("\(glyphs.epsilon) ", .predictor)
      + value(Text.pair(inspection.estimate.noise, scale: 1), .predictor)
    let isBeside = (noise + miss).columns(in: glyphs) <= inner.width
    if let truth = inspection.origin?.noise {
      let target =
        text("true \(glyphs.epsilon) ", .predictor) + value(Text.pair(truth, scale: 1), .predictor)
      let remarked = target + text("  the target", .predictor)
      let isWide = remarked.columns(in: glyphs) <= inner.width
      surface.write(isWide ? remarked : target, in: rest.takeBottom(1))
    }
    let name = rest.takeTop(rest.height >= 4 ? 1 : 0)
    let width = inner.width - (isBeside ? 0 : miss.columns(in: glyphs))
    surface.write(
      text(cellNames.first { $0.columns < width } ?? "", .predictor), in: name)
    if !isBeside { surface.write(miss, in: name, align: .right) }
    var answers = rest.takeBottom(min(2, max(0, rest.height - 1)))
    drawTimes(on: &surface, in: rest.takeBottom(hasTimes ? times.count + 1 : 0))
    drawCells(on: &surface, in: rest)
    surface.write(isBeside ? noise + miss : noise, in: answers.takeTop(1))
    surface.write(
      text("clean ", .predictor)
        + value(pair(inspection.estimate.clean), .predictor),
      in: answers.takeTop(1))
  }

  /// What the network is told of the time: names, numbers, and where each is between its ends.
  private func drawTimes(on surface: inout Surface, in rect: Rect) {
    var rest = rect
    surface.write(text("told of the time", .predictor), in: rest.takeTop(1))
    for feature in times {
      TimeFeatureBar.draw(
        feature, isLit: isLit(.predictor), on: &surface, in: rest.takeTop(1))
    }
  }

  /// A place in the data's own units.
  private func pair(_ place: Point) -> String { Text.pair(frame.restored(place), scale: scale) }

  /// How far a network's answer is from the exact one.
  private var miss: StyledText {
    guard isLearned else { return StyledText() }
    let distance = (inspection.estimate.noise - inspection.exact.noise).length
    return text("  off ", .predictor) + value(Text.coefficient(distance), .predictor)
  }

  /// What goes in, or what is weighed, as shaded cells; the weakest can still be seen.
  private func drawCells(on surface: inout Surface, in rect: Rect) {
    let most = max(cells.max() ?? 1, 1e-9)
    for (index, cell) in cells.enumerated() {
      let (row, column) = (index / max(1, rect.width), index % max(1, rect.width))
      guard row < rect.height else { return }
      let share = Self.faintest + (1 - Self.faintest) * cell / most
      surface[rect.x + column, rect.y + row] = Cell(
        glyphs.shade(share), Style(isLit(.predictor) ? .density(share: share) : .ghost))
    }
  }

  /// The formula and the vectors in it.
  private func gateLines(width: Int) -> [StyledText] {
    guard let formula else { return [.label("the run has arrived")] }
    return StyledText.lines(of: formula.terms, within: width, glyphs: glyphs)
      + formula.vectors.map { vector in
        let line =
          .label("\(vector.name) ") + StyledText(Text.pair(vector.value, scale: vector.scale))
        let remarked = line + .label(" \(vector.remark)")
        return remarked.columns(in: glyphs) <= width ? remarked : line
      }
  }

  private func drawGate(_ lines: [StyledText], on surface: inout Surface, in rect: Rect) {
    let title = inspection.origin == nil ? "subtraction gate" : "noising step"
    var rest = drawBox(title, stage: .gate, on: &surface, in: rect)
    for line in lines {
      surface.write(isLit(.gate) ? line : line.in(.ghost), in: rest.takeTop(1))
    }
  }

  private func drawOutput(on surface: inout Surface, in rect: Rect) {
    guard let formula, let next = inspection.next else { return }
    surface.write(
      text("\(formula.result) ", .output)
        + value(frame.isIdentity ? Text.sum(next, scale: scale) : pair(next), .output),
      in: rect)
  }

  // MARK: - Wires

  private func drawBox(
    _ title: String, stage: Stage, on surface: inout Surface, in rect: Rect
  ) -> Rect {
    let style = isLit(stage) ? Style.accent : .ghost
    surface.drawBox(
      rect, title: title, style: style, titleStyle: isLit(stage) ? .title : .ghost)
    return rect.inset(horizontally: 2, vertically: 1)
  }

  private func drawWire(on surface: inout Surface, in rect: Rect, stage: Stage) {
    guard !rect.isEmpty else { return }
    let style = isLit(stage) ? Style.accent.with(.bold) : .ghost
    surface[rect.x + min(6, rect.width - 1), rect.y] = Cell(
      glyphs.unicodeText ? "↓" : "v", style)
  }

  private func isLit(_ stage: Stage) -> Bool { stage.rawValue <= lit }

  private func text(_ text: String, _ stage: Stage) -> StyledText {
    StyledText(text, isLit(stage) ? .dim : .ghost)
  }

  private func value(_ text: String, _ stage: Stage) -> StyledText {
    StyledText(text, isLit(stage) ? (stage.rawValue == lit ? .bold : .plain) : .ghost)
  }
}

extension StyledText {
  /// The same text in one style.
  fileprivate func `in`(_ style: Style) -> StyledText {
    runs.reduce(StyledText()) { $0 + StyledText($1.text, style) }
  }
}

extension AppState {
  /// How many stages of the circuit are lit: one after another in slow motion, else all.
  var litStages: Int {
    let stages = CircuitPicture.Stage.allCases.count
    guard playback.isSlow, playback.isPlaying, playback.target == nil else { return stages }
    let share = playback.position - Double(playback.step)
    return min(stages, 1 + Int(share * Double(stages)))
  }
}
