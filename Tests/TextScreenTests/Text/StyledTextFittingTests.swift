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
