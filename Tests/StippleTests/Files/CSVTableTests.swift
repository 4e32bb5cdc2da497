import Diffusion
import Testing

@testable import stipple

@Suite struct CSVTableTests {
  @Test func whatIsNoNumberHasNoSign() {
    #expect(
      [Double.nan, -.nan, -.infinity, 0.1].map(CSVTable.text) == ["nan", "nan", "-inf", "0.1"])
  }

  @Test func numbersKeepEveryBit() throws {
    let numbers = [0.1, 1.0 / 3, 1e-300, -2.5e17, 0x1p-1000, 0.1 + 0.2]
    var table = CSVTable(columns: ["value"])
    for number in numbers { table.append(number) }
    let read = table.text.split(separator: "\n").dropFirst().map { Double($0) }
    #expect(read == numbers)
  }

  @Test(arguments: ["plain", "a,b", "a \"b\"", " blank ", "\"", "north west"])
  func aLabelIsReadAsItWasWritten(label: String) throws {
    let text = PointFile(points: [Point(1, 2)], labels: [label]).csv
    let read = try PointFile(csv: text, name: "points.csv")
    #expect(read.labels == [label])
    #expect(read.points == [Point(1, 2)])
  }

  @Test func infinitiesAreSpelledAsTheReferencesSpellThem() {
    var table = CSVTable(columns: ["t", "a", "b"])
    table.append(indices: 3, numbers: .infinity, -.infinity)
    #expect(table.text == "t,a,b\n3,inf,-inf\n")
  }

  @Test func jsonSpellsInfinitiesAsStringsAndSortsKeys() throws {
    let text = try JSONText.encode(["b": Double.infinity, "a": -.infinity, "c": 0.5])
    #expect(text == "{\n  \"a\" : \"-inf\",\n  \"b\" : \"inf\",\n  \"c\" : 0.5\n}\n")
  }
}
