import Testing

@testable import TextScreen

@Suite("Lines for rooms of any width") struct StyledTextFittingTests {
  private static let line: StyledText =
    .label("press ") + .key("&") + .label(" to take a place apart, word by word")

  @Test("A wrapped line keeps its words, their styles and their order", arguments: 1...48)
  func wrapping(width: Int) {
    let lines = Self.line.wrapped(to: width, glyphs: .braille)
    let words = { (text: StyledText) in
      text.runs.flatMap { run in
        run.text.split(separator: " ").map { "\($0) \(run.style)" }
      }
    }
    #expect(lines.flatMap(words) == words(Self.line))
    for line in lines where line.columns(in: .braille) > width {
      #expect(!line.runs.map(\.text).joined().contains(" "))
    }
    // No line could have taken the first word of the next one.
    for (line, next) in zip(lines, lines.dropFirst()) {
      let word = next.runs.map(\.text).joined().prefix { $0 != " " }
      #expect(line.columns(in: .braille) + 1 + word.count > width)
    }
  }

  @Test("A name goes on below behind what joins its parts, never behind the sign of a number")
  func names() {
    let lines = { (name: String, width: Int) in
      StyledText(name).wrapped(to: width, glyphs: .braille, inNames: true)
        .map { $0.runs.map(\.text).joined() }
    }
    #expect(lines("beta 1", 15) == ["beta 1"])
    #expect(
      lines("label-probability east -1 0", 15) == ["label-", "probability", "east -1 0"])
    #expect(lines("score-x -0.3 0", 7) == ["score-x", "-0.3 0"])
    #expect(lines("label-probability", 3) == ["label-", "probability"])
    #expect(lines("frechet_squared_ddof1", 15) == ["frechet_", "squared_ddof1"])
    #expect(lines("", 15) == [""])
  }

  @Test(
    "Lines that may end within names lose no letter, end where they may, and never too early",
    arguments: 1...48)
  func withinNames(width: Int) {
    let name: StyledText =
      .label("one-two th") + .key("ree-fo") + .label("ur -5 six--seven 8-9 ") + "ten-a_b"
    // The same, with a bar at every place besides the spaces where a line may end.
    var rest = Substring("one-|two three-|four -5 six-|-seven 8-9 ten-|a_|b")
    for line in name.wrapped(to: width, glyphs: .braille, inNames: true) {
      let text = line.runs.map(\.text).joined()
      var couldEnd = false
      for letter in text {
        if rest.first == "|" { (couldEnd, rest) = (true, rest.dropFirst()) }
        if letter == " " { couldEnd = true }
        #expect(rest.popFirst() == letter)
      }
      #expect(text.count <= width || !couldEnd)
      guard let end = rest.popFirst() else { continue }
      #expect(end == "|" || end == " ")
      let next = rest.prefix { $0 != "|" && $0 != " " }
      #expect(text.count + (end == " " ? 1 : 0) + next.count > width)
    }
    #expect(rest.isEmpty)
  }

  @Test("A note that does not fit gives way to a shorter one, or to none")
  func notes() {
    let text = StyledText("0.41")
    let fit = { (width: Int) in
      text.followed(
        by: .label(" of all"), .label(" all"), within: width, glyphs: .braille
      ).runs.map(\.text).joined()
    }
    #expect(fit(11) == "0.41 of all")
    #expect(fit(10) == "0.41 all")
    #expect(fit(7) == "0.41")
    #expect(fit(2) == "0.41")
  }
}
