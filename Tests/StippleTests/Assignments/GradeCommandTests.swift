import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("A class is graded")
final class GradeCommandTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try TinyAssignment.write(into: folder)
  }

  @Test("By any number of threads to the last digit, in the order of the names")
  func threads() throws {
    let names = ["c", "a", "b"]
    for (number, name) in names.enumerated() {
      _ = try TinyAssignment.sheet("seed: \(number)", as: name, in: folder)
    }
    for name in names { try FileManager.default.removeItem(atPath: folder.file("\(name).txt")) }
    let tables = [1, 2, 5].map {
      TinyAssignment.run(["grade", folder.path, "--threads", "\($0)"], in: folder).output
    }
    #expect(Set(tables).count == 1)
    let run = TinyAssignment.run(["grade", folder.path], in: folder)
    #expect(run.status == 0 && run.notes.isEmpty)
    let rows = try TinyAssignment.table(run)
    #expect(rows.map { $0["file"] } == ["a", "b", "c"].map { folder.file("\($0).md") })
    #expect(Set(rows.map { $0["value"] }).count == 3)
  }

  @Test("As Gradescope reads it")
  func gradescope() throws {
    let sheet = try TinyAssignment.sheet("seed: 9", as: "a", in: folder)
    let bad = try folder.write("# not a sheet", to: "bad.md")
    let run = TinyAssignment.run(["grade", sheet, bad, "--format", "gradescope"], in: folder)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["score"] as? Double == 10)
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(tests.map { $0["score"] as? Double } == [10, 0])
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed"])
    #expect(tests[0]["max_score"] as? Int == 10)
    let board = try #require(json["leaderboard"] as? [[String: Any]])
    #expect(board.count == 1 && board[0]["order"] as? String == "asc")
  }

  @Test("Networks are trained once for all that say the same of them")
  func oneTraining() throws {
    let library = AssignmentLibrary(presets: PresetLibrary(folders: [folder.path]))
    let assignment = try library.assignment(named: "tiny")
    var other = assignment.experiment
    other.sampler = SamplerSpecification(kind: .heun, steps: 3)
    other.particles = 7
    let key = NetworkShelf.Key(assignment.experiment, iterations: 5)
    #expect(key == NetworkShelf.Key(other, iterations: 5))
    #expect(key != NetworkShelf.Key(other, iterations: 6))
    other.seed += 1
    #expect(key != NetworkShelf.Key(other, iterations: 5))
    other.seed -= 1
    other.training.rate *= 2
    #expect(key != NetworkShelf.Key(other, iterations: 5))
  }

  @Test("A path where there is nothing takes no other along")
  func missing() throws {
    let sheet = try TinyAssignment.sheet("seed: 9", as: "a", in: folder)
    let run = TinyAssignment.run(["grade", "none.md", sheet, "nowhere"], in: folder)
    #expect(run.status == 1)
    let rows = try TinyAssignment.table(run)
    #expect(rows.map { $0["verdict"] } == ["refused", "full", "refused"])
    #expect(rows.map { $0["file"] } == ["none.md", sheet, "nowhere"])
    #expect(rows[0]["reason"]?.contains("no such file") == true)
    #expect(run.notes.contains { $0.contains("none.md, nowhere") })
  }

  @Test("A path without sheets and a form that is none are said")
  func refusals() throws {
    let empty = try Scratch()
    let nothing = Invocation("grade", empty.path)
    #expect(nothing.status == 2 && nothing.notes[0].contains("there is no sheet"))
    let run = Invocation("grade", empty.path, "--format", "xml")
    #expect(run.status == 64 && run.notes[0].contains("no form 'xml'"))
  }
}
