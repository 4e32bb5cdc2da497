import TextScreen

/// A number of nats with its name and a bar.
struct NatsBar {
  let name: String
  let nats: Double
  /// The nats of a whole bar.
  let whole: Double
  let ink: Ink

  func draw(on surface: inout Surface, in row: Rect) {
    var rest = row
    surface.write(
      .label(name + String(repeating: " ", count: max(1, 4 - name.count)))
        + Text.fixed(nats, decimals: 3, width: 8), in: rest.takeLeft(13))
    guard rest.width > 0 else { return }
    var eighths = Int((min(1, abs(nats) / whole) * Double(8 * rest.width)).rounded())
    // What is below 0 counts against the bound, as the divergence does.
    let style = Style(nats < 0 ? .ghost : ink)
    for column in rest.x..<rest.maxX where eighths > 0 {
      surface[column, rest.y] = Cell(surface.glyphs.leftBlock(eighths: min(8, eighths)), style)
      eighths -= 8
    }
  }
}
