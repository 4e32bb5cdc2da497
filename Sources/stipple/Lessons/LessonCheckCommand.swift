import ArgumentParser
import Interface

/// `stipple lesson check`: plays lessons page by page and says what is wrong with them.
struct LessonCheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Play every page and model answer of lessons, and report what is wrong.",
    discussion: """
      Reported are lines that cannot be done, goals that the model answer does not reach, stated \
      answers that are not what the program measures, figures that cannot be measured, and text \
      that does not fit 60 columns at 80x24. Without a file all lessons that are built in are \
      checked. The status is 1 where something is wrong.
      """)

  @Argument(help: "Files or names of lessons.", completion: .file(extensions: ["yaml"]))
  var lessons: [String] = []

  func run(on console: Console) throws {
    let library = LessonLibrary(presets: console.presets)
    let catalogue = library.catalogue
    let names = lessons.isEmpty ? ShippedLessons.texts.map(\.id) : lessons
    var faults = 0
    for name in names {
      let lesson: Lesson
      do {
        lesson = try library.lesson(named: name)
      } catch {
        if names.count == 1 { throw error }
        // One that cannot be read takes no other along.
        console.note("stipple: \(error)")
        faults += 1
        continue
      }
      let check = LessonCheck(lesson, catalogue: catalogue) { page in
        console.progress?("\(name): page \(page) of \(lesson.pages.count)")
      }
      faults += check.faults.count
      for fault in check.faults { try console.output("\(fault)\n") }
      if check.faults.isEmpty {
        try console.output("\(name): \(lesson.pages.count) pages, nothing wrong\n")
      }
    }
    if faults > 0 {
      throw WorkError(faults == 1 ? "1 thing is wrong" : "\(faults) things are wrong")
    }
  }
}
