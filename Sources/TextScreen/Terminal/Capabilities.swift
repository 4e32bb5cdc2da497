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
    let promise = environment["COLORTERM"]?.lowercased()
    if promise == "truecolor" || promise == "24bit",
      honoursTruecolor.contains(where: kind(in: environment).hasPrefix)
    {
      return .truecolor
    }
    switch colours {
    case (1 << 24)...: return .truecolor
    case 256...: return .indexed256
    case 16...: return .indexed16
    default: return .indexed8
    }
  }

  /// The kinds of terminals that draw 24-bit colours, by how their names begin. `COLORTERM` is also
  /// handed on to programs inside of other terminals, such as screen and dvtm, which do not; there it
  /// says nothing. After https://github.com/termstandard/colors and the terminals' own manuals.
  private static let honoursTruecolor = [
    "xterm", "tmux", "alacritty", "contour", "foot", "ghostty", "iterm", "kitty", "konsole",
    "mintty", "mlterm", "nsterm", "putty", "rio", "st-", "vte", "gnome", "wezterm",
  ]

  /// The characters to use. The fonts of the Linux console have neither Braille nor half blocks nor
  /// Greek letters with a bar, and the Latin ones no Greek at all.
  public static func glyphs(
    in environment: [String: String], speaksUTF8: Bool, depth: ColourDepth
  ) -> Glyphs {
    let isConsole = kind(in: environment).hasPrefix("linux")
    return Glyphs(dots: .braille, unicodeText: speaksUTF8 && !isConsole).shown(at: depth)
  }

  /// The dots of a terminal that has told its name and version, such as `foot(1.20.2)`; nil where
  /// nothing better than the usual ones is known of it.
  ///
  /// Octants fill their cells, and no font has them yet: these draw them by themselves.
  public static func dots(ofVersion text: String) -> Glyphs.Dots? {
    let name = text.prefix { $0.isLetter }.lowercased()
    let version = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = drawsOctants[name], !version.isEmpty else { return nil }
    return version.lexicographicallyPrecedes(first) ? nil : .octants
  }

  /// From which version on terminals draw the octants of Unicode 16. After the release notes of
  /// kitty 0.40, foot 1.20, Ghostty 1.2 and VTE 0.78, which counts 7800.
  private static let drawsOctants = [
    "kitty": [0, 40], "foot": [1, 20], "ghostty": [1, 2], "vte": [7800],
  ]

  /// The theme for the background, where the environment tells it: some terminals set COLORFGBG
  /// to the numbers of their two colours. Most are dark and say nothing.
  public static func theme(in environment: [String: String], depth: ColourDepth) -> Theme {
    let isLight = [7, 15].contains(background(in: environment))
    return (isLight ? Theme.light : .dark).shown(at: depth)
  }

  /// Whether the environment already says what can be known about the background.
  public static func knowsBackground(in environment: [String: String]) -> Bool {
    background(in: environment) != nil
  }

  /// The number of the background's colour; nil also where it is a word, such as `default`.
  private static func background(in environment: [String: String]) -> Int? {
    environment["COLORFGBG"]?.split(separator: ";", omittingEmptySubsequences: false).last
      .flatMap { Int($0) }
  }

  /// The theme for a background of a colour the terminal has told.
  public static func theme(onBackground colour: RGB, depth: ColourDepth) -> Theme {
    let isLight = colour.contrast(with: RGB(0)) > colour.contrast(with: RGB(0xFFFFFF))
    return (isLight ? Theme.light : .dark).shown(at: depth)
  }

  /// How many seconds an escape waits for what would make it more than the key: so long that it is
  /// not torn from the rest of its sequence on the way here, and shorter than anybody takes for the next
  /// key: what comes within it is one with Alt.
  public static func escapeDelay(in environment: [String: String]) -> Double {
    isRemote(in: environment) ? 0.25 : InputParser.nearDelay
  }

  /// How many seconds a terminal that answers questions takes for it at most.
  public static func answerDelay(in environment: [String: String]) -> Double {
    isRemote(in: environment) ? 0.5 : 0.1
  }

  /// Whether what is pasted comes with marks around it, where they are asked for: dvtm takes them away.
  public static func marksPastes(in environment: [String: String]) -> Bool {
    !kind(in: environment).hasPrefix("dvtm")
  }

  /// Whether there is a network between the program and the terminal.
  public static func isRemote(in environment: [String: String]) -> Bool {
    ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
  }

  /// Whether it can be sent what it may not know, such as questions. Most terminals ignore that; the
  /// oldest might show it.
  public static func takesSequences(in environment: [String: String]) -> Bool {
    !["linux", "vt", "dumb", "ansi", "cons"].contains { kind(in: environment).hasPrefix($0) }
  }
}
