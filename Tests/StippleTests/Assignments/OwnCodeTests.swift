import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("Your code, our referee")
final class OwnCodeTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try TinyAssignment.write(into: folder)
  }

  private func samples(seed: String, count: String = "40") throws -> String {
    try folder.write(
      Invocation("data", "eight-gaussians", "--count", count, "--seed", seed).output,
      to: "samples-\(seed)-\(count).csv")
  }

  @Test("Samples of any program are judged by the same table, as a sheet or as they are")
  func samplesAreJudged() throws {
    let file = try samples(seed: "77")
    let direct = try TinyAssignment.table(
      TinyAssignment.run(["grade", file, "--assignment", "tiny"], in: folder))
    let sheet = folder.file("own.md")
    let made = TinyAssignment.run(
      ["assignment", "tiny", "--submit", file, "-o", sheet], in: folder)
    #expect(made.status == 0, "\(made.notes)")
    let graded = try TinyAssignment.table(TinyAssignment.run(["grade", sheet], in: folder))
    #expect(direct[0]["value"] == graded[0]["value"] && direct[0]["verdict"] == "full")
  }

  @Test("The judge's own data, other counts and other files are refused by name")
  func refusals() throws {
    // The real data that samples are held against, which nobody is meant to hand in.
    let assignment = try AssignmentLibrary(presets: PresetLibrary(folders: [folder.path]))
      .assignment(named: "tiny")
    let judge = try Referee(assignment: assignment, shelf: NetworkShelf())
      .judge(of: assignment.experiment)
    let zeros = [Point](repeating: .zero, count: 40)
    let reference = SampleSet(of: zeros, origin: nil, in: judge).reference
    let stolen = try folder.write(
      PointFile(points: reference, labels: nil).csv, to: "stolen.csv")
    let few = try samples(seed: "1", count: "39")
    let wrong = try folder.write("x,y\n1,two\n", to: "wrong.csv")
    let rows = try TinyAssignment.table(
      TinyAssignment.run(
        ["grade", stolen, few, wrong, "--assignment", "tiny"], in: folder))
    #expect(rows.allSatisfy { $0["verdict"] == "refused" && $0["points"] == "0" })
    let reasons = rows.map { $0["reason"] ?? "" }
    #expect(reasons[0].contains("40 of the 40 points are the judge's own"))
    #expect(reasons[1].contains("it has 39 points; the assignment judges 40"))
    #expect(reasons[2].contains("2:3: 'two' is not a finite number"))
    let nameless = TinyAssignment.run(["grade", few], in: folder)
    #expect(nameless.output.contains("--assignment NAME says what a table is for"))
  }

  @Test("An assignment that lies anywhere is named by its file")
  func ownFile() throws {
    let file = try folder.write(TinyAssignment.own, to: "elsewhere.yaml")
    let sheet = folder.file("e.md")
    #expect(
      Invocation("assignment", file, "--submit", try samples(seed: "4"), "-o", sheet).status == 0)
    #expect(Invocation("grade", sheet).output.contains("no assignment 'elsewhere'"))
    #expect(Invocation("grade", sheet, "--assignment", file).output.contains(",full,"))
  }

  @Test("A field is judged at the assignment's places: nothing is off the exact one")
  func field() throws {
    let places = try folder.write(
      TinyAssignment.run(["assignment", "tiny-field", "--places"], in: folder).output,
      to: "places.csv")
    let preset = try folder.write(
      TinyAssignment.run(["assignment", "tiny-field", "--preset"], in: folder).output,
      to: "p.yaml")
    let exact = Invocation("field", preset, "--points", places, "--t", "9").output
    func error(_ text: String) throws -> Double? {
      let file = try folder.write(text, to: "field.csv")
      let rows = try TinyAssignment.table(
        TinyAssignment.run(["grade", file, "--assignment", "tiny-field"], in: folder))
      return rows[0]["value"].flatMap(Double.init)
    }
    #expect(try error(exact) == 0)
    let points = try PointFile(csv: exact, name: "exact")
    let scores = try PointFile(
      csv: exact, name: "exact", form: FieldReferee.form(of: "score")
    ).points
    func table(_ factor: Double) -> String {
      var table = CSVTable(columns: ["x", "y", "score_x", "score_y"])
      for (place, score) in zip(points.points, scores) {
        table.append(place.x, place.y, factor * score.x, factor * score.y)
      }
      return table.text
    }
    #expect(abs(try #require(try error(table(0))) - 1) < 1e-12)
    #expect(abs(try #require(try error(table(0.75))) - 0.25) < 1e-12)
    let moved = table(1).replacingOccurrences(
      of: "\(points.points[0].x)", with: "\(points.points[0].x + 0.1)")
    #expect(try error(moved) == nil)
  }
}
