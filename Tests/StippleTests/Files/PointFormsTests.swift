import Diffusion
import Foundation
import Testing

@testable import stipple

/// Tables as other programs write them.
@Suite struct PointFormsTests {
  private static let points: [Point] = [[3.6, 79], [1.8, 54], [3.333, 74]]

  @Test(arguments: [
    ("x,y\n3.6,79\n1.8,54\n3.333,74\n", "plain"),
    ("\"x\",\"y\"\n\"3.6\",\"79\"\n\"1.8\",\"54\"\n\"3.333\",\"74\"\n", "all in quotes"),
    ("x,y\r3.6,79\r1.8,54\r3.333,74\r", "line ends of old"),
  ])
  func plainFormsAreReadWithoutAWord(text: String, name: String) throws {
    let file = try PointFile(csv: text, name: "d.csv")
    #expect(file.points == Self.points && file.remark == nil, "\(name)")
  }

  @Test(arguments: [
    ("X,Y\n3.6,79\n1.8,54\n3.333,74\n", "x is column X, y is column Y"),
    (",x,y\n0,3.6,79\n1,1.8,54\n2,3.333,74\n", "not read: the one without a name"),
    (",0,1\n0,3.6,79\n1,1.8,54\n2,3.333,74\n", "x is column 0, y is column 1"),
    ("rownames,a,b\n1,3.6,79\n2,1.8,54\n3,3.333,74\n", "x is column a, y is column b"),
    ("\"eruptions\",\"waiting\"\n3.6,79\n1.8,54\n3.333,74\n", "x is column eruptions"),
    ("\"a\" \"b\"\n\"1\" 3.6 79\n\"2\" 1.8 54\n\"3\" 3.333 74\n", "separated by blanks"),
    ("a b\n1 3.6 79\n2 1.8 54\n3 3.333 74\n", "separated by blanks"),
    ("x;y\n3,6;79\n1,8;54\n3,333;74\n", "separated by ';'; decimal commas"),
    ("sep=;\r\nx;y\r\n3,6;79\r\n1,8;54\r\n3,333;74\r\n", "decimal commas"),
    ("x,y\n\"3,6\",79\n\"1,8\",54\n\"3,333\",74\n", "decimal commas"),
    ("x\ty\n3.6\t79\n1.8\t54\n3.333\t74\n", "separated by tabs"),
    ("x\ty\n3,6\t79\n1,8\t54\n3,333\t74\n", "separated by tabs; decimal commas"),
    ("x|y\n3.6|79\n1.8|54\n3.333|74\n", "separated by '|'"),
    ("3.6 79\n1.8 54\n3.333 74\n", "separated by blanks; no header"),
    ("3.6\t79\n1.8\t54\n3.333\t74\n", "separated by tabs; no header"),
    ("3.6,79\n1.8,54\n3.333,74\n", "no header"),
    ("# made by hand\n# x y\n 3.6  79\n 1.8  54 # here\n\n 3.333 74\n", "separated by blanks"),
    ("# x,y\n3.600e+00,7.9e+01\n1.8,54\n3.333,74\n", nil),
    ("x,y,color\n3.6,79,#ff7f0e\n1.8,54,#000000\n3.333,74,#ffffff\n", "not read: color"),
    ("color,x,y\n#ff7f0e,3.6,79\n#000000,1.8,54\n#ffffff,3.333,74\n", "not read: color"),
    ("y,x\n79,3.6\n54,1.8\n74,3.333\n", nil),
    ("\"\",\"x\",\"y\"\n\"1\",3.6,79\n\"2\",1.8,54\n\"3\",3.333,74\n", "not read"),
    ("x,y\n3.6,79\n1.8,54\n3.333,74\n\n\n", nil),
  ])
  func whatCanBeToldIsToldInOneLine(text: String, words: String?) throws {
    let file = try PointFile(csv: text, name: "d.csv")
    #expect(file.points == Self.points)
    #expect(words == nil ? file.remark == nil : file.remark?.contains(words ?? "") == true)
    #expect(file.remark?.contains { $0.isNewline } != true)
  }

  @Test func labelsAreReadFromTheirColumnWhereverItIs() throws {
    let named = try PointFile(csv: "x,y,color,label\n1,2,#ff7f0e,a\n3,4,#000000,b\n", name: "d.csv")
    #expect(named.labels == ["a", "b"])
    let third = try PointFile(csv: "1;2;a\n3;4;b\n", name: "d.csv")
    #expect(third.points == [[1, 2], [3, 4]] && third.labels == ["a", "b"])
    let broken = try PointFile(csv: "x,y,label\n1,2,\"two\nlines\"\n3,4,\n", name: "d.csv")
    #expect(broken.labels == ["two lines", ""])
    #expect(broken.place(of: 1) == InputError.Place(line: 4, column: 5))
    let data = broken.distribution(named: "d.csv", PointForm())
    #expect(try data.mixture().labels == ["two lines", DistributionSpecification.unlabelled])
  }

  @Test(arguments: [
    ("a,b,c\n1,2,3\n4,5,7\n", "say --columns x=a,y=b or --columns x=b,y=c"),
    ("1,2,3\n4,5,6\n", "say --columns x=1,y=2 or --columns x=2,y=3"),
    ("0,1\n0.5,0.25\n", "say --header none or --header first"),
    ("x;y\n1,234;5,678\n", "'1,234' may be 1.234 or 1234; say --decimal ,"),
    ("x,x,y\n1,2,3\n", "columns 1 or 2 are both called 'x'"),
    ("x\ty\n1\t2\t3\t4\n", "a row is x<tab>y"),
  ])
  func whatIsInDoubtIsRefusedWithBothReadings(text: String, words: String) {
    #expect { try PointFile(csv: text, name: "d.csv") } throws: {
      let message = "\($0)"
      return message.contains(words) && message.hasPrefix("d.csv:") && !message.contains("\t")
    }
  }

  @Test func flagsSettleWhatIsInDoubt() throws {
    func read(_ text: String, _ columns: String? = nil, _ set: (inout PointForm) -> Void = { _ in })
      throws -> PointFile
    {
      var form = PointForm()
      if let columns { try form.setColumns(columns) }
      set(&form)
      return try PointFile(csv: text, name: "d.csv", form: form)
    }
    #expect(try read("a,b,c\n1,2,3\n4,5,6\n", "x=c,y=a").points == [[3, 1], [6, 4]])
    #expect(try read("a,b,c\n1,2,3\n4,5,6\n", "x=C,y=1").points == [[3, 1], [6, 4]])
    let labelled = try read("a,b,c\n1,2,3\n4,5,6\n", "x=a,y=b,label=c")
    #expect(labelled.labels == ["3", "6"] && labelled.remark == nil)
    #expect(try read("0,1\n2,3\n") { $0.hasHeader = false }.points == [[0, 1], [2, 3]])
    #expect(try read("0,1\n2,3\n") { $0.hasHeader = true }.points == [[2, 3]])
    #expect(try read("x;y\n1,234;5,678\n") { $0.decimal = "," }.points == [[1.234, 5.678]])
    #expect(try read("x:y\n1:2\n") { $0.separator = ":" }.points == [[1, 2]])
    #expect(throws: InputError.self) { try read("a,b,c\n1,2,3\n", "x=q,y=a") }
  }

  @Test func spreadsheetsMayWriteTwoBytesACharacter() throws {
    let scratch = try Scratch()
    let path = scratch.file("excel.txt")
    let text = "\u{FEFF}x\ty\r\n3,6\t79\r\n1,8\t54\r\n3,333\t74\r\n"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try Data(bytes).write(to: URL(filePath: path))
    #expect(try PointFile.read(path).points == Self.points)
  }
}
