import ArgumentParser
import Interface
import TextScreen

/// `stipple lesson`: lessons that run the program.
struct LessonCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Print, check or export a lesson.",
    discussion: """
      NAME is one of 'stipple list lessons', or the path of a lesson's YAML file.

      Examples:
        stipple lesson noise-destroys-structure --plain
        stipple lesson check
        stipple lesson check mine.yaml
        stipple lesson export the-schedule -o handout
      """,
    subcommands: [LessonPlainCommand.self, LessonCheckCommand.self, LessonExportCommand.self],
    defaultSubcommand: LessonPlainCommand.self)

  func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// `stipple lesson NAME`: the lesson itself.
struct LessonPlainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "A lesson page by page.", shouldDisplay: false)

  @Argument(help: "The lesson's name or file.")
  var name: String

  @Flag(help: "Print it as plain lines, with its figures and answers, as screen readers like it.")
  var plain = false

  func run(on console: Console) throws {
    let library = LessonLibrary(presets: console.presets)
    let lesson = try library.lesson(named: name)
    try console.output("\(lesson.title)\n\(lesson.summary)\n")
    for (index, page) in lesson.pages.enumerated() {
      let text = try played(page, with: library.catalogue)
      try console.output("\n\(text.plain(number: index + 1))")
    }
  }

  private func played(
    _ page: LessonPage, with catalogue: Catalogue
  ) throws(InputError) -> LessonSheetText {
    do throws(ScriptError) {
      return try LessonSheetText(page, catalogue: catalogue, size: Size(columns: 120, rows: 40))
    } catch {
      throw InputError(error.description)
    }
  }
}
