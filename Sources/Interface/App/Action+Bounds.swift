import Diffusion
import TextScreen

/// The one door for numbers that come from outside: keys, lines, scripts, recordings, the mouse.
extension Action {
  /// The same action with every number in it brought to where sums and products with it are safe.
  /// Whatever it is about is far smaller: it is brought into its own range there.
  var withinBounds: Action {
    switch self {
    case .step(let count): .step(count.bounded)
    case .seek(let step): .seek(step: step.bounded)
    case .seekTime(let time): .seekTime(time.bounded)
    case .rewind(let steps): .rewind(to: steps.bounded)
    case .rewindBy(let count): .rewindBy(count.bounded)
    case .selectHandle(let offset): .selectHandle(offset: offset.bounded)
    case .nudgeHandle(let time, let value): .nudgeHandle(time: time.bounded, value: value.bounded)
    case .placeHandle(let place): .placeHandle(place.bounded)
    case .selectPrior(let offset): .selectPrior(offset: offset.bounded)
    case .movePrior(let across, let up): .movePrior(across: across.bounded, up: up.bounded)
    case .widenPrior(let times): .widenPrior(times.bounded)
    case .pan(let columns, let rows): .pan(columns: columns.bounded, rows: rows.bounded)
    case .selectParticle(let offset): .selectParticle(offset: offset.bounded)
    case .focus(let offset): .focus(offset: offset.bounded)
    case .moveSelection(let offset): .moveSelection(offset.bounded)
    case .turnPage(let pages): .turnPage(pages.bounded)
    case .recall(let offset): .recall(offset.bounded)
    case .guide(.addWeight(let tenths)): .guide(.addWeight(tenths: tenths.bounded))
    case .guide(.leaveSnapshot(let steps)): .guide(.leaveSnapshot(steps: steps?.bounded))
    case .draw(let action): .draw(action.withinBounds)
    case .look(let view): .look(view.withinBounds)
    case .resized(let size):
      .resized(Size(columns: size.columns.boundedSide, rows: size.rows.boundedSide))
    case .tick(let seconds, let work):
      .tick(seconds: max(0, seconds.bounded), work: max(0, work))
    // Their numbers are checked where an experiment is made of them, or are no person's.
    default: self
    }
  }
}

extension DrawingAction {
  fileprivate var withinBounds: DrawingAction {
    switch self {
    case .move(let columns, let rows): .move(columns: columns.bounded, rows: rows.bounded)
    case .resize(let step): .resize(step.bounded)
    case .stroke(let places, let erases): .stroke(places.map(\.bounded), erases: erases)
    case .begin, .stamp, .togglePen, .toggleTool, .label, .undo, .clear, .use: self
    }
  }
}

extension ViewOptions {
  fileprivate var withinBounds: ViewOptions {
    var view = self
    view.camera.centre = camera.centre.bounded
    let limits = Camera.zoomLimits
    view.camera.zoom = min(max(camera.zoom.bounded, limits.lowerBound), limits.upperBound)
    return view
  }
}

extension Int {
  /// Farther than any list, run or training reaches, and with room for sums.
  fileprivate var bounded: Int { Swift.min(Swift.max(self, -1_000_000_000), 1_000_000_000) }

  /// The columns or rows of a screen: more than any has.
  fileprivate var boundedSide: Int { Swift.min(Swift.max(self, 0), 10_000) }
}

extension Double {
  /// Farther than anything that is drawn or told; what is no number is 0.
  fileprivate var bounded: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}

extension Point {
  fileprivate var bounded: Point { Point(x.bounded, y.bounded) }
}
