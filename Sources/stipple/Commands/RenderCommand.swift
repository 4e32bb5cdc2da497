import ArgumentParser
import Diffusion
import Interface

/// `stipple render`: a picture of the screen, without a terminal.
struct RenderCommand: ConsoleCommand {
  /// The form of the picture.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case ansi
    case svg
  }

  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print a picture of the screen.",
    discussion: """
      The picture shows the screen as it looks some seconds after it was opened, by a clock \
      that belongs to the picture: the same experiment always gives the same picture.

      Examples:
        stipple render eight-gaussians --size 80x24
        stipple render two-moons --after 9 --format svg > moons.svg
        stipple render eight-gaussians --play "pause; time 0.4; view ground error"
      """)

  @Argument(help: "The preset to show.")
  var preset: String

  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var crowd: CrowdOption
  @OptionGroup var seed: SeedOption
  @OptionGroup var network: NetworkFileOption

  @Option(
    help: ArgumentHelp("Columns and rows.", valueName: "columnsxrows"),
    transform: FlagValue.size)
  var size = Size(columns: 120, rows: 40)

  @Option(help: "The form: text, ansi (with colours) or svg.")
  var format = Format.text

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many seconds after the screen was opened.", valueName: "seconds"),
    transform: FlagValue.number)
  var after = 10.0

  @Option(
    help: ArgumentHelp(
      "Commands of the screen's command line to do then, such as 'pause; time 0.3; wait 1'.",
      valueName: "commands"))
  var play: String?

  @OptionGroup var look: LookOptions

  func validate() throws {
    if !(0...600).contains(after) {
      throw ValidationError("--after must be from 0 to 600 seconds, not \(after)")
    }
  }

  func run(on console: Console) throws {
    let weights = try network.weights
    var experiment = try console.experiment(
      preset: preset, edits: [schedule, sampling, crowd, seed])
    network.apply(weights, to: &experiment)
    let state: AppState
    do {
      state = try AppState(
        experiment: experiment, weights: weights, presets: console.presets.screenEntries,
        size: size)
    } catch {
      throw InputError(error.description)
    }
    var rehearsal = Rehearsal(state)
    rehearsal.run(seconds: after)
    for line in (play ?? "").split(separator: ";") {
      do { try rehearsal.say(String(line)) } catch { throw InputError("--play: \(error)") }
      if rehearsal.state.notice?.tone == .warning, let notice = rehearsal.state.notice {
        throw InputError("--play: \(line): \(notice.text)")
      }
    }
    let glyphs = look.glyphs ?? .braille
    let surface = ScreenPicture.draw(
      state: rehearsal.state, glyphs: Glyphs(dots: glyphs, unicodeText: glyphs != .ascii))
    try console.output(picture(of: surface, title: experiment.title))
  }

  private func picture(of surface: Surface, title: String) -> String {
    switch format {
    case .text: surface.plainText + "\n"
    case .ansi: AnsiPicture(surface, theme: look.theme).text
    case .svg:
      SVGPicture(
        surface, theme: look.theme, title: "Stipple: \(title)",
        background: look.theme.usualBackground
      ).text
    }
  }
}

extension FlagValue {
  /// Columns and rows, such as `120x40`.
  static func size(_ word: String) throws -> Size {
    let parts = word.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...500).contains(columns), (1...200).contains(rows)
    else {
      throw InputError("'\(word)' is no size; say columns and rows, up to 500x200, as in 120x40")
    }
    return Size(columns: columns, rows: rows)
  }
}
