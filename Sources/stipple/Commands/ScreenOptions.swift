import ArgumentParser
import Diffusion
import Interface
import TextScreen

/// Flags that say how pictures of the screen look, live or not.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The colours: \(Theme.allCases.map(\.id).joined(separator: ", ")).", valueName: "name"),
    completion: .list(Theme.allCases.map(\.id)), transform: FlagValue.theme)
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      "How dots are drawn: \(Glyphs.Dots.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(Glyphs.Dots.allCases.map(\.rawValue)), transform: FlagValue.dots)
  var glyphs: Glyphs.Dots?

  @Option(
    help: ArgumentHelp(
      "How many colours there are: \(ColourDepth.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "n"),
    completion: .list(ColourDepth.allCases.map(\.rawValue)), transform: FlagValue.depth)
  var colours: ColourDepth?

  @Option(
    help: ArgumentHelp(
      "Whom it is for: \(ViewOptions.Audience.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(ViewOptions.Audience.allCases.map(\.rawValue)),
    transform: FlagValue.audience)
  var view: ViewOptions.Audience?
}

/// Flags of the live screen.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Frames a second, from 1 to 120; 60 if not given, 20 over ssh.", valueName: "n"))
  var fps: Double?

  @Option(
    help: ArgumentHelp(
      "Keep the session as an asciinema recording; 20 frames a second unless --fps says more.",
      valueName: "file.cast"),
    completion: .file(extensions: ["cast"]))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "The version of asciinema's format: 2, which all players read, or 3.", valueName: "2|3"))
  var cast: Int?

  @Option(
    help: ArgumentHelp(
      "How long players of the recording wait where nothing happens, in seconds.",
      valueName: "s"))
  var idleLimit: Double?

  @Option(
    help: ArgumentHelp(
      "Keep everything that comes to the screen, for 'stipple replay'.",
      valueName: "file.session.yaml"),
    completion: .file(extensions: ["yaml"]))
  var keep: String?

  @OptionGroup var extent: SizeOption

  @Flag(help: "Let what is recorded or kept take the place of an older file.")
  var overwrite = false

  @Option(
    help: ArgumentHelp(
      "How much moves by itself: \(ViewOptions.Motion.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"),
    completion: .list(ViewOptions.Motion.allCases.map(\.rawValue)), transform: FlagValue.motion)
  var motion: ViewOptions.Motion?

  @Flag(help: "Leave the mouse to the terminal, for selecting text.")
  var noMouse = false

  func validate() throws {
    if let fps, !(1...120).contains(fps) {
      throw ValidationError("--fps must be from 1 to 120, not \(fps)")
    }
    if let cast, CastFormat.Version(rawValue: cast) == nil {
      throw ValidationError("--cast must be 2 or 3, not \(cast)")
    }
    if let idleLimit, !(0.01...3600).contains(idleLimit) {
      throw ValidationError("--idle-limit must be from 0.01 to 3600 seconds, not \(idleLimit)")
    }
    if record == nil, cast != nil || idleLimit != nil {
      throw ValidationError("--cast and --idle-limit are for --record; name its file")
    }
  }

  /// The flags as the screen takes them.
  func values(looking look: LookOptions) throws(InputError) -> Screen.Options {
    if record == nil, extent.size != nil {
      throw InputError("--size is for --record; name its file, or the window says the size")
    }
    return Screen.Options(
      theme: look.theme, dots: look.glyphs, depth: look.colours, framesPerSecond: fps,
      usesMouse: !noMouse,
      motion: motion ?? .full, audience: look.view ?? .student, recording: record,
      recordingFormat: CastFormat(
        version: cast.flatMap(CastFormat.Version.init) ?? .two, idleLimit: idleLimit),
      recordingSize: extent.size, keeping: keep, overwrites: overwrite)
  }
}

extension FlagValue {
  /// A theme, by name.
  static func theme(_ word: String) throws -> Theme {
    guard let theme = Theme(named: word) else {
      throw UnknownName(name: word, family: "theme", known: Theme.allCases.map(\.id))
    }
    return theme
  }

  /// How much moves by itself, by name.
  static func motion(_ word: String) throws -> ViewOptions.Motion {
    guard let motion = ViewOptions.Motion(rawValue: word) else {
      throw UnknownName(
        name: word, family: "motion", known: ViewOptions.Motion.allCases.map(\.rawValue))
    }
    return motion
  }

  /// Whom the screen is for, by name.
  static func audience(_ word: String) throws -> ViewOptions.Audience {
    guard let audience = ViewOptions.Audience(rawValue: word) else {
      throw UnknownName(
        name: word, family: "view", known: ViewOptions.Audience.allCases.map(\.rawValue))
    }
    return audience
  }

  /// How many colours there are, by name.
  static func depth(_ word: String) throws -> ColourDepth {
    guard let depth = ColourDepth(rawValue: word) else {
      throw UnknownName(
        name: word, family: "number of colours", known: ColourDepth.allCases.map(\.rawValue))
    }
    return depth
  }

  /// A way of drawing dots, by name.
  static func dots(_ word: String) throws -> Glyphs.Dots {
    guard let dots = Glyphs.Dots(rawValue: word), Glyphs.Dots.allCases.contains(dots) else {
      throw UnknownName(
        name: word, family: "way of drawing dots", known: Glyphs.Dots.allCases.map(\.rawValue))
    }
    return dots
  }
}
