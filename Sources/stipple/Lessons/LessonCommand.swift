import ArgumentParser
import Diffusion
import Interface
import TextScreen

/// `stipple lesson`: lessons that run the program.
struct LessonCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Open, print, check or export a lesson.",
    discussion: """
      NAME is one of 'stipple list lessons', or the path of a lesson's YAML file.

      On the screen enter goes on, backspace back, ! gives a hint and ~ shows the answer.

      Examples:
        stipple lesson the-schedule
        stipple lesson noise-destroys-structure --plain
        stipple lesson straight-paths --notation flow-matching
        stipple lesson check
        stipple lesson check mine.yaml
        stipple lesson export the-schedule -o handout
      """,
    subcommands: [LessonPlainCommand.self, LessonCheckCommand.self, LessonExportCommand.self],
    defaultSubcommand: LessonPlainCommand.self)

  func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// How a lesson names its quantities.
struct LessonNotation: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Speak as ddpm, edm or flow-matching do; see 'stipple list notations'.", valueName: "name"),
    completion: FlagValue.names(of: Notation.self), transform: FlagValue.member)
  var notation: Notation?
}

/// `stipple lesson NAME`: the lesson itself.
struct LessonPlainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "A lesson page by page.", shouldDisplay: false)

  @Argument(help: "The lesson's name or file.", completion: .lesson)
  var name: String

  @Flag(help: "Print it as plain lines, with its figures and answers, as screen readers like it.")
  var plain = false

  @Option(help: "The page to begin with, from 1.")
  var page = 1

  @OptionGroup var words: LessonNotation
  @OptionGroup var look: LookOptions
  @OptionGroup var screen: ScreenOptions

  func run(on console: Console) throws {
    let library = LessonLibrary(presets: console.presets)
    let lesson = try library.lesson(named: name).speaking(words.notation)
    guard lesson.pages.indices.contains(page - 1) else {
      throw InputError("--page must be from 1 to \(lesson.pages.count), not \(page)")
    }
    if !plain { return try open(lesson, on: console) }
    try console.output("\(lesson.title)\n\(lesson.summary)\n")
    for (index, page) in lesson.pages.enumerated() {
      let text = try played(page, with: library.catalogue)
      try console.output("\n\(text.plain(number: index + 1))")
    }
  }

  private func open(_ lesson: Lesson, on console: Console) throws {
    let lines = ["lesson \(lesson.id)"] + (page == 1 ? [] : ["lesson page \(page)"])
    let line = try Screen.run(
      .experiment(lesson.pages[page - 1].experiment, weights: nil),
      script: try Script(play: lines.joined(separator: "; ")),
      options: try screen.values(looking: look), presets: console.presets, lesson: lesson)
    if let line { try console.output(line + "\n") }
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
