import Testing
import TextScreen

@testable import Interface

@Suite("The text of a lesson")
struct LessonTextTests {
  private static func plain(_ text: String, width: Int = 20) throws -> [String] {
    try LessonText(text).lines(width: width, measured: [:]).map {
      $0.runs.map(\.text).joined()
    }
  }

  @Test("paragraphs are wrapped, lists are set in, code and empty lines stay")
  func blocks() throws {
    let lines = try Self.plain(
      """
      # Of noise
      One line and
      another of the paragraph.

      - an item that is too long for it
      - two
          x = √ᾱ · x₀ + a long formula
      """)
    #expect(
      lines == [
        "Of noise", "One line and another", "of the paragraph.", "", "- an item that is",
        "  too long for it", "- two", "  x = √ᾱ · x₀ + a long formula",
      ])
  }

  @Test("without letters for them formulas are in words, broken where they are too long")
  func words() throws {
    let text = try LessonText(
      """
      Noise of σ² is ε.

          xₜ = √ᾱₜ · x₀ + σ · ε
      """)
    let lines = text.lines(width: 20, measured: [:], glyphs: .ascii)
    #expect(
      lines.map { $0.runs.map(\.text).joined() } == [
        "Noise of sigma^2 is", "eps.", "", "  x_t = sqrt", "  alpha-bar_t * x_0", "  + sigma * eps",
      ])
    // Then there are more lines, of which the empty one goes first.
    #expect(LessonSheet.fitted(lines, rows: 6) == lines)
    #expect(LessonSheet.fitted(lines, rows: 5).count == 5)
    #expect(LessonSheet.fitted(lines, rows: 2) == lines.filter { !$0.runs.isEmpty })
  }

  @Test("bold words and code are marked, also across lines and before a comma")
  func emphasis() throws {
    let line = try LessonText("a **bold word**, then `code` x").lines(width: 60, measured: [:])[0]
    let bold = line.runs.filter { $0.style == .bold }.map(\.text)
    #expect(bold.joined() == "bold word")
    #expect(line.runs.filter { $0.style == .accent }.map(\.text) == ["code"])
  }

  @Test("names of figures go on below by parts, and what they are asked at stays together")
  func names() {
    let lines = { (name: String) in
      LessonSheet.nameLines(name, width: 15, glyphs: .braille)
        .map { $0.runs.map(\.text).joined() }
    }
    #expect(lines("beta 1") == ["beta 1"])
    #expect(lines("log-density 0.7 0") == ["log-density", "0.7 0"])
    #expect(lines("label-probability east -1 0") == ["label-", "probability", "east -1 0"])
    #expect(
      lines("distance-floor frechet_squared_ddof1")
        == ["distance-floor", "frechet_", "squared_ddof1"])
  }

  @Test("a figure of the other side says so")
  func otherSide() throws {
    #expect(try FigureReading("other sliced-w2").description == "other sliced-w2")
  }

  @Test("figures stand in braces, and what is not known yet has a place")
  func figures() throws {
    let text = try LessonText("It is {alpha-bar 3} at {time}.")
    let readings = text.readings
    #expect(readings.map(\.description) == ["alpha-bar 3", "time"])
    let line = text.lines(width: 60, measured: [readings[0]: 0.25])[0]
    #expect(line.runs.map(\.text).joined() == "It is 0.250 at ….")
    #expect(throws: (any Error).self) { try LessonText("{alpha-baar}") }
  }

  @Test("nothing in it can steer a terminal")
  func hostile() throws {
    let lines = try Self.plain("a\u{1B}[31mb **c\u{7}**\n    d\u{9B}e")
    let scalars = lines.joined().unicodeScalars.map(\.value)
    #expect(!scalars.contains { $0 < 32 || (127...159).contains($0) })
  }
}
