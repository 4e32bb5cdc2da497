import Foundation
import Interface
import Testing

@testable import stipple

/// The lessons that come with the program.
@Suite("The shipped lessons") struct ShippedLessonsTests {
  static let ids = ShippedLessons.texts.map(\.id)

  @Test("Every file of the folder is built in as it is, and nothing else is")
  func allAreBuiltIn() throws {
    let folder = "\(ShippedPresetsTests.folder)/lessons"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == Self.ids.map { "\($0).yaml" }.sorted())
    for (id, bytes) in ShippedLessons.texts {
      #expect(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(id).yaml"))) == bytes, "\(id)")
    }
  }

  @Test("Every page can be played, and says what the program measures", arguments: ids)
  func nothingIsWrong(id: String) throws {
    let run = Invocation("lesson", "check", id)
    #expect(run.status == 0, "\(run.output)")
    let lesson = try LessonLibrary(presets: PresetLibrary(folders: [])).lesson(named: id)
    #expect(run.output == "\(id): \(lesson.pages.count) pages, nothing wrong\n")
    #expect((6...15).contains(lesson.pages.count))
    #expect(!lesson.topics.isEmpty && (30...100).contains(lesson.summary.count))
  }

  @Test("They are listed with their pages and topics")
  func listed() throws {
    let run = Invocation("list", "lessons", "--json")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == Self.ids)
    #expect(rows.allSatisfy { ($0["pages"] as? Int ?? 0) >= 6 && $0["topics"] is [String] })
  }
}
