import Testing

@testable import TextScreen

@Suite("Text that is typed is made of what people take for characters")
struct LineEditorTests {
  private static let edits: [LineEdit] = [
    .moveLeft, .moveRight, .moveWordLeft, .moveWordRight, .moveToStart, .moveToEnd,
    .eraseForwards, .eraseWord, .eraseToStart, .eraseToEnd,
  ]

  /// Letters, marks, joiners, halves of flags and parts of syllables, and what terminals obey.
  private static let scalars: [Unicode.Scalar] = [
    "a", "A", "0", " ", "-", "é", "\u{301}", "\u{308}", "\u{200D}", "\u{FE0F}", "\u{202E}",
    "\u{2066}", "\u{1F1E9}", "\u{1F1EA}", "\u{1F468}", "\u{1F3FD}", "\u{1100}", "\u{1161}",
    "\u{11A8}", "\u{939}", "\u{93F}", "\u{94D}", "\u{AC00}", "\u{754C}", "\u{10FFFF}", "\u{FEFF}",
    "\u{D}", "\u{A}", "\u{600}",
  ]

  @Test("An accent joins its letter, and one erasure takes both")
  func accents() {
    var line = LineEditor()
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
    var random = Dice(seed: UInt64(seed))
    var line = LineEditor(text: "set title ", selecting: seed.isMultiple(of: 2) ? 4 : nil)
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

  @Test("A line is what an array of characters is under the same edits", arguments: 1...20)
  func arrayOfCharacters(seed: Int) {
    // Among these no two join, so that a plain array can be the model.
    let letters: [Character] = ["a", "b", " ", "é", "界", "\u{1F319}", "x\u{301}"]
    var dice = Dice(seed: UInt64(seed))
    var line = LineEditor()
    var model: [Character] = []
    var cursor = 0
    for _ in 0..<400 {
      switch Int.random(in: 0..<8, using: &dice) {
      case 0...3:
        let letter = letters.randomElement(using: &dice) ?? "a"
        line.type(letter)
        model.insert(letter, at: cursor)
        cursor += 1
      case 4:
        line.erase()
        if cursor > 0 {
          cursor -= 1
          model.remove(at: cursor)
        }
      case 5:
        line.edit(.eraseForwards)
        if cursor < model.count { model.remove(at: cursor) }
      case 6:
        line.edit(.moveLeft)
        cursor = max(0, cursor - 1)
      default:
        line.edit(.moveRight)
        cursor = min(model.count, cursor + 1)
      }
      #expect(line.typed.characters == model)
      #expect(line.cursor == cursor)
    }
  }

  @Test("Older lines are gone back to, and the line being written is still there")
  func history() {
    var past = LineHistory()
    for line in ["one", "two", "one"] { past.remember(line) }
    #expect(past.lines == ["two", "one"])
    var line = LineEditor(text: "thr")
    line.recall(1, of: past)
    #expect(line.text == "one")
    line.recall(5, of: past)
    #expect(line.text == "two")
    line.recall(-5, of: past)
    #expect(line.text == "thr")
    for number in 0..<(LineHistory.most + 3) { past.remember("\(number)") }
    #expect(past.lines.count == LineHistory.most)
    #expect(past.lines.first == "3")
  }

  @Test("Pasted text is written where the cursor is, as far as there is room")
  func pastes() {
    var line = LineEditor(text: "ad")
    line.edit(.moveLeft)
    let isWhole = line.paste("bc")
    #expect(isWhole)
    #expect(line.text == "abcd" && line.cursor == 3)
    var selected = LineEditor(text: "prompt north", selecting: 7)
    _ = selected.paste("east")
    #expect(selected.text == "prompt east")
    let hasRoom = line.paste(String(repeating: "x", count: LineEditor.mostCharacters))
    #expect(!hasRoom)
    #expect(line.text.count == LineEditor.mostCharacters)
  }

  @Test("Completion writes what all suggestions share, then goes round them both ways")
  func completion() {
    let suggestions = ["set a", "set b"].map { LineEditor.Suggestion(line: $0, title: $0) }
    var line = LineEditor(text: "s")
    line.complete { _ in suggestions }
    #expect(line.text == "set ")
    for wanted in ["set a", "set b", "set a"] {
      line.complete { _ in suggestions }
      #expect(line.text == wanted)
    }
    line.complete(by: -1) { _ in [] }
    #expect(line.text == "set b")
    #expect(line.shown([]).map(\.line) == ["set b", "set a"])
    var only = LineEditor(text: "qu")
    only.complete { _ in [.init(line: "quit", title: "quit")] }
    #expect(only.text == "quit")
    only.complete { _ in
      [.init(line: "quit", title: "quit")]
    } needsMore: {
      $0 == "quit"
    }
    #expect(only.text == "quit ")
  }

  private static func scalar(_ dice: inout Dice) -> Unicode.Scalar {
    if Bool.random(using: &dice) { return scalars.randomElement(using: &dice) ?? "a" }
    return Unicode.Scalar(UInt32.random(in: 0x20...0x1FFFF, using: &dice)) ?? "a"
  }
}
