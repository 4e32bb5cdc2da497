import CursesTerminal
import Diffusion
import Foundation
import Interface
import TextScreen

/// The live screen: opens the terminal, runs until somebody quits, gives the terminal back.
enum Screen {
  /// How a person wants to see it.
  struct Options {
    /// Nil for what suits the terminal.
    var theme: Theme?
    /// Nil for the best the terminal can show.
    var dots: Glyphs.Dots?
    /// Nil for as many colours as the terminal has.
    var depth: ColourDepth?
    /// Nil for what suits the line: fewer frames over a network.
    var framesPerSecond: Double?
    var usesMouse = true
    var motion = ViewOptions.Motion.full
    var audience = ViewOptions.Audience.student
    /// The file that the session is recorded in.
    var recording: String?
    /// How the recording is written.
    var recordingFormat = CastFormat()
    /// How large the screen is while it is recorded; nil for as large as the terminal.
    var recordingSize: Size?
    /// Whether a recording may take the place of an older one.
    var overwrites = false
  }

  /// Frames a second on the machine's own terminal, and through a network.
  private static let localRate = 60.0
  private static let remoteRate = 20.0
  /// What a recording needs to look smooth without growing by megabytes a second.
  private static let recordedRate = 20.0

  /// What the screen opens on.
  enum Opening {
    /// An experiment, with a network to begin with.
    case experiment(Experiment, weights: (any TrainedWeights)?)
    /// What a session left.
    case session(Session, SessionFile)
  }

  /// - Parameters:
  ///   - lesson: one beside those that are built in, which a script can open by its name.
  ///   - script: what is done before anybody presses a key.
  /// - Returns: the line to share that was made last, if one was.
  static func run(
    _ opening: Opening, script: Script, options: Options, presets: PresetLibrary,
    lesson: Lesson? = nil
  ) throws -> String? {
    let environment = ProcessInfo.processInfo.environment
    try options.checkSize(of: .ofTerminal)
    let entries = presets.screenEntries
    var state: AppState
    do {
      state = try opening.state(with: entries, from: presets)
    } catch {
      throw InputError(error.description)
    }
    let title = state.experiment.title
    state.catalogue.filesBeginning = PresetPath.names
    state.catalogue.lessons = LessonLibrary(presets: presets).entries(with: lesson)
    var view = state.view
    view.motion = options.motion
    view.audience = options.audience
    _ = state.update(.plane(.look(view)))
    let recorder = try options.recording.map { path in
      try CastWriter(
        path: path, size: options.recordingSize ?? .ofTerminal, title: "Stipple: \(title)",
        environment: environment, format: options.recordingFormat, overwrites: options.overwrites)
    }
    let terminal: CursesTerminal
    do {
      terminal = try open(options, recorder: recorder, environment: environment)
    } catch {
      recorder?.discard()
      throw error
    }
    let depth = terminal.depth
    var files = FileKeeper.workingFolder(presets: { presets.shipped(among: entries) })
    files.keepSession = opening.keeper(in: environment)
    let runtime = Runtime(
      state: state, terminal: terminal,
      theme: (options.theme ?? Capabilities.theme(in: environment, depth: depth))
        .shown(at: depth),
      background: options.theme == nil
        ? BackgroundAnswer(
          theme: { Capabilities.theme(onBackground: $0, depth: depth) },
          hint: { HintFile.background(in: environment)?.firstHint }) : nil,
      files: files,
      framesPerSecond: options.framesPerSecond
        ?? min(usualRate(in: environment), recorder == nil ? .infinity : recordedRate),
      script: opening.script + script, recorder: recorder, trainingThreads: Machine.trainingThreads)
    let ending = runtime.run()
    recorder?.finish()
    if let failure = recorder?.failure { throw WorkError(failure) }
    switch ending {
    case .quit: return runtime.sharedLine
    case .signal(let number): throw Ended(signal: number)
    case .hangup: throw Ended(signal: SIGHUP)
    }
  }

  private static func open(
    _ options: Options, recorder: CastWriter?, environment: [String: String]
  ) throws -> CursesTerminal {
    var terminalOptions = CursesTerminal.Options(environment: environment)
    terminalOptions.usesMouse = options.usesMouse
    terminalOptions.dots = options.dots
    terminalOptions.depth = options.depth
    terminalOptions.recorder = recorder
    terminalOptions.largestSize = options.recordingSize
    terminalOptions.asksForBackground =
      options.theme == nil && !Capabilities.knowsBackground(in: environment)
    do {
      return try CursesTerminal(options: terminalOptions)
    } catch {
      throw InputError(error.description)
    }
  }

  private static func usualRate(in environment: [String: String]) -> Double {
    Capabilities.isRemote(in: environment) ? remoteRate : localRate
  }
}

extension Screen.Options {
  /// A recording shows nothing that the terminal has no room for.
  fileprivate func checkSize(of terminal: Size) throws(InputError) {
    guard let size = recordingSize,
      size.columns > terminal.columns || size.rows > terminal.rows
    else { return }
    throw InputError(
      "--size: \(size.columns)x\(size.rows) has no room in this terminal of "
        + "\(terminal.columns)x\(terminal.rows); say less, or make the window larger")
  }
}

extension Screen.Opening {
  fileprivate func state(
    with entries: [PresetEntry], from presets: PresetLibrary
  ) throws(ExperimentError) -> AppState {
    let size = Size(columns: 80, rows: 24)
    switch self {
    case .experiment(let experiment, let weights):
      return try AppState(
        experiment: experiment, weights: weights, presets: entries, presetPlaces: presets.places,
        size: size)
    case .session(let session, _):
      return try AppState(
        resuming: session, presets: entries, presetPlaces: presets.places, size: size)
    }
  }

  fileprivate var script: Script {
    if case .session(let session, _) = self { session.script } else { Script() }
  }

  /// Who keeps the session: the file it was resumed from, or a new one. Where there can be none, that
  /// is said on the screen.
  fileprivate func keeper(
    in environment: [String: String]
  ) -> (@Sendable (Session, _ isLast: Bool) throws -> Void)? {
    if case .session(_, let file) = self { return { try file.keep($0, isLast: $1) } }
    guard let folder = SessionFolder(environment: environment) else { return nil }
    do throws(WorkError) {
      let file = try folder.begin()
      return { try file.keep($0, isLast: $1) }
    } catch {
      return { _, _ in throw error }
    }
  }
}

/// A signal asked the program to end.
struct Ended: Error {
  let signal: Int32

  /// The status that shells tell of it.
  var status: Int32 { 128 + signal }

  /// Ends the process by the signal itself, so that whoever waits for it sees that.
  func die() {
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, signal)
    Foundation.signal(signal, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    raise(signal)
  }
}
