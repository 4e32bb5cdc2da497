import Diffusion

/// What a terminal can send, by chance: keys, the mouse, letters of any script, pastes, pieces of
/// sequences that are cut off, and lines of the command language. Nothing in it ends the program
/// outright, but keys that ask to may meet.
struct TortureInput {
  private var random: RandomStream

  init(seed: UInt64) { random = RandomStream(seed: seed) }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// The bytes of the next event on a window of a size.
  mutating func event(columns: Int, rows: Int) -> [UInt8] {
    switch below(200) {
    case 0..<110: [Self.letters[below(Self.letters.count)]]
    case 110..<150: Array(Self.keys[below(Self.keys.count)].utf8)
    case 150..<160: Array(Self.characters[below(Self.characters.count)].utf8)
    case 160..<170: Self.pieces[below(Self.pieces.count)]
    case 170..<194: mouse(columns: columns, rows: rows)
    case 194..<197: held()
    default: Array(":\(Self.lines[below(Self.lines.count)])\r".utf8)
    }
  }

  /// The size of a window, also one that nobody has.
  mutating func size() -> (columns: Int, rows: Int) {
    switch below(6) {
    case 0: (1, 1)
    case 1: (500, 200)
    case 2: (1 + below(30), 1 + below(10))
    default: (1 + below(300), 1 + below(100))
    }
  }

  private mutating func mouse(columns: Int, rows: Int) -> [UInt8] {
    let buttons = [0, 0, 0, 2, 32, 32, 34, 64, 65, 35, 4, 16, 128]
    let odd = [0, 1, 223, 99_999, -1]
    let isOdd = below(10) == 0
    let column = isOdd ? odd[below(odd.count)] : 1 + below(columns + 1)
    let row = isOdd ? odd[below(odd.count)] : 1 + below(rows + 1)
    let end = ["M", "M", "m"][below(3)]
    return Array("\u{1B}[<\(buttons[below(buttons.count)]);\(column);\(row)\(end)".utf8)
  }

  /// Keys faster than anybody reads.
  private mutating func held() -> [UInt8] {
    (0..<[20, 200, 2000][below(3)]).map { _ in Self.letters[below(Self.letters.count)] }
  }

  private static let letters: [UInt8] = (0x20...0x7E).filter { $0 != UInt8(ascii: "q") }

  private static let keys =
    [
      "[A", "[B", "[C", "[D", "OA", "[H", "[F", "[5~", "[6~", "[2~", "[3~", "[Z", "[1;2A", "[1;2C",
      "[1;5C", "OP", "", "\u{1B}",
    ].map { "\u{1B}\($0)" }
    + ["\r", "\t", "\u{7F}", " ", "\u{13}", "\u{12}", "\u{10}", "\u{1}", "\u{5}", "\u{B}"]
    + ["\u{15}", "\u{17}", "\u{0C}"]

  private static let characters = [
    "é", "界", "💩", "e\u{301}", "\u{202E}", "\u{200B}", "ß", "∑", "\u{10FFFF}", "\u{FEFF}", "א",
    "\u{1100}\u{1161}", "हि", "👩‍👩‍👧", "🇩🇪",
  ]

  private static let pieces: [[UInt8]] =
    [
      "\u{1B}[", "\u{1B}O", "\u{1B}[<", "\u{1B}[<0;", "\u{1B}[<0;5;5",
      "\u{1B}]11;rgb:ffff/0/0\u{7}",
      "\u{1B}]11;", "\u{1B}]2;hi\u{7}", "\u{1B}[200~ab:\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~",
      "\u{1B}[200~step 5\n\u{1B}[201~",
      "\u{1B}[?62;c", "\u{1B}[1;1R", "\u{1B}[M !!", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_x\u{1B}\\",
      "\u{1B}[99999999999999999999~", "\u{1B}[I", "\u{1B}[O", "\u{1B}[1;1;1;1;1;1;1;1m",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC3], [0xF0, 0x9F], [0], [0x9B, 0x31, 0x6D]]

  private static let lines = [
    "step 5", "time 0.5", "seek 10", "set steps 20", "set particles 5000", "train on",
    "preset two-moons", "preset eight-gaussians", "view ground error", "undo", "compare ode ddim",
    "compare off", "set prior opposite", "set timesteps 50", "word HI", "draw stroke 0 0 1 1",
    "draw use", "chart on", "budget on", "reflow", "set rate 1", "train fresh", "lesson the-score",
    "preset energy", "preset gan", "preset vae", "preset flow-map", "preset latent",
    "preset inverse-cdf", "preset diffusion-gan",
  ]
}
