import Testing

@testable import TextScreen

@Suite("Letters of all scripts")
struct WideLetterTests {
  private func surface(_ text: String, columns: Int = 12, width: Int = .max) -> Surface {
    var surface = Surface(size: Size(columns: columns, rows: 1))
    surface.write(text, column: 0, row: 0, maxWidth: width)
    return surface
  }

  @Test(
    "A label is drawn in its own letters, and they take the columns that terminals give them",
    arguments: [
      ("東京", 4), ("🌙", 2), ("한국어", 6), ("ﾊﾝｶｸ", 4), ("Ａ", 2), ("日本x", 5), ("été", 3),
      ("हिन्दी", 5), ("العربية", 7), ("ไทยที่", 4), ("x\u{301}\u{323}y", 2), ("кот", 3),
    ])
  func columns(_ text: String, _ columns: Int) {
    var surface = Surface(size: Size(columns: 12, rows: 1))
    #expect(surface.write(text, column: 0, row: 0) == columns)
    #expect(Glyphs.braille.columns(of: text) == columns)
    #expect(surface.plainText == text.precomposedStringWithCanonicalMapping)
    #expect(surface[columns, 0] == .blank)
  }

  @Test("What terminals draw in different widths is drawn in its parts")
  func parts() {
    #expect(surface("👩\u{200D}🔬").plainText == "👩🔬")
    #expect(surface("🇩🇪").plainText == "DE")
    #expect(surface("❤\u{FE0F}").plainText == "❤")
    #expect(surface("👍🏽").plainText == "👍")
    #expect(surface("\u{202E}evil").plainText == "?evil")
  }

  @Test("Cutting a line never cuts a letter in half", arguments: 0...9)
  func truncation(to width: Int) {
    let cut = surface("東京x한국", width: width)
    #expect(cut.plainText.columns <= width)
    let halves = cut.cells.filter { $0.isHalf }
    #expect(halves.count == 2 * cut.cells.count(where: \.isWide))
    if width > 0 && width < 9 { #expect(cut.plainText.last == "…") }
  }

  @Test("In ASCII every label can still be told apart")
  func spelled() {
    var sheet = Surface(size: Size(columns: 40, rows: 1), glyphs: .ascii)
    sheet.write("東京 🌙 né ß", column: 0, row: 0)
    #expect(sheet.plainText == "U+6771U+4EAC U+1F319 ne U+00DF")
  }

  @Test(
    "In ASCII formulas are in words, and as long as they look",
    arguments: [
      ("xₜ = α x₀ + σ ε", "x_t = alpha x_0 + sigma eps"), ("xₜ₋₁", "x_t-1"), ("σ²/2", "sigma^2/2"),
      ("√ᾱ", "sqrt alpha-bar"), ("Δt, 2σ and dσ", "Delta t, 2sigma and d sigma"),
      ("x̂₀ ε̂ᵢ", "x-hat_0 eps-hat_i"), ("10⁻⁴ ≤ β < ½", "10^-4 <= beta < 1/2"), ("e\u{301}q", "eq"),
      ("∇ log p", "grad log p"), ("plain", "plain"), ("Aᵀ", "A^T"),
    ])
  func words(_ text: String, _ words: String) {
    #expect(Glyphs.ascii.spelled(text) == words)
    #expect(Glyphs.braille.spelled(text) == text)
    #expect(Glyphs.ascii.columns(of: text) == words.count)
  }

  /// Wide letters and narrow ones written over each other, half outside the clip and outside the
  /// sheet, and pieces filled, restyled and cut.
  private func scribble(_ surface: inout Surface, _ dice: inout Dice) {
    let texts = ["東京", "a", "x\u{301}\u{323}", "🌙b", "한", "ไทยที่", "  "]
    func place(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) - 2 }
    let rect = Rect(x: place(9), y: 0, width: place(9) + 3, height: 1)
    switch place(5) {
    case -2: surface.fill(rect, with: Cell("·", .accent))
    case -1: surface.restyle(rect) { $0.with(.bold) }
    default:
      let (column, text) = (place(11), texts[place(texts.count) + 2])
      surface.clipped(to: rect) { $0.write(text, column: column, row: 0, style: .title) }
      surface.write(text, column: place(11), row: 0)
    }
  }

  @Test("However letters are written over each other, both halves of each are there, or none")
  func halvesStayTogether() {
    var dice = Dice(seed: 3)
    var surface = Surface(size: Size(columns: 8, rows: 1))
    for _ in 0..<2000 {
      scribble(&surface, &dice)
      for (index, cell) in surface.cells.enumerated() {
        let next = index + 1 < surface.cells.count ? surface.cells[index + 1] : .blank
        #expect(cell.isWide == next.isContinuation)
      }
      #expect(!(surface.cells.first?.isContinuation ?? false))
      for (index, marks) in surface.marks {
        #expect(!marks.isEmpty && !surface.cells[index].isContinuation)
      }
      let cut = surface.fitted(to: Size(columns: 5, rows: 1))
      #expect(cut.cells.count(where: \.isWide) == cut.cells.count(where: \.isContinuation))
    }
  }

  @Test("A terminal that is sent only what changed shows the whole picture")
  func differencesAreEnough() {
    var dice = Dice(seed: 4)
    var encoder = FrameEncoder(depth: .indexed256, synchronizes: false)
    var surface = Surface(size: Size(columns: 8, rows: 1))
    var glass = [String](repeating: " ", count: 8)
    for _ in 0..<1000 {
      scribble(&surface, &dice)
      show(encoder.encode(surface, theme: .dark), on: &glass)
      let expected = surface.cells.indices.map { index -> String in
        let cell = surface.cells[index]
        guard !cell.isContinuation else { return "" }
        return String(String.UnicodeScalarView([cell.unicodeScalar] + surface.marks(at: index)))
      }
      #expect(glass == expected)
    }
  }

  /// A terminal of one row: what is sent goes where the cursor is, marks to the letter before.
  private func show(_ bytes: [UInt8], on glass: inout [String]) {
    var column = 0
    let text = String(decoding: bytes, as: UTF8.self)
    for part in text.split(separator: "\u{1B}[") {
      let code = part.prefix { !$0.isLetter }
      let final = part.dropFirst(code.count).first
      let number = Int(code.split(separator: ";").last ?? "") ?? 1
      if final == "H" { column = number - 1 }
      if final == "C" { column += number }
      if final == "J" { glass = glass.map { _ in " " } }
      for scalar in part.unicodeScalars.dropFirst(code.unicodeScalars.count + 1) {
        put(scalar, on: &glass, &column)
      }
    }
  }

  private func put(_ scalar: Unicode.Scalar, on glass: inout [String], _ column: inout Int) {
    if scalar.width == .mark {
      let last = glass[column - 1].isEmpty ? column - 2 : column - 1
      glass[last].unicodeScalars.append(scalar)
      return
    }
    let width = scalar.isTwoColumns ? 2 : 1
    for index in column..<column + width where glass[index].isEmpty || index + 1 < glass.count {
      if glass[index].isEmpty && index > 0 && index == column { glass[index - 1] = " " }
      if index + 1 < glass.count, glass[index + 1].isEmpty, index == column + width - 1 {
        glass[index + 1] = " "
      }
    }
    glass[column] = String(scalar)
    if width == 2 { glass[column + 1] = "" }
    column += width
  }

  @Test("Every form of picture has the letters, and none twice")
  func pictures() {
    let surface = surface("東京x\u{301}\u{323}")
    #expect(AnsiPicture(surface, theme: .dark).text.contains("東京x\u{323}\u{301}"))
    let svg = SVGPicture(surface, theme: .dark, title: "").text
    #expect(svg.contains(">東京</text>") && svg.contains(">x\u{323}\u{301}</text>"))
    #expect(svg.contains("textLength=\"32\""), "two letters of two cells of 8")
  }
}
