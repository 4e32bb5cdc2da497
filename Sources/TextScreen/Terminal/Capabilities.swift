/// What a terminal can do, as far as its environment and its description tell.
///
/// Pure functions of their arguments: whoever runs on a real terminal passes the environment in.
public enum Capabilities {
  /// The name of the locale the environment asks for, by POSIX's order of precedence.
  public static func locale(in environment: [String: String]) -> String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// The terminal's kind. Without one, xterm's is by far the most likely to be right.
  public static func kind(in environment: [String: String]) -> String {
    guard let term = environment["TERM"], !term.isEmpty, term != "unknown" else {
      return "xterm-256color"
    }
    return term
  }

  /// The number of colours to use.
  ///
  /// - Parameter colours: how many the terminal's description promises.
  public static func depth(in environment: [String: String], colours: Int) -> ColourDepth {
    if environment["NO_COLOR"]?.isEmpty == false || colours < 8 { return .mono }
    let kind = kind(in: environment)
    let promise = environment["COLORTERM"]?.lowercased()
    let isOld = kind.hasPrefix("linux") || kind.hasPrefix("screen")
    if promise == "truecolor" || promise == "24bit", !isOld { return .truecolor }
    switch colours {
    case 256...: return .indexed256
    case 16...: return .indexed16
    default: return .indexed8
    }
  }

  /// The characters to use. The Linux console knows boxes and blocks but not Braille.
  public static func glyphs(
    in environment: [String: String], speaksUTF8: Bool, depth: ColourDepth
  ) -> Glyphs {
    Glyphs(
      dots: kind(in: environment).hasPrefix("linux") ? .halfBlock : .braille,
      unicodeText: speaksUTF8, paper: depth != .mono && depth != .indexed8)
  }

  /// The theme for the background, where the environment tells it: some terminals set COLORFGBG
  /// to the numbers of their two colours. Most are dark and say nothing.
  public static func theme(in environment: [String: String], depth: ColourDepth) -> Theme {
    let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    let isLight = background == 7 || background == 15
    return (isLight ? Theme.light : .dark).shown(at: depth)
  }

  /// Whether the environment already says what can be known about the background.
  public static func knowsBackground(in environment: [String: String]) -> Bool {
    environment["COLORFGBG"]?.isEmpty == false
  }

  /// The theme for a background of a colour the terminal has told.
  public static func theme(onBackground colour: RGB, depth: ColourDepth) -> Theme {
    let isLight = colour.contrast(with: RGB(0)) > colour.contrast(with: RGB(0xFFFFFF))
    return (isLight ? Theme.light : .dark).shown(at: depth)
  }

  /// How many seconds an escape waits for what would make it more than the key: so long that it is
  /// not torn from the rest of its sequence on the way here.
  public static func escapeDelay(in environment: [String: String]) -> Double {
    isRemote(in: environment) ? 0.25 : 0.1
  }

  /// Whether there is a network between the program and the terminal.
  public static func isRemote(in environment: [String: String]) -> Bool {
    ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
  }

  /// Frames may be marked as one update each (private mode 2026). Most terminals ignore the
  /// marks if they do not know them; the oldest might show them.
  public static func synchronizes(in environment: [String: String]) -> Bool {
    !["linux", "vt", "dumb", "ansi", "cons"].contains { kind(in: environment).hasPrefix($0) }
  }
}
