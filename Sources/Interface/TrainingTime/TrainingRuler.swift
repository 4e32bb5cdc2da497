import Diffusion
import TextScreen

/// The ruler of training time: from the untrained network to the one of now, with a knob at the
/// network that is shown.
enum TrainingRuler {
  static func draw(_ state: AppState, on surface: inout Surface, layout: ScreenLayout) {
    let (strip, ruler) = (layout.trainingTime, layout.trainingRuler)
    guard ruler.width >= 3 else { return }
    surface.clipped(to: strip) { surface in
      let left = Rect(x: strip.x, y: strip.y, width: ruler.x - strip.x, height: 1)
      let right = Rect(x: ruler.maxX, y: strip.y, width: strip.maxX - ruler.maxX, height: 1)
      surface.write("init", in: left.inset(horizontally: 1, vertically: 0), align: .right)
      surface.write("now", in: right.inset(horizontally: 1, vertically: 0), align: .left)
      let box = surface.glyphs.box
      surface.fill(ruler, with: Cell(box.horizontal, .border))
      surface[ruler.x, ruler.y] = Cell(box.teeLeft, .border)
      surface[ruler.maxX - 1, ruler.y] = Cell(box.teeRight, .border)
      drawKnob(state, on: &surface, ruler)
    }
  }

  /// The column of a training step.
  static func column(ofStep step: Int, of training: TrainingState, on ruler: Rect) -> Int {
    let share = Double(step) / Double(max(1, training.steps))
    return TimelineBar.column(ofTime: share, on: ruler)
  }

  /// The training step of a column; the right end is now, whatever the step.
  static func step(ofColumn column: Int, of training: TrainingState, on ruler: Rect) -> Int {
    if column >= ruler.maxX - 1 { return .max }
    return Int((TimelineBar.time(ofColumn: column, on: ruler) * Double(training.steps)).rounded())
  }

  private static func drawKnob(
    _ state: AppState, on surface: inout Surface, _ ruler: Rect
  ) {
    let training = state.training
    let isPast = training.shownSteps != nil
    let shown = training.shownSteps ?? training.steps
    let knob = column(ofStep: training.steps == 0 ? 0 : shown, of: training, on: ruler)
    let gone: Unicode.Scalar = surface.glyphs.unicodeText ? "━" : "="
    for column in ruler.x..<knob where column > ruler.x {
      surface[column, ruler.y] = Cell(gone, .ghost)
    }
    let style = Style(isPast ? .cursor : .accent, on: .plain, .bold)
    surface[knob, ruler.y] = Cell(surface.glyphs.knob, style)
    drawLabel(state, knob: knob, on: &surface, ruler)
  }

  /// The number of the step beside the knob, and how much memory the snapshots take at the far
  /// end.
  private static func drawLabel(
    _ state: AppState, knob: Int, on surface: inout Surface, _ ruler: Rect
  ) {
    let training = state.training
    let shown = training.shownSteps ?? training.steps
    let text = " step \(Text.count(shown)) "
    let isLeft = knob - ruler.x > ruler.width / 2
    let column = isLeft ? knob - text.count - 1 : knob + 2
    guard column > ruler.x, column + text.count < ruler.maxX else { return }
    surface.write(
      text, column: column, row: ruler.y,
      style: training.shownSteps == nil ? .dim : Style(.cursor, on: .plain, .bold))
    let snapshots = training.snapshots
    let memory = " \(snapshots.items.count) snapshots, \(Text.megabytes(snapshots.bytes)) MB "
    let far = isLeft ? ruler.x + 2 : ruler.maxX - 2 - memory.count
    let isFree = isLeft ? far + memory.count < column : far > column + text.count
    if isFree { surface.write(memory, column: far, row: ruler.y, style: .dim) }
  }
}

extension Text {
  /// Bytes as megabytes with one decimal.
  static func megabytes(_ bytes: Int) -> String {
    fixed(Double(bytes) / Double(1 << 20), decimals: 1, width: 1)
  }
}
