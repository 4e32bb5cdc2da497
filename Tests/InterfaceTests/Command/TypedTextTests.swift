import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Text that is typed is made of what people take for characters")
struct TypedTextTests {
  private static let edits: [LineEdit] = [
    .moveLeft, .moveRight, .moveWordLeft, .moveWordRight, .moveToStart, .moveToEnd,
    .eraseForwards, .eraseWord, .eraseToStart, .eraseToEnd,
  ]

  @Test("An accent joins its letter, and one erasure takes both")
  func accents() {
    var line = CommandLine()
    for character in ["e", "\u{301}", "x"] as [Character] { line.type(character) }
    #expect(line.text == "e\u{301}x")
    #expect(line.cursor == 2)
    line.erase()
    #expect(line.text == "e\u{301}")
    line.erase()
    #expect(line.text.isEmpty)
    #expect(line.cursor == 0)
  }

  @Test("The cursor stands behind a character that closes around it")
  func closing() {
    var text = TypedText("\u{1F1EA}")
    text.move(to: 0)
    text.insert("\u{1F1E9}")
    #expect(text.characters == ["\u{1F1E9}\u{1F1EA}"])
    #expect(text.cursor == 1)
    // Once what keeps a letter and a mark apart is gone, the two are one.
    var family = TypedText("\u{1F468}x\u{200D}\u{1F469}")
    family.remove(1..<2)
    #expect(family.cursor <= family.count)
    #expect(Array(family.string) == family.characters)
  }

  @Test(
    "Random scalars and random editing keys keep the cursor between two characters",
    arguments: 1...20)
  func random(seed: Int) {
    var random = RandomStream(seed: UInt64(seed))
    var line = CommandLine(text: "set title ", selecting: seed.isMultiple(of: 2) ? 4 : nil)
    var model = line.text
    for _ in 0..<400 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0...1:
        let scalar = Self.scalar(&random)
        let isAtEnd = line.cursor == line.typed.count && line.selection == nil
        model = line.text
        line.type(Character(scalar))
        // At the end typing is appending, whatever joins whatever.
        if isAtEnd, line.text != model {
          model.unicodeScalars.append(scalar)
          #expect(line.text.unicodeScalars.elementsEqual(model.unicodeScalars))
        }
      case 2: line.erase()
      default: if let edit = Self.edits.randomElement(using: &random) { line.edit(edit) }
      }
      #expect((0...line.text.count).contains(line.cursor))
      #expect(Array(line.text) == line.typed.characters)
    }
  }

  @Test(
    "The same scalars can be typed wherever text is typed",
    arguments: ["word ", "prompt ", "set title ", "load ", "point "])
  func everywhere(opening: String) throws {
    var random = RandomStream(seed: UInt64(opening.count))
    var player = try Player(size: Size(columns: 60, rows: 24))
    for opens in [
      Action.line(.openCommandLine(opening)), .overlay(.open(.distribution)), .line(.openPalette),
    ] {
      player.perform(opens)
      for _ in 0..<60 {
        player.perform(.line(.type(Character(Self.scalar(&random)))))
        if Bool.random(using: &random) { player.perform(.line(.erase)) }
        if let edit = Self.edits.randomElement(using: &random) {
          player.perform(.line(.edit(edit)))
        }
        player.perform(.line(.complete))
        let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
        #expect(picture.size == player.state.size)
      }
      player.perform(.overlay(.back), .overlay(.back))
    }
  }

  private static func scalar(_ random: inout RandomStream) -> Unicode.Scalar {
    if Bool.random(using: &random) {
      return RandomAction.scalars.randomElement(using: &random) ?? "a"
    }
    return Unicode.Scalar(UInt32.random(in: 0x20...0x1FFFF, using: &random)) ?? "a"
  }
}
