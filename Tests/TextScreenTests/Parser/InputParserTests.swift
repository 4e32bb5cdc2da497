import Testing

@testable import TextScreen

@Suite("Input from bytes")
struct InputParserTests {
  private func events(_ text: String) -> [InputEvent] {
    var parser = InputParser()
    return parser.take(text.utf8)
  }

  @Test(
    "Keys of many terminals",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[1;2C", .shiftRight),
      ("\u{1B}[1;5D", .shiftLeft), ("\u{1B}[a", .shiftUp), ("\u{1B}Ob", .shiftDown),
      ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}OF", .end),
      ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[Z", .backTab),
      ("\u{1B}\t", .backTab),
      ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[11~", .function(1)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
      ("\u{1B}[13u", .enter), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[27;5;97~", .control("a")),
      ("\u{1B}[97;2u", .character("A")), ("\u{1B}[9;2u", .backTab), ("\u{1B}b", .alt("b")),
      ("\u{1B}é", .alt("é")), ("é", .character("é")), ("\r", .enter), ("\u{3}", .control("c")),
    ])
  func key(_ text: String, _ key: Key) { #expect(events(text) == [.key(key)]) }

  @Test("The digits of an application keypad are digits", arguments: 0...9)
  func keypad(_ digit: Int) {
    let letter = Unicode.Scalar(UInt8(0x70 + digit))
    #expect(events("\u{1B}O\(letter)") == [.key(.character(Character("\(digit)")))])
    #expect(events("\u{1B}[\(57399 + digit)u") == [.key(.character(Character("\(digit)")))])
  }

  @Test(
    "What is no key of ours is dropped whole",
    arguments: [
      "\u{1B}[>41;354;0c", "\u{1B}[0n", "\u{1B}P1$r0mq\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\",
      "\u{1B}]10;rgb:0/0/0\u{7}", "\u{1B}]4;1;rgb:0/0/0\u{1B}\\", "\u{1B}[?1u", "\u{1B}[8;24;80t",
      "\u{1B}[1;3A", "\u{1B}\u{1B}[A", "\u{1B}[3$", "\u{1B}[3^", "\u{1B}[97;1:3u", "\u{1B}(B",
      "\u{1B}[201~", "\u{1B}[\u{E9}M", "\u{1B}[[q", "\u{1B}[99999999999999999999~",
      "\u{1B}[12\u{18}",
    ])
  func dropped(_ text: String) {
    #expect(events(text) == [])
    #expect(events(text + "x") == [.key(.character("x"))])
  }

  @Test func repliesAreTold() {
    #expect(events("\u{1B}[24;80R") == [.reply(.cursor(column: 79, row: 23))])
    #expect(
      events("\u{1B}[?2026;2$y") == [.reply(.mode(2026, isPrivate: true, setting: 2))])
    #expect(events("\u{1B}[?62;22c") == [.reply(.attributes([62, 22]))])
    #expect(events("\u{1B}P>|foot(1.13)\u{1B}\\") == [.reply(.version("foot(1.13)"))])
    let white = InputEvent.background(RGB(0xFFFFFF))
    #expect(
      events("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}\u{1B}]11;rgb:f/f/f\u{1B}\\") == [white, white])
    #expect(events("\u{1B}[I\u{1B}[O") == [.focusChanged(true), .focusChanged(false)])
  }

  @Test func oldReportsOfTheMouseAreRead() {
    let press = InputEvent.mouse(Mouse(.press, column: 1, row: 2))
    let release = InputEvent.mouse(Mouse(.release, button: .none, column: 1, row: 2))
    #expect(events("\u{1B}[M \"#\u{1B}[M#\"#") == [press, release])
    #expect(events("\u{1B}[32;2;3M\u{1B}[35;2;3M\u{1B}[<0;2;3M") == [press, release, press])
    var parser = InputParser()
    // A column beyond 95 is no text.
    let far = parser.take([0x1B, 0x5B, 0x4D, 0x20, 0xE9, 0x22])
    #expect(far == [.mouse(Mouse(.press, column: 0xE9 - 33, row: 1))])
  }

  @Test func aPasteIsTextWhateverIsInIt() {
    let text = "quit q\n\u{1B}[A\u{3}\u{1B}[200~\u{1B}[201"
    #expect(events("\u{1B}[200~\(text)\u{1B}[201~x") == [.paste(text), .key(.character("x"))])
    #expect(events("\u{1B}[200~\u{1B}\u{1B}[201~") == [.paste("\u{1B}")])
    var parser = InputParser()
    #expect(parser.take("\u{1B}[200~endless q".utf8) == [])
    #expect(parser.patience == InputParser.pasteDelay)
    #expect(parser.timeOut() == [.pasteUnfinished] && parser.patience == nil)
    #expect(parser.timeOut() == [])
    #expect(parser.take("q\u{1B}[201~".utf8) == [.paste("endless qq")])
    #expect(parser.patience == nil)
  }

  /// Terminals that were told to send controls as one byte do so at both ends.
  @Test func aPasteBetweenControlsOfOneByteEndsToo() {
    let text = "q\u{1B}[201~ \u{11B}201~ \u{9B}201\u{9B}20"
    #expect(events("\u{9B}200~\(text)\u{9B}201~x") == [.paste(text), .key(.character("x"))])
    var parser = InputParser()
    let bytes = [0x9B] + Array("200~\(text)".utf8) + [0x9B] + Array("201~x".utf8)
    #expect(bytes.flatMap { parser.take([$0]) } == [.paste(text), .key(.character("x"))])
    #expect(parser.take("\u{9B}200~a".utf8) == [])
    for _ in 0..<2 { #expect(parser.take([0x1B]) == [] && parser.timeOut() == []) }
    #expect(parser.take([0x1B]) == [] && parser.timeOut() == [.paste("a")])
  }

  @Test func aPasteLongerThanIsKeptIsDroppedToItsEnd() {
    var parser = InputParser()
    let start = parser.take("\u{1B}[200~".utf8)
    let middle = parser.take(Array(repeating: 0x71, count: InputParser.mostPasted + 100))
    let end = parser.take("\u{1B}[201~q".utf8)
    #expect(start + middle == [])
    let kept = String(repeating: "q", count: InputParser.mostPasted)
    #expect(end == [.paste(kept), .key(.character("q"))])
  }

  @Test func onlyAnEscapeAloneWaits() {
    var parser = InputParser(escapeDelay: 0.2)
    #expect(parser.patience == nil)
    #expect(parser.take([0x1B]) == [] && parser.patience == 0.2)
    #expect(parser.timeOut() == [.key(.escape)] && parser.patience == InputParser.lateness)
    #expect(parser.timeOut() == [] && parser.patience == nil)
    // A sequence is not over because its end is late.
    #expect(parser.take("\u{1B}[1;".utf8) == [] && parser.patience == nil)
    #expect(parser.timeOut() == [])
    #expect(parser.take("2A".utf8) == [.key(.shiftUp)])
    #expect(parser.take("\u{1B} ".utf8) == [] && parser.patience == 0.2)
    #expect(parser.timeOut() == [.key(.alt(" "))])
  }

  @Test func aStringThatHasLostItsEndIsGivenUpInTheEnd() {
    var parser = InputParser()
    #expect(parser.take("\u{1B}]11;rgb:q".utf8) == [])
    #expect(parser.patience == InputParser.stringDelay)
    #expect(parser.timeOut() == [])
    #expect(parser.take("x".utf8) == [.key(.character("x"))])
    // Escape ends it at once, and is not the key then.
    #expect(
      parser.take("\u{1B}Pqqq\u{1B}".utf8) == [] && parser.take("q".utf8) == [.key(.alt("q"))])
    // The two halves of an end may come apart.
    #expect(parser.take("\u{1B}Pqqq\u{1B}".utf8) == [] && parser.timeOut() == [])
    #expect(parser.patience == InputParser.stringDelay)
    #expect(parser.take("\\q".utf8) == [.key(.character("q"))])
    #expect(parser.take("\u{1B}Pqqq\u{1B}[A".utf8) == [.key(.up)])
  }

  @Test func aTitleMayHaveTheByteOfAnEndWithinALetter() {
    #expect(events("\u{1B}]l\u{201C}q\u{201D}q\u{1B}\\x") == [.key(.character("x"))])
  }

  @Test func theDescriptionKnowsOtherKeys() {
    var description = KeyDescription()
    description.add(Array("\u{1B}[224z".utf8), .function(1))
    description.add(Array("\u{1B}A".utf8), .up)
    description.add(Array("\u{1B}[A".utf8), .down)
    description.add([0x71], .escape)
    var parser = InputParser(description: description)
    #expect(
      parser.take("\u{1B}[224z\u{1B}A\u{1B}[Aq".utf8).map { $0 }
        == [.key(.function(1)), .key(.up), .key(.up), .key(.character("q"))])
  }
}
