import Diffusion
import TextScreen

/// How good the model's samples are, each number beside the best it could be.
public enum QualityPanel {
  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let inner = PanelFrame.draw(
      .quality, trailing: variants(of: state, surface.glyphs), of: state, on: &surface, in: rect)
    surface.clipped(to: inner) { surface in
      guard let measurement = state.quality.measurement else {
        var room = inner
        if state.studies[.budget] != nil { drawBudget(state, on: &surface, below: &room) }
        PanelFrame.drawEmpty(emptyLines(of: state, width: room.width), on: &surface, in: room)
        return
      }
      draw(measurement, of: state, on: &surface, in: inner)
    }
  }

  /// How it was measured, in several lengths, longest first.
  private static func variants(of state: AppState, _ glyphs: Glyphs) -> [String] {
    guard let measurement = state.quality.measurement else {
      return [state.quality.isMeasuring ? "measuring" : ""]
    }
    let words = state.stage.method.runWords(of: measurement)
    return [
      "\(words.title)\(glyphs.separator)n \(measurement.report.count)", words.title, words.short,
    ]
  }

  private static func emptyLines(of state: AppState, width: Int) -> [StyledText] {
    if let progress = state.quality.progress {
      let steps = state.stage.laboratory.grid.steps
      let words = "judging \(state.judgedCount) samples"
      let whole = words + " of this run"
      return [
        .label(whole.count <= width ? whole : words),
        StyledText("\(state.experiment.sampler.kind.id), \(steps)") + .label(" steps: ")
          + StyledText("\(Int(100 * progress)) %"),
      ]
    }
    if state.experiment.model.kind == .learned && state.training.activity == .idle {
      return [
        .label("no network, no samples"),
        .label("press ") + .key("t") + .label(" to train one"),
      ]
    }
    return [.label("samples are measured soon")]
  }

  /// From this height on there is room for the error budget.
  static let budgetHeight = 16

  /// The error budget, or what brings it, at the foot of a panel that is tall enough.
  private static func drawBudget(
    _ state: AppState, on surface: inout Surface, below room: inout Rect
  ) {
    var budget = room.takeBottom(room.height >= budgetHeight ? BudgetBar.height + 1 : 0)
    _ = budget.takeTop(1)
    BudgetBar.draw(state, on: &surface, in: budget)
  }

  /// The modes first, then the numbers, then what is left is for the error by level; where there
  /// is much room the modes have a chart of their own.
  private static func draw(
    _ measurement: QualityMeasurement, of state: AppState, on surface: inout Surface,
    in inner: Rect
  ) {
    var room = inner
    drawBudget(state, on: &surface, below: &room)
    let numbers = QualityNumbers(
      measurement, of: state, width: inner.width, height: room.height - 1, glyphs: surface.glyphs)
    let columns = ModeColumns(measurement.report.census)
    let spare = room.height - 1 - numbers.lines.count
    let heading = numbers.modes
    let range = numbers.range
    var line = room.takeTop(1)
    surface.write(heading, in: line)
    surface.write(range, in: line, align: .right)
    if spare >= 4 {
      columns.draw(on: &surface, in: room.takeTop(min(16, spare - 2)))
      _ = room.takeTop(1)
    } else {
      _ = line.takeLeft(heading.columns(in: surface.glyphs) + 2)
      _ = line.takeRight(range.columns(in: surface.glyphs) + 2)
      // Beside the numbers a column stands for one mode, or it would contradict their count.
      if line.width >= measurement.report.census.modes.count {
        columns.draw(on: &surface, in: line)
      }
    }
    for number in numbers.lines.prefix(max(0, room.height)) {
      surface.write(number, in: room.takeTop(1))
    }
  }
}

extension Panel {
  public static let quality = Panel(
    id: "samples", title: "samples", formerNames: ["quality"], words: QualityPanel.words,
    stand: .always,
    height: Height(low: 7, tall: 8), draw: QualityPanel.draw)
}
