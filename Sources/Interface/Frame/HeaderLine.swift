import Diffusion
import TextScreen

/// The line at the top: what is shown, which way time runs, where it is.
///
/// Every figure has a width of its own that does not change, so nothing moves but digits. Where
/// room is short words are left to their signs, and then the least important figures go; direction,
/// step, model and whether time runs stay to the last.
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
  private static let longestTitle = 18
  /// What is left of a title that is cut further says nothing.
  private static let shortestTitle = 8
  /// The words that signs can replace, from the most to none.
  private enum Wording: CaseIterable {
    case full
    /// Where time leads to, but not whether it runs.
    case goal
    case signs
  }

  /// Items up to this rank are worth more than the title.
  private static let lastingRank = 3

  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      var rest = rect.inset(horizontally: rect.width > 20 ? 1 : 0, vertically: 0)
      let title = titleWidth(state, surface.glyphs)
      let glyphs = surface.glyphs
      let whole = Wording.allCases.lazy.map { items(state, glyphs, $0) }.first {
        title + columns(of: $0, glyphs) <= rest.width
      }
      let figures = fitting(
        whole ?? items(state, glyphs, .signs), beside: title, width: rest.width, glyphs)
      for item in figures.reversed() {
        let width = glyphs.columns(of: item.text)
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
    guard rest.width >= min(shortestTitle, surface.glyphs.columns(of: title)) else { return }
    if rest.width >= name.count + gap + surface.glyphs.columns(of: title) {
      surface.write(name, in: rest.takeLeft(name.count), align: .left, style: .accent.with(.bold))
      _ = rest.takeLeft(gap)
    }
    let shown = shortened(title, to: rest.width, surface.glyphs)
    surface.write(shown, in: rest, align: .left, style: .title)
    _ = rest.takeLeft(surface.glyphs.columns(of: title) + gap)
    let laboratory = state.stage.laboratory
    let (some, all) = (laboratory.mixture.components.count, laboratory.componentCount)
    let data = state.experiment.distribution.title + (some < all ? ", \(some) shown" : "")
    if data != title, rest.width >= surface.glyphs.columns(of: data) {
      surface.write(data, in: rest, align: .left, style: .dim)
    }
  }

  /// A title with whole words alone, where enough of it is left; the surface cuts the rest.
  private static func shortened(_ title: String, to width: Int, _ glyphs: Glyphs) -> String {
    guard glyphs.columns(of: title) > width else { return title }
    let ends = title.indices.filter { title[$0] == " " }
    return ends.map { title[..<$0] + String(glyphs.ellipsis) }.last {
      (shortestTitle...max(shortestTitle, width)).contains(glyphs.columns(of: $0))
    } ?? title
  }

  /// What the title gets before a further figure is shown, with the gap after it.
  private static func titleWidth(_ state: AppState, _ glyphs: Glyphs) -> Int {
    gap + min(longestTitle, glyphs.columns(of: state.experiment.title))
  }

  /// The items that fit beside a title, in their order on the screen.
  private static func fitting(
    _ items: [Item], beside title: Int, width: Int, _ glyphs: Glyphs
  ) -> [Item] {
    var kept = items
    while let least = kept.indices.max(by: { kept[$0].rank < kept[$1].rank }), kept.count > 1 {
      let reserved = kept[least].rank > lastingRank ? title : 0
      if reserved + columns(of: kept, glyphs) <= width { break }
      kept.remove(at: least)
    }
    return kept
  }

  private static func columns(of items: [Item], _ glyphs: Glyphs) -> Int {
    items.reduce(-gap) { $0 + glyphs.columns(of: $1.text) + gap }
  }

  private static func items(_ state: AppState, _ glyphs: Glyphs, _ wording: Wording) -> [Item] {
    let frame = state.frame
    let time = glyphs.time(frame.time, frame.level)
    let figures = state.stage.method.figures(of: state, glyphs).map {
      Item(text: $0.text, style: .value, rank: $0.rank)
    }
    return [
      playing(state, glyphs, hasWords: wording == .full),
      direction(frame.direction, state, glyphs, hasWords: wording != .signs),
      Item(text: step(state), style: .value, rank: 1),
      Item(text: "\(time.name) \(time.number)", style: .value, rank: 4),
    ] + figures + [Item(text: model(state), style: .value, rank: 2)] + training(state)
  }

  /// The step of the run, as wide in both directions: turning round moves nothing.
  private static func step(_ state: AppState) -> String {
    let lengths = Direction.allCases.map { String(state.stage.length($0)).count }
    let digits = lengths.max() ?? 1
    let length = String(state.frame.length)
    let air = String(repeating: " ", count: max(0, digits - length.count))
    return "step \(Text.padded(String(state.frame.step), to: digits))/\(length)\(air)"
  }

  /// A sign with its word, or the sign alone where the line is short.
  private static func playing(_ state: AppState, _ glyphs: Glyphs, hasWords: Bool) -> Item {
    let isPlaying = state.playback.isPlaying
    let sign =
      isPlaying
      ? glyphs.unicodeText ? "\(glyphs.marker)" : "> " : glyphs.unicodeText ? "‖" : "||"
    let word = !hasWords ? "" : isPlaying ? " playing" : " paused "
    return Item(
      text: sign + word, style: isPlaying ? .dim : Style(.cursor, on: .plain, .bold), rank: 3)
  }

  private static func direction(
    _ direction: Direction, _ state: AppState, _ glyphs: Glyphs, hasWords: Bool
  ) -> Item {
    let text =
      switch direction {
      case .forward where hasWords:
        "forward: \(state.words.forward.short) \(glyphs.to)  "
      case .forward: "forward \(glyphs.to)"
      case .reverse where hasWords:
        // As wide as the other way, so that nothing moves when time turns round.
        "reverse: \(state.words.reverse.short) \(glyphs.from)"
          + String(
            repeating: " ",
            count: max(0, state.words.forward.short.count + 2 - state.words.reverse.short.count))
      case .reverse: "reverse \(glyphs.from)"
      }
    return Item(
      text: text, style: Style(direction == .forward ? .forward : .reverse, on: .plain, .bold),
      rank: 0)
  }

  /// Whether a network learns, once there is one.
  private static func training(_ state: AppState) -> [Item] {
    switch state.training.activity {
    case .idle: []
    case .running: [Item(text: "training", style: .dim, rank: 5)]
    case .paused: [Item(text: "trained ", style: .dim, rank: 5)]
    }
  }

  /// The model of the run, which the exact one stands in for until training has reported.
  private static func model(_ state: AppState) -> String {
    state.stage.model.weights == nil ? "exact  " : "learned"
  }
}
