import Diffusion
import TextScreen

/// What the levels of a schedule decide, below its curve and on the same axis: how many particles
/// settle for a mode where, and how much a level tells of it.
enum DecisionStrip {
  static func draw(
    _ state: AppState, on surface: inout Surface, in rect: Rect, axis: Rect
  ) {
    guard !rect.isEmpty else { return }
    var rest = rect
    guard let decisions = state.information, !decisions.information.isEmpty else {
      surface.write(
        "working out what is decided when", in: rest.takeTop(1), align: .left, style: .dim)
      return
    }
    let now = state.frame.time
    let isTall = rest.height >= tallHeight
    if isTall { drawEnds(on: &surface, in: rest.takeBottom(1), axis: axis) }
    let lower = rest.takeBottom(isTall ? rest.height / 2 : 0)
    let more: StyledText =
      isTall ? .label("  columns: % there") : .label("   ") + told(decisions, at: now)
    drawSettled(decisions, at: now, more, on: &surface, in: rest, axis: axis)
    drawTold(decisions, at: now, on: &surface, in: lower, axis: axis)
  }

  /// How many particles settle where.
  ///
  /// - Parameter more: what else is said in the heading where it fits.
  private static func drawSettled(
    _ decisions: DecisionTimes, at time: Double, _ more: StyledText, on surface: inout Surface,
    in rect: Rect, axis: Rect
  ) {
    var rest = rect
    let heading = settled(decisions, at: time)
    let isWhole = (heading + more).columns(in: surface.glyphs) <= rect.width
    surface.write(isWhole ? heading + more : heading, in: rest.takeTop(1))
    let counts = decisions.histogram(min(DecisionTimes.moments, max(1, axis.width)))
    let most = max(1, counts.max() ?? 1)
    let share = Double(most) / Double(max(1, decisions.times.count))
    draw(
      counts.map { Double($0) / Double(most) }, known: decisions.progress,
      top: "\(Text.decimal(100 * share, decimals: 0)) %", style: .good, on: &surface, in: rest,
      axis: axis)
  }

  /// How much every level tells.
  private static func drawTold(
    _ decisions: DecisionTimes, at time: Double, on surface: inout Surface, in rect: Rect,
    axis: Rect
  ) {
    var rest = rect
    surface.write(told(decisions, at: time), in: rest.takeTop(1))
    draw(
      decisions.information.map { $0.bits / max(decisions.entropy, 1e-9) }
        + [Double](repeating: 0, count: DecisionTimes.moments - decisions.information.count),
      known: decisions.progress, top: Text.decimal(decisions.entropy, decimals: 2), style: .curve,
      on: &surface, in: rest,
      axis: axis)
  }

  /// From this height on there is room for what is told besides what is settled.
  private static let tallHeight = 7

  /// The ends of the axis, which is that of the curve above.
  private static func drawEnds(on surface: inout Surface, in rect: Rect, axis: Rect) {
    let foot = Rect(x: axis.x, y: rect.y, width: axis.width, height: rect.height)
    surface.write("data", in: foot, align: .left, style: .dim)
    surface.write("noise", in: foot, align: .right, style: .dim)
  }

  /// Values at even times as columns over the width of the axis, from data to noise as above.
  ///
  /// - Parameters:
  ///   - known: the share of the times, from the data on, that has been looked at; of the rest
  ///     nothing is drawn but that it is not known.
  ///   - top: what a column of the full height stands for.
  private static func draw(
    _ values: [Double], known: Double, top: String, style: Style, on surface: inout Surface,
    in rect: Rect,
    axis: Rect
  ) {
    guard !values.isEmpty, axis.width > 0, !rect.isEmpty else { return }
    var ends = Rect(x: rect.x, y: rect.y, width: axis.x - rect.x - 1, height: rect.height)
    surface.write(top, in: ends.takeTop(1), align: .right, style: .dim)
    surface.write("0", in: ends.takeBottom(1), align: .right, style: .dim)
    let width = Int(known * Double(axis.width))
    let columns = (0..<width).map { column in
      values[min(values.count - 1, column * values.count / axis.width)]
    }
    surface.drawColumns(
      columns, in: Rect(x: axis.x, y: rect.y, width: width, height: rect.height), style: style)
    for column in axis.x + width..<axis.maxX {
      surface[column, rect.maxY - 1] = Cell(surface.glyphs.dottedHorizontal, .ghost)
    }
  }

  /// The share of the particles that have settled for a mode here, and how many do so in each
  /// column.
  private static func settled(_ decisions: DecisionTimes, at time: Double) -> StyledText {
    let share = decisions.decided(at: time).map(Text.percent) ?? "?"
    return StyledText("modes decided ", .good) + "\(Text.padded(share, to: 5)) %"
  }

  /// How much the points of a level tell of their mode.
  private static func told(_ decisions: DecisionTimes, at time: Double) -> StyledText {
    let bits = decisions.told(at: time).map { Text.fixed($0, decimals: 2, width: 4) }
    return StyledText("told here ", .curve) + (bits ?? "   ?")
      + .label(" of \(Text.fixed(decisions.entropy, decimals: 2, width: 4)) bits")
  }
}
