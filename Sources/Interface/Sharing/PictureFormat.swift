import TextScreen

/// A form in which the screen can be shown elsewhere.
public enum PictureFormat: String, Sendable, CaseIterable {
  case text
  case ansi
  case svg
  /// Sentences that say what is on the screen.
  case description

  public var title: String {
    switch self {
    case .text: "plain text"
    case .ansi: "text with colours, for cat"
    case .svg: "SVG picture"
    case .description: "description in words"
    }
  }

  /// What a file of this form holds, for messages.
  var noun: String { self == .description ? "description" : "picture" }

  /// The ending of a file of this form.
  public var ending: String {
    switch self {
    case .text, .description: "txt"
    case .ansi: "ansi"
    case .svg: "svg"
    }
  }

  /// The screen in this form.
  ///
  /// - Parameters:
  ///   - glyphs: what can be shown at best; the view may ask for less.
  ///   - depth: how many colours there are, for forms with escape sequences.
  public func picture(
    of state: AppState, glyphs: Glyphs, theme: Theme, depth: ColourDepth = .truecolor,
    options: PictureOptions = PictureOptions()
  ) -> String {
    if self == .description { return ScreenDescription(state).text + "\n" }
    let isVector = self == .svg && options.isVector
    let dots = isVector ? glyphs.drawing(.vector) : glyphs
    let surface = ScreenPicture.draw(
      state: state, glyphs: theme.shown(dots), part: options.part, size: options.size)
    switch self {
    case .text, .description: return surface.plainText + "\n"
    case .ansi: return AnsiPicture(surface, theme: theme, depth: depth).text
    case .svg:
      return SVGPicture(
        surface, theme: theme, title: "Stipple: \(state.experiment.title)".printable,
        background: theme.usualBackground, millimetres: options.millimetres
      ).text
    }
  }
}

extension AppState {
  /// The screen as it is seen when nothing lies over it.
  var uncovered: AppState {
    var state = self
    state.overlay = nil
    state.notice = nil
    return state
  }
}
