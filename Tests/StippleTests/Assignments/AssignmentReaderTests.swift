import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("Assignments are read from files")
struct AssignmentReaderTests {
  private static let library = AssignmentLibrary(presets: PresetLibrary(folders: []))

  @Test("Every assignment that ships is built in and in the order of the list")
  func shipped() throws {
    let folder = "\(ShippedPresetsTests.folder)/assignments"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      (String(name.dropLast(5)), Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
    #expect(ShippedAssignments.texts == Dictionary(uniqueKeysWithValues: files))
    #expect(ShippedAssignments.order.sorted() == files.map(\.0).sorted())
    #expect(files.count >= 6)
  }

  @Test(
    "It says what to do, can be begun, and its points are a hundred",
    arguments: ShippedAssignments.order)
  func isComplete(name: String) throws {
    let assignment = try Self.library.assignment(named: name)
    #expect(assignment.task.count > 200 && assignment.points == 100)
    let said = Invocation("assignment", name)
    #expect(said.status == 0 && said.output.contains(assignment.title))
    #expect(said.lines.allSatisfy { $0.count <= 80 })
    for part in assignment.parts {
      #expect(said.output.contains(part.title))
      _ = try Laboratory(part.experiment)
    }
    let preset = Invocation("assignment", name, "--preset")
    let begun = try PresetReader(file: "p.yaml").experiment(from: preset.output)
    #expect(begun == assignment.parts[0].experiment.withoutUnusedSettings)
    // Whoever hands in what it begins with has chosen nothing.
    let node = try #require(try YAMLText.root(of: preset.output, file: "p.yaml"))
    let value = PresetValue(node, file: "p.yaml", name: "settings")
    if assignment.parts.count == 1 {
      #expect(try ChosenSettings(value, of: assignment).line == "{}")
    }
  }

  /// A mistake, what is said of it and where.
  private static let mistakes: [(change: (String, String), place: String, words: String)] = [
    (("title: Tiny", "titel: Tiny"), "2:1", "did you mean 'title'?"),
    (("network: own", "network: mine"), "11:10", "no network of an assignment 'mine'"),
    (("chamfer_mean", "chamfer_meen"), "18:13", "did you mean 'chamfer_mean'?"),
    (("iterations: 12", "iterations: 0"), "12:13", "from 1 to 100000, not 0"),
    (("count: 40", "count: 4"), "13:8", "from 10 to 20000, not 4"),
    (("training.rate", "traning.rate"), "14:14", "did you mean 'training'?"),
    (("weights, samples", "weights, sample"), "15:30", "did you mean 'samples'?"),
    (("needs: [reflection]", "needs: [reflexion]"), "16:9", "did you mean 'reflection'?"),
    (("value: 1000, points: 5", "value: 1, points: 5"), "20:44", "the hardest threshold"),
    (("points: 10}", "points: 0}"), "20:39", "points must be from 1 to 1000, not 0"),
    (("calls: 6", "call: 6"), "19:5", "did you mean 'calls'?"),
    (("kind: cosine", "kind: cosin"), "6:20", "did you mean 'cosine'?"),
    (("steps: 4", "steps: 400"), "9:32", "from 1 to the schedule's 20"),
  ]

  @Test(
    "A mistake is refused with its place and the nearest right word", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (change, place, words) = Self.mistakes[index]
    let text = TinyAssignment.own.replacingOccurrences(of: change.0, with: change.1)
    #expect(text != TinyAssignment.own)
    let reader = AssignmentReader(file: "a.yaml", presets: PresetLibrary(folders: []))
    let error = #expect(throws: InputError.self) {
      try reader.assignment(from: text, id: "a")
    }
    let said = error?.description ?? ""
    #expect(said.hasPrefix("a.yaml:\(place): ") && said.contains(words), "\(said)")
  }

  @Test("A name that is nearly right is mended")
  func unknownName() {
    let run = Invocation("assignment", "swiss-rol-ddpm")
    #expect(run.status == 2)
    #expect(run.notes.first?.contains("did you mean 'swiss-roll-ddpm'?") == true)
  }

  @Test("The list says thresholds as JSON")
  func list() throws {
    let run = Invocation("list", "assignments", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let entries = try #require(json as? [[String: Any]])
    #expect(entries.compactMap { $0["id"] as? String } == ShippedAssignments.order)
    for entry in entries {
      #expect(entry["title"] is String)
      let thresholds = try #require(entry["thresholds"] as? [[String: Any]])
      #expect(!thresholds.isEmpty)
      #expect(thresholds.allSatisfy { $0["value"] is Double && $0["points"] is Int })
    }
  }
}
