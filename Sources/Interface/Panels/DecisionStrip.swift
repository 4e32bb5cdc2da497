import Diffusion

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
    surface.write(
      heading(decisions, at: now, width: rect.width, surface.glyphs), in: rest.takeTop(1))
    let known = rest.height >= 4 ? rest.takeBottom(rest.height / 2) : .zero
    let counts = decisions.histogram(min(DecisionTimes.moments, max(1, axis.width)))
    let most = Double(max(1, counts.max() ?? 1))
    draw(counts.map { Double($0) / most }, style: Style(.good), on: &surface, in: rest, axis: axis)
    let shares = decisions.information.map { $0.bits / max(decisions.entropy, 1e-9) }
    draw(shares, style: .curve, on: &surface, in: known, axis: axis)
  }

  /// Values at even times as columns over the width of the axis.
  private static func draw(
    _ values: [Double], style: Style, on surface: inout Surface, in rect: Rect, axis: Rect
  ) {
    guard !values.isEmpty, axis.width > 0, !rect.isEmpty else { return }
    let columns = (0..<axis.width).map { column in
      values[min(values.count - 1, column * values.count / axis.width)]
    }
    surface.drawColumns(
      columns, in: Rect(x: axis.x, y: rect.y, width: axis.width, height: rect.height),
      style: style)
  }

  private static func heading(
    _ decisions: DecisionTimes, at time: Double, width: Int, _ glyphs: Glyphs
  ) -> StyledText {
    let bits = decisions.information.min { abs($0.time - time) < abs($1.time - time) }?.bits ?? 0
    let decided = decisions.times.count { ($0 ?? -1) >= time }
    let share = Double(decided) / Double(max(1, decisions.times.count))
    let text =
      .label("modes decided ") + "\(Text.padded(Text.percent(share), to: 5)) %"
    let told =
      .label("   told here ") + "\(Text.fixed(bits, decimals: 2, width: 4))"
      + .label(" of \(Text.fixed(decisions.entropy, decimals: 2, width: 4)) bits")
    return (text + told).columns(in: glyphs) <= width ? text + told : text
  }
}
