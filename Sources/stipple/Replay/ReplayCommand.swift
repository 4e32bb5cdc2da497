import ArgumentParser
import Diffusion
import Foundation
import Interface
import TextScreen

/// `stipple replay`: plays a session again.
struct ReplayCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a session again, from 'run --keep' or from the report of a crash.",
    discussion: """
      The same comes to the screen in the same order, so the screen ends as it did, to the last \
      cell, whatever the clock does meanwhile. On a terminal space pauses, enter takes over: what \
      was to come is dropped, and you go on from there (--keep writes the branch). Where there is \
      no terminal, or with --plain, the last screen is printed.

      Examples:
        stipple replay class.session.yaml
        stipple replay class.session.yaml --until 30 --plain
        stipple replay class.session.yaml --format svg > end.svg
        stipple replay class.session.yaml --film class.cast
        stipple replay class.session.yaml --film strip.svg --only plane --pictures 6
      """)

  @Argument(help: "The file of the session.", completion: .file(extensions: ["yaml"]))
  var file: String

  @Flag(help: "Print the last screen as text, also on a terminal.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Print the last screen in a form: "
        + "\(PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"),
    completion: .list(PictureFormat.allCases.map(\.rawValue)), transform: FlagValue.picture)
  var format: PictureFormat?

  @Option(
    help: ArgumentHelp("Stop there, so many seconds after the beginning.", valueName: "seconds"),
    transform: FlagValue.number)
  var until: Double?

  @OptionGroup var filming: FilmOptions
  @OptionGroup var picture: PictureOptionGroup
  @OptionGroup var look: LookOptions
  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if let until, !(0...1e7).contains(until) {
      throw ValidationError("--until must be from 0 seconds on, not \(until)")
    }
  }

  func run(on console: Console) throws {
    let session = try ReplayFile(inFile: file)
    let isWatched = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    if !isWatched || plain || format != nil || filming.film != nil || picture.only != nil {
      return try show(session, on: console)
    }
    var options = try screen.values(looking: look)
    (options.motion, options.audience) = (session.head.motion, session.head.audience)
    let line = try Screen.run(
      session.opening(), script: Script(), options: options, presets: console.presets,
      replaying: Screen.Replaying(session: session, pause: until))
    if let line { try console.output(line + "\n") }
  }

  /// Writes a film of the session, or the screen at its end.
  private func show(_ session: ReplayFile, on console: Console) throws {
    let form = try filming.form
    let size = screen.extent.size
    if size != nil && picture.only == nil {
      throw InputError("--size is for a part; add --only, or the session says the size")
    }
    var options = try picture.values(for: form == nil || form == .cast ? format ?? .text : .svg)
    options.size = size
    if let form { return try write(form, of: session, options: options, on: console) }
    try printEnd(of: session, options: options, on: console)
  }

  private func replay(of session: ReplayFile, on console: Console) throws -> Replay {
    var options = Screen.Options()
    (options.motion, options.audience) = (session.head.motion, session.head.audience)
    let opening = try session.opening()
    let state: AppState
    do throws(InputError) {
      state = try Screen.state(
        of: opening, options: options, presets: console.presets, lesson: nil)
    } catch {
      throw InputError(error.message, file: file)
    }
    return Screen.Replaying(session: session, pause: nil).replay(of: opening, from: state)
  }

  private func printEnd(
    of session: ReplayFile, options: PictureOptions, on console: Console
  ) throws {
    var replay = try replay(of: session, on: console)
    try play(&replay, to: until ?? .infinity)
    // What was under way may be what ended the program.
    if until == nil { replay.finishWork(trainingSteps: Self.lastSteps) }
    let state = replay.state
    try console.picture(
      (format ?? .text).picture(
        of: state, glyphs: glyphs(of: session), theme: state.view.theme(over: look.theme ?? .dark),
        depth: look.colours ?? .truecolor, options: options))
  }

  /// How many steps training makes that was under way at the end.
  private static let lastSteps = 100

  private func write(
    _ form: FilmForm, of session: ReplayFile, options: PictureOptions, on console: Console
  ) throws {
    guard let film = filming.film else { return }
    var replay = try replay(of: session, on: console)
    let theme = replay.state.view.theme(over: look.theme ?? .dark)
    let size = options.part == nil ? session.size : options.size ?? session.size
    var writer = try FilmOptions.writer(
      of: form, to: film, size: size,
      title: "Stipple: \(replay.state.experiment.title)".printable, theme: theme,
      depth: look.colours ?? .truecolor, isVector: options.isVector,
      millimetres: options.millimetres)
    let end = min(until ?? .infinity, replay.duration)
    let times =
      form == .svg
      ? FilmTimes(strip: filming.count, over: end)
      : FilmTimes(moving: Int((end * Double(FilmTimes.rate)).rounded(.up)) + 1)
    for number in 0..<times.count {
      console.progress?("picture \(number + 1) of \(times.count)")
      try play(&replay, to: min(times[number], end))
      var shown = replay.state.view.theme(over: theme).shown(glyphs(of: session))
      if options.isVector { shown = shown.drawing(.vector) }
      let picture = ScreenPicture.draw(
        state: replay.state, glyphs: shown, part: options.part, size: size)
      try writer.add(options.part == nil ? picture.fitted(to: size) : picture, at: times[number])
    }
    if let remark = try writer.finish(at: times.end) { console.note("stipple: \(remark)") }
  }

  private func play(_ replay: inout Replay, to seconds: Double) throws {
    do throws(ReplayError) {
      try replay.advance(to: seconds)
    } catch {
      throw InputError("\(error)", file: file)
    }
  }

  private func glyphs(of session: ReplayFile) -> Glyphs {
    look.glyphs.map { Glyphs(dots: $0, unicodeText: $0 != .ascii) } ?? session.head.glyphs
  }
}
