import Foundation
import Testing

@testable import stipple

@Suite("A leader board keeps the best sheets")
final class BoardCommandTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try TinyAssignment.write(into: folder)
  }

  private func add(_ sheets: [String]) -> Invocation {
    TinyAssignment.run(["board", folder.file("board.yaml"), "--add"] + sheets, in: folder)
  }

  private var bytes: Data {
    get throws { try Data(contentsOf: URL(filePath: folder.file("board.yaml"))) }
  }

  @Test("Adding again changes nothing, the order does not matter, and the best is first")
  func idempotent() throws {
    let sheets = try ["ada", "bob", "cleo"].enumerated().map { number, name in
      try TinyAssignment.sheet("seed: \(number + 1)", as: name, in: folder)
    }
    let first = add(sheets)
    #expect(first.status == 0, "\(first.notes)")
    let before = try bytes
    let again = add(Array(sheets.reversed()))
    #expect(try bytes == before && again.output == first.output)
    let rows = try TinyAssignment.table(first)
    let values = rows.compactMap { $0["value"].flatMap(Double.init) }
    #expect(values.count == 3 && values == values.sorted())
    #expect(rows.map { $0["rank"] } == ["1", "2", "3"])
    #expect(Set(rows.compactMap { $0["author"] }) == ["ada", "bob", "cleo"])
    #expect(Invocation("board", folder.file("board.yaml")).output == first.output)
  }

  @Test("Of one author the best sheet stays")
  func bestStays() throws {
    let sheets = try (1...3).map { seed in
      try TinyAssignment.sheet(
        "seed: \(seed)", as: "s\(seed)", more: ["--author", "Ada"], in: folder)
    }
    let alone = try sheets.map { sheet -> Double in
      let rows = try TinyAssignment.table(TinyAssignment.run(["grade", sheet], in: folder))
      return try #require(rows[0]["value"].flatMap(Double.init))
    }
    for sheet in sheets { _ = add([sheet]) }
    let rows = try TinyAssignment.table(Invocation("board", folder.file("board.yaml")))
    #expect(rows.count == 1 && rows[0]["author"] == "Ada")
    #expect(rows[0]["value"].flatMap(Double.init) == alone.min())
  }

  @Test("A forged sheet is refused by its name; the others are added")
  func forged() throws {
    let honest = try TinyAssignment.sheet("seed: 1", as: "ada", in: folder)
    let text = try String(contentsOfFile: honest, encoding: .utf8)
    let forged = try folder.write(
      text.replacingOccurrences(of: "seed: 1", with: "seed: 2"), to: "mallory.md")
    let run = add([forged, honest])
    #expect(run.status == 1)
    #expect(run.notes.contains { $0.contains("mallory.md: damaged") })
    #expect(run.notes.last?.contains("not added: \(forged)") == true)
    #expect(try TinyAssignment.table(run).map { $0["author"] } == ["ada"])
  }

  @Test("A board that is none is refused with its place")
  func badBoards() throws {
    let gone = Invocation("board", folder.file("gone.yaml"))
    #expect(gone.status == 2 && gone.notes[0].contains("no such board"))
    let bad = try folder.write("board: 1\nentries:\n- {assignment: a}\n", to: "bad.yaml")
    let run = Invocation("board", bad)
    #expect(run.status == 2 && run.notes[0].contains("bad.yaml:3:3: entry 1 has lost its figure"))
  }
}
