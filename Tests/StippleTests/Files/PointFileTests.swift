import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite struct PointFileTests {
  @Test func aHeaderAndRowsArePoints() throws {
    let file = try PointFile(csv: "x,y\n0.5,-1.25\n1e-3,2\n", name: "data.csv")
    #expect(file.points == [Point(0.5, -1.25), Point(0.001, 2)])
    #expect(file.labels == nil)
  }

  @Test func aThirdColumnLabelsThePoints() throws {
    let file = try PointFile(csv: "x,y,label\n1,2,left\n3,4,7", name: "data.csv")
    #expect(file.points == [Point(1, 2), Point(3, 4)])
    #expect(file.labels == ["left", "7"])
  }

  @Test(arguments: ["x,y\r\n1,2\r\n", "x , y\n 1 ,\t2\n", "x,y\n1,2\n\n\n", "x,y\n1,2\r\n\r\n"])
  func lineEndsBlanksAndTrailingLinesDoNotMatter(text: String) throws {
    #expect(try PointFile(csv: text, name: "data.csv").points == [Point(1, 2)])
  }

  @Test func quotesAreNoPartOfAField() throws {
    let file = try PointFile(csv: "\"x\",\"y\"\n\"1\", \"2\"\n", name: "data.csv")
    #expect(file.points == [Point(1, 2)])
  }

  @Test func whatATerminalWouldObeyIsShownByItsNumber() {
    #expect("a\u{1B}[31mb\u{0}\u{202E}c".printable == "a[U+001B][31mb[U+0000][U+202E]c")
    #expect("\u{1FB1} → ok".printable == "\u{1FB1} → ok")
    // A family of emoji and a Persian plural are joined by what would be nothing elsewhere.
    #expect("👩‍👩‍👧 می‌خواهم".printable == "👩‍👩‍👧 می‌خواهم")
    #expect("a\u{200D}b".printable == "a[U+200D]b")
  }

  @Test func anExcerptIsCountedInScalars() {
    let tower = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(tower.count == 1 && tower.excerpt.unicodeScalars.count == 41)
    #expect(String(repeating: "\u{202E}", count: 9).excerpt.unicodeScalars.count == 41)
  }

  @Test func aByteOrderMarkDoesNotMatter() throws {
    let scratch = try Scratch()
    let path = try scratch.write("\u{FEFF}x,y\r\n1,2\r\n", to: "data.csv")
    #expect(try PointFile.read(path).points == [Point(1, 2)])
  }

  @Test(arguments: [
    (
      "",
      "d.csv:1:1: the file is empty; it should have a row for each of the points, such as 0.5,-1.25"
    ),
    ("x,y\n", "d.csv:2:1: there are no points after the header; each is a row such as 0.5,-1.25"),
    ("x,y\n1,2\n3\n", "d.csv:3:1: 1 field where the header names 2; a row is x,y"),
    ("x,y\n1,2,3\n", "d.csv:2:5: 3 fields where the header names 2; a row is x,y"),
    ("x,y,label\n1,2\n", "d.csv:2:3: 2 fields where the header names 3; a row is x,y,label"),
    ("x,y\n1,2\n\n3,4\n", "d.csv:3:1: the line is empty; a row is x,y"),
    ("x,y\n1,\n", "d.csv:2:3: the y is empty; it must be a finite number, such as -1.25"),
    ("x,y\n1,\"2\n", "d.csv:2:3: the quote that opens here is not closed"),
    (
      "a,b\nc,d\n",
      "d.csv:1:1: no column holds numbers; a point needs two, x and y, such as 0.5,-1.25"
    ),
  ])
  func aBrokenLineIsRefusedWithItsPlace(text: String, message: String) {
    #expect(message == Self.complaint(about: text))
  }

  @Test(arguments: [("1,two", 3, "two"), ("1, nan", 4, "nan"), ("-inf,1", 1, "-inf")])
  func aCoordinateIsAFiniteNumber(row: String, column: Int, word: String) {
    let message =
      "d.csv:2:\(column): '\(word)' is not a finite number; a coordinate is one, such as -1.25"
    #expect(message == Self.complaint(about: "x,y\n\(row)\n"))
  }

  @Test(arguments: ["1e999", "0x10", "infinity", "", "1 2", "--1", "1,5e"])
  func whatIsNoFiniteDecimalNumberIsNoNumber(text: String) {
    #expect(Numeral.double(text) == nil)
  }

  @Test func tooManyPointsAreRefusedAtTheFirstTooMany() {
    let expected = InputError(
      "4 points are too many; at most 3 can be read", file: "d.csv",
      place: InputError.Place(line: 5, column: 1))
    #expect(throws: expected) {
      try PointFile(csv: "x,y\n1,2\n1,2\n1,2\n1,2\n", name: "d.csv", mostPoints: 3)
    }
  }

  @Test func aDashIsStandardInput() throws {
    let scratch = try Scratch()
    let path = try scratch.write("x,y\n1,2\n", to: "data.csv")
    let file = try #require(FileHandle(forReadingAtPath: path))
    let text = try TextFile.text(of: "-", limit: 100, standardInput: file.fileDescriptor)
    #expect(text == "x,y\n1,2\n")
  }

  @Test func aMissingFileIsRefused() {
    let expected = InputError("cannot be read: No such file or directory", file: "no/such.csv")
    #expect(throws: expected) { try PointFile.read("no/such.csv") }
  }

  @Test func aFolderIsRefused() throws {
    let scratch = try Scratch()
    let path = scratch.path
    let expected = InputError("is a folder; name a file", file: path)
    #expect(throws: expected) { try PointFile.read(path) }
  }

  @Test func anEndlessDeviceIsRefused() {
    let expected = InputError("is a device; only regular files are read", file: "/dev/zero")
    #expect(throws: expected) { try TextFile.text(of: "/dev/zero", limit: 1 << 20) }
  }

  private static func complaint(about text: String) -> String? {
    do {
      _ = try PointFile(csv: text, name: "d.csv")
      return nil
    } catch {
      return error.description
    }
  }
}
