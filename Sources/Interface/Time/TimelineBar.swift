import Diffusion
import TextScreen

/// The ruler from data to noise with a knob at this moment.
public enum TimelineBar {
  public static func draw(_ state: AppState, on surface: inout Surface, layout: ScreenLayout) {
    let ruler = layout.ruler
    surface.clipped(to: layout.timeline) { surface in
      drawEnds(state, on: &surface, timeline: layout.timeline, ruler: ruler)
      guard ruler.width >= 3 else { return }
      drawRuler(on: &surface, ruler)
      drawRun(state, on: &surface, ruler)
    }
  }

  /// The column that shows a time between 0, data, and 1, noise.
  public static func column(ofTime time: Double, on ruler: Rect) -> Int {
    let bounded = time.isNaN ? 0 : min(max(time, 0), 1)
    return ruler.x + Int((bounded * Double(max(0, ruler.width - 1))).rounded())
  }

  /// The time a column of the ruler shows; columns beyond its ends mean the ends.
  public static func time(ofColumn column: Int, on ruler: Rect) -> Double {
    min(max(Double(column - ruler.x) / Double(max(1, ruler.width - 1)), 0), 1)
  }

  private static func drawEnds(
    _ state: AppState, on surface: inout Surface, timeline: Rect, ruler: Rect
  ) {
    let left = Rect(x: timeline.x, y: timeline.y, width: ruler.x - timeline.x, height: 1)
    let right = Rect(x: ruler.maxX, y: timeline.y, width: timeline.maxX - ruler.maxX, height: 1)
    surface.write("data", in: left.inset(horizontally: 1, vertically: 0), align: .right)
    surface.write(state.farEnd, in: right.inset(horizontally: 1, vertically: 0), align: .left)
  }

  private static func drawRuler(on surface: inout Surface, _ ruler: Rect) {
    let box = surface.glyphs.box
    surface.fill(ruler, with: Cell(box.horizontal, .border))
    surface[ruler.x, ruler.y] = Cell(box.teeLeft, .border)
    surface[ruler.maxX - 1, ruler.y] = Cell(box.teeRight, .border)
  }

  /// The way gone so far, the place that was asked for, and the knob.
  private static func drawRun(_ state: AppState, on surface: inout Surface, _ ruler: Rect) {
    let frame = state.frame
    let ink: Ink = frame.direction == .forward ? .forward : .reverse
    let knob = column(ofTime: frame.time, on: ruler)
    let start = frame.direction == .forward ? ruler.x : ruler.maxX - 1
    let gone: Unicode.Scalar = surface.glyphs.unicodeText ? "━" : "="
    for column in min(start, knob)...max(start, knob) where column != start {
      surface[column, ruler.y] = Cell(gone, Style(ink))
    }
    if let target = frame.target {
      let steps = state.stage.noisingSteps(frame.direction, at: target)
      let time = Double(steps) / Double(max(1, frame.timesteps))
      surface[column(ofTime: time, on: ruler), ruler.y] = Cell(
        surface.glyphs.ring, Style(.cursor, on: .plain, .bold))
    }
    surface[knob, ruler.y] = Cell(surface.glyphs.knob, Style(ink, on: .plain, .bold))
  }
}
