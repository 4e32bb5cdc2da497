import Testing

@testable import TextScreen

/// What a slow line cuts apart at the one place where silence means something.
@Suite("The rest of a sequence after its escape was taken for the key")
struct LateInputTests {
  /// - Returns: what comes after the escape.
  private func afterPause(_ text: String) -> [InputEvent] {
    var parser = InputParser()
    #expect(parser.take([0x1B]) == [])
    #expect(parser.timeOut() == [.key(.escape)])
    return parser.take(text.utf8)
  }

  @Test(
    "It is the same sequence",
    arguments: [
      ("[A", [InputEvent.key(.up)]), ("[1;2C", [.key(.shiftRight)]), ("OA", [.key(.up)]),
      ("Oq", [.key(.character("1"))]), ("OP", [.key(.function(1))]), ("[15~", [.key(.function(5))]),
      ("[<0;2;3M", [.mouse(Mouse(.press, column: 1, row: 2))]),
      ("[M \"#", [.mouse(Mouse(.press, column: 1, row: 2))]),
      ("[200~quit q\n\u{1B}[201~", [.paste("quit q\n")]), ("[I", [.focusChanged(true)]),
      ("[24;80R", [.reply(.cursor(column: 79, row: 23))]),
      ("[?1;2c", [.reply(.attributes([1, 2]))]),
      ("]11;rgb:0/0/0\u{7}", [.background(RGB(0))]), ("]lquick\u{1B}\\", []),
      ("P>|foot(1.13)\u{1B}\\", [.reply(.version("foot(1.13)"))]), ("P1$r0 q\u{1B}\\", []),
      ("_Gi=31;q\u{1B}\\", []), ("[?0u", []), ("[113;5u", [.key(.control("q"))]),
    ])
  func rest(_ text: String, _ events: [InputEvent]) {
    #expect(afterPause(text + "x") == events + [.key(.character("x"))])
  }

  @Test(
    "Keys that nobody's sequence goes on with are keys",
    arguments: ["[q", "[[", "P,", "]t", "Xq", "_q", "O:", "qx"])
  func keys(_ text: String) {
    #expect(afterPause(text) == text.map { .key(.character($0)) })
  }

  @Test func aKeyThatBeginsSequencesWaitsNoLongerThanAnEscape() {
    var parser = InputParser(escapeDelay: 0.2)
    _ = parser.take([0x1B])
    _ = parser.timeOut()
    #expect(parser.take("[".utf8) == [] && parser.patience == 0.2)
    #expect(parser.timeOut() == [.key(.character("["))] && parser.patience == nil)
    #expect(parser.take("[A".utf8) == [.key(.character("[")), .key(.character("A"))])
  }

  @Test func afterASecondEverythingIsAKey() {
    var parser = InputParser()
    _ = parser.take([0x1B])
    #expect(parser.timeOut() == [.key(.escape)] && parser.patience == InputParser.lateness)
    #expect(parser.timeOut() == [] && parser.patience == nil)
    #expect(parser.take("[A".utf8) == [.key(.character("[")), .key(.character("A"))])
  }

  /// Where pastes are not marked, the rest of a sequence is told from a text that is pasted.
  @Test(
    arguments: [
      ("[A", true), ("[1;2C", true), ("[24;80R", true), ("OA", true), ("O", true),
      ("]11;rgb", true), ("quit", false), ("Oops, quit", false), ("[quit]", false),
      ("[A, q", false), ("\rq", false),
    ])
  func theRestOfASequenceIsNoText(_ text: String, _ isRest: Bool) {
    var parser = InputParser()
    #expect(!parser.goesOn(with: Array(text.utf8)))
    _ = parser.take([0x1B])
    #expect(parser.goesOn(with: Array(text.utf8)))
    _ = parser.timeOut()
    #expect(parser.goesOn(with: Array(text.utf8)) == isRest)
    _ = parser.timeOut()
    #expect(!parser.goesOn(with: Array(text.utf8)))
  }

  @Test func whatIsOnItsWayIsKnown() {
    var parser = InputParser()
    for text in ["\u{1B}[", "1;", "2A\u{1B}]11;", "q\u{7}\u{1B}[200~"] {
      let before = parser.isWithin
      _ = parser.take(text.utf8)
      #expect(parser.isWithin || text.hasSuffix("A"), "\(text) \(before)")
    }
    _ = parser.take("\u{1B}[201~".utf8)
    #expect(!parser.isWithin)
    // An escape may be the key.
    _ = parser.take([0x1B])
    #expect(!parser.isWithin)
  }
}
