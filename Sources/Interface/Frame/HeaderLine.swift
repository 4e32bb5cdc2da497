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
  /// Titles are cut rather than figures left out beyond this length.
  private static let longestTitle = 20
  /// From this width on there is room for words that signs can replace.
  private static let wordyWidth = 110

  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      var rest = rect.inset(horizontally: rect.width > 20 ? 1 : 0, vertically: 0)
      let items = fitting(
        items(state, surface.glyphs, width: rest.width),
        beside: titleWidth(state, surface.glyphs, width: rest.width), width: rest.width,
        surface.glyphs)
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
    let title = state.experiment.title
    let name = "stipple"
    guard rest.width >= min(longestTitle, surface.glyphs.columns(of: title)) else { return }
    if rest.width >= name.count + gap + surface.glyphs.columns(of: title) {
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

  /// What the title gets before a further figure is shown, with the gap after it.
  private static func titleWidth(_ state: AppState, _ glyphs: Glyphs, width: Int) -> Int {
    // On narrow screens the figures are worth more than the title.
    width < 90 ? 0 : gap + min(longestTitle, glyphs.columns(of: state.experiment.title))
  }

  /// The items that fit beside a title, in their order on the screen.
  private static func fitting(
    _ items: [Item], beside title: Int, width: Int, _ glyphs: Glyphs
  ) -> [Item] {
    var kept = items
    while let least = kept.indices.max(by: { kept[$0].rank < kept[$1].rank }), kept.count > 1 {
      let figures = kept.reduce(-gap) { $0 + glyphs.columns(of: $1.text) + gap }
      if title + figures <= width { break }
      kept.remove(at: least)
    }
    return kept
  }

  private static func items(_ state: AppState, _ glyphs: Glyphs, width: Int) -> [Item] {
    let frame = state.frame
    let level = frame.level
    let figures =
      state.isTransport
      ? path(of: state, glyphs)
      : [
        Item(text: noise(level, of: state, glyphs), style: .value, rank: 4),
        Item(text: "log-SNR " + Text.fixed(level.logSNR, width: 6), style: .value, rank: 5),
      ]
    return [
      playing(state, glyphs, width: width),
      direction(frame.direction, state, glyphs),
      Item(text: step(state), style: .value, rank: 1),
      Item(text: "t " + Text.fixed(frame.time, decimals: 3, width: 5), style: .value, rank: 3),
    ] + figures + [Item(text: model(state), style: .value, rank: 6)]
  }

  /// The step of the run, as wide in both directions: turning round moves nothing.
  private static func step(_ state: AppState) -> String {
    let lengths = Direction.allCases.map { String(state.stage.length($0)).count }
    let digits = lengths.max() ?? 1
    let length = String(state.frame.length)
    let air = String(repeating: " ", count: max(0, digits - length.count))
    return "step \(Text.padded(String(state.frame.step), to: digits))/\(length)\(air)"
  }

  /// The path of a transport: its name, then the share of the clean point and that of the deviation.
  private static func path(of state: AppState, _ glyphs: Glyphs) -> [Item] {
    let level = state.frame.level
    let name = TransportPath(state.experiment.schedule.kind)?.rawValue ?? ""
    let shares =
      "\(glyphs.alpha) \(Text.fixed(level.alpha, decimals: 2, width: 4))"
      + "  \(glyphs.sigma) \(Text.fixed(level.sigma, decimals: 2, width: 4))"
    return [
      Item(text: name, style: .value, rank: 7), Item(text: shares, style: .value, rank: 4),
    ]
  }

  /// How noisy the level is, by the number that tells it: alpha-bar, or sigma where variance
  /// explodes and alpha-bar is 1 all the way.
  private static func noise(_ level: NoiseLevel, of state: AppState, _ glyphs: Glyphs) -> String {
    switch state.stage.laboratory.schedule.geometry {
    case .variancePreserving, .straightLine:
      "\(glyphs.alphaBar) " + Text.share(level.alphaBar)
    case .varianceExploding: "\(glyphs.sigma) " + Text.share(level.sigma)
    }
  }

  /// A sign with its word, or the sign alone where the line is short.
  private static func playing(_ state: AppState, _ glyphs: Glyphs, width: Int) -> Item {
    let isPlaying = state.playback.isPlaying
    let sign =
      isPlaying
      ? glyphs.unicodeText ? "\(glyphs.marker)" : "> " : glyphs.unicodeText ? "‖" : "||"
    let word = width < wordyWidth ? "" : isPlaying ? " playing" : " paused "
    return Item(
      text: sign + word, style: isPlaying ? .dim : Style(.cursor, on: .plain, .bold), rank: 2)
  }

  private static func direction(
    _ direction: Direction, _ state: AppState, _ glyphs: Glyphs
  ) -> Item {
    switch direction {
    case .forward:
      Item(
        text: "forward: \(state.isTransport ? "to prior" : "noising") \(glyphs.to)  ",
        style: Style(.forward, on: .plain, .bold), rank: 0)
    case .reverse:
      Item(
        text: state.isTransport
          ? "reverse: to data \(glyphs.from)   " : "reverse: denoising \(glyphs.from)",
        style: Style(.reverse, on: .plain, .bold),
        rank: 0)
    }
  }

  /// The model of the run, which the exact one stands in for until training has reported.
  private static func model(_ state: AppState) -> String {
    state.stage.model.weights == nil ? "exact  " : "learned"
  }
}
