import Testing

@testable import TextScreen

/// What has lost its end is left by escapes, and by nothing less.
@Suite("Leaving a paste and a string without an end")
struct LeavingInputTests {
  private static let beginnings = ["\u{1B}[200~a q", "\u{1B}]11;q", "\u{1B}Pq", "\u{1B}_q\u{1B}"]

  private func left(_ beginning: String) -> [InputEvent] {
    beginning.contains("200~") ? [.paste("a q")] : []
  }

  @Test(arguments: beginnings)
  func escapesAloneLeaveItAtOnce(_ beginning: String) {
    var parser = InputParser()
    #expect(parser.take(beginning.utf8) == [])
    for number in 1...InputParser.escapesToLeave {
      #expect(parser.take([0x1B]) == [] && parser.patience == parser.escapeDelay / 2)
      let isLast = number == InputParser.escapesToLeave
      #expect(parser.timeOut() == (isLast ? left(beginning) : []))
      #expect(parser.patience != parser.escapeDelay / 2)
    }
    #expect(parser.take("q".utf8) == [.key(.character("q"))])
  }

  /// A program that is at work reads together what was typed apart.
  @Test(arguments: beginnings, [[3], [1, 2], [2, 1], [5]])
  func escapesReadTogetherLeaveItAfterAMoment(_ beginning: String, _ pieces: [Int]) {
    var parser = InputParser()
    #expect(parser.take(beginning.utf8) == [])
    for count in pieces {
      #expect(parser.take(Array(repeating: 0x1B, count: count)) == [])
      #expect(parser.timeOut() == [])
    }
    #expect(parser.patience == InputParser.pasteDelay)
    #expect(parser.timeOut() == left(beginning))
    #expect(parser.take("q".utf8) == [.key(.character("q"))])
  }

  @Test func twoEscapesDoNot() {
    var parser = InputParser()
    #expect(parser.take("\u{1B}]11;q\u{1B}\u{1B}".utf8) == [] && parser.timeOut() == [])
    #expect(parser.patience == InputParser.stringDelay)
    #expect(parser.take("\\\u{1B}[200~a\u{1B}\u{1B}".utf8) == [] && parser.timeOut() == [])
    #expect(parser.patience == InputParser.pasteDelay)
    #expect(parser.timeOut() == [.pasteUnfinished] && parser.patience == nil)
    // A third one is enough, however late.
    #expect(parser.take([0x1B]) == [] && parser.timeOut() == [])
    #expect(parser.timeOut() == [.paste("a")])
  }

  @Test func escapesWithTextBetweenThemLeaveNoPaste() {
    var parser = InputParser()
    #expect(parser.take("\u{1B}[200~".utf8) == [])
    for _ in 0..<5 {
      #expect(parser.take("\u{1B}\u{1B}".utf8) == [] && parser.timeOut() == [])
      #expect(parser.take("x".utf8) == [])
      #expect(parser.take("\u{1B}".utf8) == [] && parser.timeOut() == [])
      #expect(parser.take("q".utf8) == [])
    }
    let text = String(repeating: "\u{1B}\u{1B}x\u{1B}q", count: 5)
    #expect(parser.take("\u{1B}[201~".utf8) == [.paste(text)])
  }

  @Test("Escapes in a text do not leave it where it goes on", arguments: ["q", "[A", "[201"])
  func textGoesOn(_ rest: String) {
    var parser = InputParser()
    #expect(parser.take("\u{1B}[200~a\u{1B}\u{1B}\u{1B}".utf8) == [])
    #expect(parser.patience == parser.escapeDelay / 2 && parser.timeOut() == [])
    #expect(parser.take("\(rest)\u{1B}\u{1B}\u{1B}\u{1B}".utf8) == [] && parser.timeOut() == [])
    // The last one begins the end.
    let text = "a\u{1B}\u{1B}\u{1B}\(rest)\u{1B}\u{1B}\u{1B}"
    #expect(parser.take("[201~q".utf8) == [.paste(text), .key(.character("q"))])
  }

  /// The end has come after all, torn apart where it hurts most.
  @Test func theRestOfAnEndIsNoKey() {
    var parser = InputParser()
    #expect(parser.take("\u{1B}[200~a".utf8) == [])
    for _ in 0..<2 { #expect(parser.take([0x1B]) == [] && parser.timeOut() == []) }
    #expect(parser.take([0x1B]) == [] && parser.timeOut() == [.paste("a")])
    #expect(parser.take("[201~".utf8) == [])
    #expect(parser.take("q".utf8) == [.key(.character("q"))])
  }

  @Test func aTextOfMoreThanIsKeptIsLeftTheSameWay() {
    var parser = InputParser()
    _ = parser.take("\u{1B}[200~".utf8)
    _ = parser.take(Array(repeating: 0x71, count: InputParser.mostPasted + 100))
    #expect(parser.take("\u{1B}\u{1B}\u{1B}".utf8) == [] && parser.timeOut() == [])
    #expect(parser.timeOut() == [.paste(String(repeating: "q", count: InputParser.mostPasted))])
  }
}
