import Diffusion

/// The line at the top: what is shown, which way time runs, where it is.
///
/// Every figure has a width of its own that does not change, so nothing moves but digits. Where
/// room is short the least important figures are left out.
public enum HeaderLine {
  /// A figure of the line.
  private struct Item {
    let text: String
    let style: Style
    /// Items of higher rank are left out first.
    let rank: Int
  }

  private static let gap = 2
  /// What the title should get before a further figure is shown.
  private static let leastTitle = 12

  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      var rest = rect.inset(horizontally: rect.width > 20 ? 1 : 0, vertically: 0)
      let items = fitting(items(state, surface.glyphs), width: rest.width, surface.glyphs)
      for item in items.reversed() {
        let width = surface.glyphs.columns(of: item.text)
        surface.write(item.text, in: rest.takeRight(width), align: .left, style: item.style)
        _ = rest.takeRight(gap)
      }
      drawTitle(state, on: &surface, in: rest)
    }
  }

  private static func drawTitle(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    var rest = rect
    guard rest.width >= leastTitle else { return }
    let title = state.experiment.title
    let name = "stipple"
    if rest.width >= name.count + gap + leastTitle {
      surface.write(name, in: rest.takeLeft(name.count), align: .left, style: .accent.with(.bold))
      _ = rest.takeLeft(gap)
    }
    surface.write(title, in: rest, align: .left, style: .title)
    _ = rest.takeLeft(surface.glyphs.columns(of: title) + gap)
    let data = state.experiment.distribution.title
    if data != title, rest.width >= surface.glyphs.columns(of: data) {
      surface.write(data, in: rest, align: .left, style: .dim)
    }
  }

  /// The items that fit beside a title, in their order on the screen.
  private static func fitting(_ items: [Item], width: Int, _ glyphs: Glyphs) -> [Item] {
    // On the narrowest screens the figures are worth more than the title.
    let title = width < 60 ? 0 : gap + leastTitle
    var kept = items
    while let least = kept.indices.max(by: { kept[$0].rank < kept[$1].rank }), kept.count > 1 {
      let figures = kept.reduce(-gap) { $0 + glyphs.columns(of: $1.text) + gap }
      if figures + title <= width { break }
      kept.remove(at: least)
    }
    return kept
  }

  private static func items(_ state: AppState, _ glyphs: Glyphs) -> [Item] {
    let frame = state.frame
    let level = frame.level
    let digits = String(frame.length).count
    return [
      playing(state, glyphs),
      direction(frame.direction, glyphs),
      Item(
        text: "step \(Text.padded(String(frame.step), to: digits))/\(frame.length)",
        style: .value, rank: 1),
      Item(text: "t " + Text.fixed(frame.time, decimals: 3, width: 5), style: .value, rank: 3),
      Item(
        text: "\(glyphs.alphaBar) " + Text.share(level.alphaBar), style: .value, rank: 4),
      Item(text: "log-SNR " + Text.fixed(level.logSNR, width: 6), style: .value, rank: 5),
      Item(text: model(state), style: .value, rank: 6),
    ]
  }

  private static func playing(_ state: AppState, _ glyphs: Glyphs) -> Item {
    state.playback.isPlaying
      ? Item(text: "\(glyphs.marker) playing", style: .dim, rank: 2)
      : Item(
        text: (glyphs.unicodeText ? "‖" : "=") + " paused ",
        style: Style(.cursor, on: .plain, .bold), rank: 2)
  }

  private static func direction(_ direction: Direction, _ glyphs: Glyphs) -> Item {
    switch direction {
    case .forward:
      Item(
        text: "forward: noising \(glyphs.to)  ", style: Style(.forward, on: .plain, .bold), rank: 0)
    case .reverse:
      Item(
        text: "reverse: denoising \(glyphs.from)", style: Style(.reverse, on: .plain, .bold),
        rank: 0)
    }
  }

  /// The model of the run, which the exact one stands in for until training has reported.
  private static func model(_ state: AppState) -> String {
    state.stage.denoiser is ExactDenoiser ? "exact  " : "learned"
  }
}
