import Testing

@testable import TextScreen

@Suite("Capabilities of terminals")
struct TerminalCapabilitiesTests {
  @Test func theLocaleFollowsThePrecedenceOfPOSIX() {
    #expect(Capabilities.locale(in: [:]) == nil)
    #expect(Capabilities.locale(in: ["LANG": "de_DE.UTF-8"]) == "de_DE.UTF-8")
    #expect(Capabilities.locale(in: ["LANG": "a", "LC_CTYPE": "b"]) == "b")
    #expect(Capabilities.locale(in: ["LANG": "a", "LC_CTYPE": "b", "LC_ALL": "c"]) == "c")
    #expect(Capabilities.locale(in: ["LANG": "a", "LC_ALL": ""]) == "a")
  }

  @Test(
    "The depth is what is promised, asked for and believable",
    arguments: [
      (["TERM": "xterm-256color"], 256, ColourDepth.indexed256),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], 256, .truecolor),
      (["TERM": "tmux-256color", "COLORTERM": "24bit"], 256, .truecolor),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"], 256, .mono),
      (["TERM": "xterm-256color", "NO_COLOR": ""], 256, .indexed256),
      (["TERM": "linux", "COLORTERM": "truecolor"], 8, .indexed8),
      (["TERM": "screen", "COLORTERM": "truecolor"], 8, .indexed8),
      (["TERM": "screen.xterm-256color", "COLORTERM": "truecolor"], 256, .indexed256),
      (["TERM": "dvtm-256color", "COLORTERM": "truecolor"], 256, .indexed256),
      (["TERM": "rxvt-unicode-256color", "COLORTERM": "truecolor"], 256, .indexed256),
      (["TERM": "xterm-kitty", "COLORTERM": "truecolor"], 256, .truecolor),
      (["TERM": "xterm-direct"], 1 << 24, .truecolor),
      (["TERM": "xterm-16color"], 16, .indexed16), (["TERM": "rxvt-88color"], 88, .indexed16),
      (["TERM": "vt100"], 0, .mono),
    ])
  func depth(_ environment: [String: String], _ colours: Int, _ expected: ColourDepth) {
    #expect(Capabilities.depth(in: environment, colours: colours) == expected)
  }

  @Test func theLadderOfGlyphs() {
    func glyphs(_ term: String, utf8: Bool, _ depth: ColourDepth = .indexed256) -> Glyphs {
      Capabilities.glyphs(in: ["TERM": term], speaksUTF8: utf8, depth: depth)
    }
    #expect(glyphs("xterm-256color", utf8: true) == .braille)
    #expect(glyphs("xterm-256color", utf8: false).dots == .ascii)
    #expect(glyphs("linux", utf8: true, .indexed16).dots == .ascii, "its fonts have no blocks")
    #expect(!glyphs("linux", utf8: true).unicodeText, "nor Greek")
    #expect(glyphs("xterm-16color", utf8: true, .indexed16).classShapes)
    #expect(!glyphs("xterm-256color", utf8: true).classShapes)
    #expect(!glyphs("linux", utf8: true, .indexed8).paper, "too few pairs of colours")
    #expect(!glyphs("vt220", utf8: true, .mono).paper)
  }

  @Test func theThemeFollowsTheBackground() {
    func theme(_ colours: String?, _ depth: ColourDepth = .indexed256) -> Theme {
      Capabilities.theme(in: colours.map { ["COLORFGBG": $0] } ?? [:], depth: depth)
    }
    #expect(theme(nil) == .dark && theme("15;0") == .dark && theme("nonsense") == .dark)
    #expect(theme("0;15") == .light && theme("0;default;7") == .light)
    #expect(theme("0;15", .mono) == .mono)
  }

  @Test func theThemeFollowsTheColourThatIsTold() {
    func theme(_ answer: String) -> Theme? {
      RGB(reported: answer).map { Capabilities.theme(onBackground: $0, depth: .truecolor) }
    }
    #expect(theme("rgb:ffff/ffff/dddd") == .light && theme("rgb:f/f/f") == .light)
    #expect(theme("rgb:1e1e/1e1e/2e2e") == .dark && theme("rgba:00/00/00/ff") == .dark)
    #expect(RGB(reported: "rgb:8000/80/8") == RGB(red: 128, green: 128, blue: 136))
    for nonsense in ["", "rgb:", "rgb:ff/ff", "rgb:ff/ff/ff/ff", "#ffffff", "rgb:fffff/0/0"] {
      #expect(RGB(reported: nonsense) == nil, "\(nonsense)")
    }
    #expect(Capabilities.knowsBackground(in: ["COLORFGBG": "15;0"]))
    #expect(!Capabilities.knowsBackground(in: ["COLORFGBG": "default;default"]))
    #expect(!Capabilities.knowsBackground(in: ["COLORFGBG": "15;"]))
    #expect(!Capabilities.knowsBackground(in: [:]))
  }

  @Test func aTerminalOfNoKindIsTakenForXterm() {
    for term in ["", "unknown"] {
      #expect(Capabilities.kind(in: ["TERM": term]) == "xterm-256color")
    }
    #expect(Capabilities.kind(in: [:]) == "xterm-256color")
    #expect(Capabilities.kind(in: ["TERM": "dumb"]) == "dumb")
    #expect(Capabilities.takesSequences(in: [:]))
    #expect(!Capabilities.takesSequences(in: ["TERM": "linux"]))
    #expect(Capabilities.marksPastes(in: [:]) && Capabilities.marksPastes(in: ["TERM": "linux"]))
    #expect(!Capabilities.marksPastes(in: ["TERM": "dvtm-256color"]))
  }

  @Test(
    "Octants are drawn where the terminal's version draws them by itself",
    arguments: [
      ("foot(1.20.2)", true), ("foot(1.13.1)", false), ("kitty(0.40.0)", true),
      ("kitty(0.39.1)", false), ("kitty(0.26.5)", false), ("ghostty 1.2.0", true),
      ("ghostty 1.1.3", false), ("VTE(7802)", true), ("VTE(7006)", false), ("XTerm(379)", false),
      ("tmux 3.3a", false), ("Konsole 22.12.3", false), ("foot", false), ("", false),
      ("1.2", false),
    ])
  func octants(version: String, isDrawn: Bool) {
    #expect(Capabilities.dots(ofVersion: version) == (isDrawn ? .octants : nil))
  }
}
