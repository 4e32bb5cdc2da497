import Foundation
import Testing

@testable import TextScreen

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pictures of surfaces")
struct TerminalPictureTests {
  private var sample: Surface {
    var surface = Surface(size: Size(columns: 12, rows: 4))
    let room = surface.drawBox(surface.bounds, title: "<a&b>")
    surface.write("5 > 3 \"x\"", column: room.x, row: room.y, style: .selected)
    var canvas = DotCanvas(size: Size(columns: 10, rows: 1), dots: .braille)
    canvas.line(from: [0, 0], to: [19, 3], ink: .density(5))
    canvas.draw(onto: &surface, in: Rect(x: 1, y: 2, width: 10, height: 1))
    return surface
  }

  @Test func plainTextHasNoTrailingBlanks() {
    var surface = Surface(size: Size(columns: 5, rows: 3))
    surface.write("a", column: 1, row: 1)
    #expect(surface.plainText == "\n a")
    #expect(Surface(size: .zero).plainText == "")
  }

  @Test func coloursChangeOnlyWhereTheyDiffer() {
    var surface = Surface(size: Size(columns: 6, rows: 1))
    surface.write("ab", column: 0, row: 0, style: .accent)
    surface.write("cd", column: 2, row: 0, style: Style(.accent, .bold))
    surface.write("ef", column: 4, row: 0)
    let picture = AnsiPicture(surface, theme: .dark, depth: .indexed256)
    #expect(picture.text == "\u{1B}[38;5;75mab\u{1B}[1mcd\u{1B}[0mef\n")
  }

  @Test func withoutColourOnlyEmphasisIsLeft() {
    var surface = Surface(size: Size(columns: 3, rows: 1))
    surface.write("a", column: 0, row: 0, style: .border)
    surface.write("b", column: 1, row: 0, style: .selected)
    let picture = AnsiPicture(surface, theme: .dark, depth: .mono)
    #expect(picture.text == "a\u{1B}[7mb\u{1B}[0m\n")
  }

  @Test("The escape sequences for every depth name the same cells", arguments: ColourDepth.allCases)
  func depths(_ depth: ColourDepth) {
    let text = AnsiPicture(sample, theme: .dark, depth: depth).text
    let stripped = text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(stripped == sample.plainText + "\n")
    #expect(!stripped.contains("\u{1B}"))
  }

  @Test("An SVG picture is well-formed and has every letter", arguments: Theme.allCases)
  func svg(in theme: Theme) throws {
    let svg = SVGPicture(sample, theme: theme, title: "a < b & \u{1B}c").text
    let reader = LetterReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.titles == "a < b & c", "what a terminal would obey is left out")
    #expect(reader.letters.sorted() == ["5 > 3 \"x\"", "<a&b>"].sorted())
    #expect(!svg.contains("inf") && !svg.contains("nan") && !svg.contains("h-0"))
  }

  @Test func aBusyScreenStaysBelow200Kilobytes() {
    var surface = Surface(size: Size(columns: 120, rows: 40))
    var canvas = DotCanvas(size: Size(columns: 78, rows: 38), dots: .braille)
    for index in 0..<20_000 {
      // A low-discrepancy scatter: the worst for merging runs of dots.
      let x = (Double(index) * 0.754877666).truncatingRemainder(dividingBy: 1)
      let y = (Double(index) * 0.569840291).truncatingRemainder(dividingBy: 1)
      canvas.plot(
        x: Int(x * Double(canvas.width)), y: Int(y * y * Double(canvas.height)),
        ink: .density(index))
    }
    canvas.draw(onto: &surface, in: surface.bounds) { .density($0) }
    for row in 0..<40 {
      surface.write("x_t (0.41, -1.02)  noise (0.6, -0.9)", column: 80, row: row)
    }
    #expect(SVGPicture(surface, theme: .dark, title: "busy").text.utf8.count < 200_000)
  }

  @Test func emptySurfacesHavePictures() {
    #expect(AnsiPicture(Surface(size: .zero), theme: .dark).text == "")
    #expect(SVGPicture(Surface(size: .zero), theme: .dark, title: "").text.hasPrefix("<svg"))
  }
}

private final class LetterReader: NSObject, XMLParserDelegate {
  var letters: [String] = []
  var titles = ""
  private var element = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    element = name
    if name == "text" { letters.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    element = ""
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if element == "text" { letters[letters.count - 1] += text }
    if element == "title" { titles += text }
  }
}
