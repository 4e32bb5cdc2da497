import ArgumentParser
import Diffusion
import Foundation
import Interface
import TextScreen

/// `stipple render`: a picture of the screen, without a terminal.
struct RenderCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print a picture of the screen.",
    discussion: """
      The picture shows the screen as it looks some seconds after it was opened, by a clock \
      that belongs to the picture: the same experiment always gives the same picture. Figures and \
      studies that are on it are finished first, for a minute at most; what is missing then is \
      said on standard error.

      Examples:
        stipple render eight-gaussians --size 80x24
        stipple render two-moons --after 9 --format svg > moons.svg
        stipple render eight-gaussians --play "pause; time 0.4; view ground error"
        stipple render two-moons --only plane --vector --width-mm 85 --theme light --format svg
        stipple render two-moons --after 0 --play "direction reverse" --film moons.gif --seconds 6
        stipple render two-moons --play "direction reverse; time 1" --only plane --film strip.svg
      """)

  @Argument(help: "The preset to show.", completion: .preset)
  var preset: String

  @OptionGroup var outside: OutsideOption

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var crowd: CrowdOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var keys: KeysOption
  @OptionGroup var network: NetworkFileOption

  @OptionGroup var extent: SizeOption

  @Option(
    help: ArgumentHelp(
      "The form: \(PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(PictureFormat.allCases.map(\.rawValue)), transform: FlagValue.picture)
  var format = PictureFormat.text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many seconds after the screen was opened.", valueName: "seconds"),
    transform: FlagValue.number)
  var after = 10.0

  @OptionGroup var play: PlayOptions
  @OptionGroup var look: LookOptions
  @OptionGroup var picture: PictureOptionGroup
  @OptionGroup var filming: FilmOptions

  @Option(
    help: ArgumentHelp(
      "How long a film is, from 0.1 to 60 seconds; 5 if not given.", valueName: "seconds"),
    transform: FlagValue.number)
  var seconds: Double?

  /// How long the picture waits for what is on it.
  private static let patience = Duration.seconds(60)

  func validate() throws {
    if !(0...600).contains(after) {
      throw ValidationError("--after must be from 0 to 600 seconds, not \(after)")
    }
    if let seconds, !(0.1...60).contains(seconds) {
      throw ValidationError("--seconds must be from 0.1 to 60, not \(seconds)")
    }
    if seconds != nil && filming.film == nil {
      throw ValidationError("--seconds says how long --film is; name its file")
    }
  }

  func run(on console: Console) throws {
    let form = try filming.form
    if look.colours != nil && !(form.map { $0 == .cast } ?? (format == .ansi)) {
      throw InputError(
        "--colours is for escape sequences; add --format ansi, or let --film end in .cast")
    }
    let options = try picture.values(for: form == nil || form == .cast ? format : .svg)
    let script = try play.lines()
    let beginning = try network.beginning(
      of: console.experiment(
        preset: preset, outside: outside, edits: [keys, schedule, sampling, crowd, seed]),
      on: console)
    var state: AppState
    do {
      state = try AppState(
        experiment: beginning.experiment, weights: beginning.weights,
        presets: console.presets.allowing(outside).screenEntries, size: size)
    } catch {
      throw InputError(error.description)
    }
    state.catalogue.lessons = LessonLibrary(presets: console.presets).entries
    var view = state.view
    view.audience = look.view ?? view.audience
    _ = state.update(.plane(.look(view)))
    var session = OffscreenSession(state, files: .workingFolder())
    session.run(seconds: after)
    do { try session.play(script) } catch { throw InputError("\(error)") }
    if let part = picture.only { Self.show(part, in: &session) }
    if let form { return try film(in: form, of: &session, options: options, on: console) }
    settle(&session, until: .now + Self.patience, on: console)
    try console.picture(
      format.picture(
        of: session.state, glyphs: glyphs, theme: theme(of: session.state), depth: depth,
        options: options))
  }

  /// Writes a film of the seconds to come.
  private func film(
    in form: FilmForm, of session: inout OffscreenSession, options: PictureOptions,
    on console: Console
  ) throws {
    guard let path = filming.film else { return }
    let theme = theme(of: session.state)
    let title = "Stipple: \(session.state.experiment.title)".printable
    var writer = try FilmOptions.writer(
      of: form, to: path, size: size, title: title, theme: theme, depth: depth,
      isVector: options.isVector, millimetres: options.millimetres)
    var shown = theme.shown(glyphs)
    if options.isVector { shown = shown.drawing(.vector) }
    let times = times(of: form)
    let deadline = ContinuousClock.now + Self.patience
    var passed = 0.0
    for number in 0..<times.count {
      passed += session.run(seconds: times[number] - passed)
      if form == .svg {
        settle(&session, until: deadline, on: console)
      } else if number > 0 {
        session.measure()
      }
      console.progress?("picture \(number + 1) of \(times.count)")
      try writer.add(
        ScreenPicture.draw(state: session.state, glyphs: shown, part: options.part),
        at: times[number])
    }
    if let remark = try writer.finish(at: times.end) { console.note("stipple: \(remark)") }
  }

  /// Finishes what is to be shown; what is not known by then is said.
  private func settle(
    _ session: inout OffscreenSession, until deadline: ContinuousClock.Instant, on console: Console
  ) {
    for missing in session.settle(picture.only, while: { ContinuousClock.now < deadline }) {
      console.note("stipple: not known within \(Self.patience) and so not shown: \(missing)")
    }
  }

  private func times(of form: FilmForm) -> FilmTimes {
    let seconds = seconds ?? 5
    return form == .svg
      ? FilmTimes(strip: filming.count, over: seconds)
      : FilmTimes(moving: max(1, Int((seconds * Double(FilmTimes.rate)).rounded())))
  }

  private var size: Size { extent.size ?? Size(columns: 120, rows: 40) }
  private var depth: ColourDepth { look.colours ?? .truecolor }

  /// What can be shown at best. Only escape sequences have fewer colours than there are.
  private var glyphs: Glyphs {
    let dots = look.glyphs ?? .braille
    let glyphs = Glyphs(dots: dots, unicodeText: dots != .ascii)
    return format == .ansi || filming.film != nil ? glyphs.shown(at: depth) : glyphs
  }

  private func theme(of state: AppState) -> Theme {
    state.view.theme(over: look.theme ?? .dark)
  }

  /// Lets seconds pass until there is what the part shows.
  private static func show(_ part: PicturePart, in session: inout OffscreenSession) {
    if let wish = part.wish(of: session.state) { session.take(wish) }
    for _ in 0..<mostSeconds where part.isPending(in: session.state) { session.run(seconds: 1) }
  }

  private static let mostSeconds = 600
}

extension FlagValue {
  /// A form of pictures, by name.
  static func picture(_ word: String) throws -> PictureFormat {
    guard let format = PictureFormat(rawValue: word) else {
      throw UnknownName(
        name: word, family: "form", known: PictureFormat.allCases.map(\.rawValue))
    }
    return format
  }
}
