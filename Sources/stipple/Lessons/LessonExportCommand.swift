import ArgumentParser
import Foundation
import Interface
import TextScreen

/// `stipple lesson export`: a hand-out in Markdown, with a picture of every page.
struct LessonExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a lesson as a Markdown hand-out with a picture of every page.")

  @Argument(help: "The lesson's name or file.", completion: .lesson)
  var name: String

  @Option(
    name: .shortAndLong, help: "The folder that gets README.md and the pictures.",
    completion: .directory)
  var output: String

  @OptionGroup var words: LessonNotation
  @OptionGroup var look: LookOptions

  func run(on console: Console) throws {
    let library = LessonLibrary(presets: console.presets)
    let lesson = try library.lesson(named: name).speaking(words.notation)
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
    } catch {
      throw WorkError("the folder \(output) cannot be made: \(error.localizedDescription)")
    }
    let glyphs = look.glyphs ?? .braille
    var parts = ["# \(lesson.title)\n", lesson.summary + "\n"]
    for (index, page) in lesson.pages.enumerated() {
      console.progress?("page \(index + 1) of \(lesson.pages.count)")
      let text: LessonSheetText
      do throws(ScriptError) {
        text = try LessonSheetText(
          page, catalogue: library.catalogue, size: Size(columns: 120, rows: 40))
      } catch {
        throw InputError(error.description)
      }
      let image = "page-\(index + 1).svg"
      let state = text.picture
      let picture = PictureFormat.svg.picture(
        of: state, glyphs: Glyphs(dots: glyphs, unicodeText: glyphs != .ascii),
        theme: state.view.theme(over: look.theme ?? .light))
      try AtomicFile.write(Data(picture.utf8), to: "\(output)/\(image)")
      parts.append(text.markdown(number: index + 1, image: image))
    }
    try AtomicFile.write(Data(parts.joined(separator: "\n").utf8), to: "\(output)/README.md")
    console.note("stipple: \(lesson.pages.count) pages are in \(output)/README.md")
  }
}
