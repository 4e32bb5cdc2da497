import TextScreen

/// What the colours of decision times mean, as a small histogram from data to noise, or the prior,
/// in the first row of the plane.
enum DecisionLegend {
  private static let bins = 16

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let decisions = state.decisions, decisions.progress >= 1 else {
      let progress = Int(100 * (state.decisions?.progress ?? 0))
      surface.write(
        "working out who is decided when: \(progress) %", in: rect, align: .left, style: .dim)
      return
    }
    let counts = decisions.histogram(bins)
    let most = Double(max(1, counts.max() ?? 1))
    let share = Double(counts.reduce(0, +)) / Double(max(1, decisions.times.count))
    let ends = ["decided near data ", " \(state.farEnd), \(Text.percent(share)) %"]
    guard rect.width >= ends[0].count + bins + ends[1].count + 18 else { return }
    var column = rect.x + surface.write(ends[0], column: rect.x, row: rect.y, style: .dim)
    for (index, count) in counts.enumerated() {
      let eighths = count == 0 ? 0 : max(1, Int(8 * Double(count) / most))
      let ink = Ink.density(share: Double(index) / Double(bins - 1))
      surface[column, rect.y] = Cell(surface.glyphs.lowerBlock(eighths: eighths), Style(ink))
      column += 1
    }
    surface.write(ends[1], column: column, row: rect.y, style: .dim)
  }
}
