import CProgram
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
    /// The file that keeps what comes to the screen.
    var keeping: String?
    /// Whether a recording, and what is kept, may take the place of an older file.
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
    /// What a session left, and the file that it is kept in from now on; nil for a new one.
    case session(Session, SessionFile?)
  }

  /// A session that is played again.
  struct Replaying {
    let session: ReplayFile
    /// Where it stops and waits, in seconds; nil for the end.
    let pause: Double?
  }

  /// - Parameters:
  ///   - lesson: one beside those that are built in, which a script can open by its name.
  ///   - script: what is done before anybody presses a key.
  ///   - replaying: what is played first; who takes over goes on from there.
  /// - Returns: the line to share that was made last, if one was.
  static func run(
    _ opening: Opening, script: Script, options: Options, presets: PresetLibrary,
    lesson: Lesson? = nil, replaying: Replaying? = nil
  ) throws -> String? {
    program_give_memory_back()
    let environment = ProcessInfo.processInfo.environment
    try options.checkSize(of: .ofTerminal)
    let state = try state(of: opening, options: options, presets: presets, lesson: lesson)
    let kept = try options.keeping.map { path throws(InputError) in
      try GrowingFile(path: path, noun: "session", overwrites: options.overwrites)
    }
    var recorder: CastWriter?
    let terminal: CursesTerminal
    do {
      recorder = try self.recorder(of: state, options: options, environment: environment)
      terminal = try open(options, recorder: recorder, environment: environment)
    } catch {
      kept?.discard()
      recorder?.discard()
      throw error
    }
    let depth = terminal.depth
    let theme = (options.theme ?? Capabilities.theme(in: environment, depth: depth))
      .shown(at: depth)
    let rate =
      options.framesPerSecond
      ?? min(usualRate(in: environment), recorder == nil ? .infinity : recordedRate)
    var replay: Replay?
    if let replaying {
      let screen = ReplayScreen(
        replaying.replay(of: opening, from: state), on: terminal, theme: theme,
        framesPerSecond: rate, pausingAt: replaying.pause)
      let ending = screen.run()
      guard ending == .takenOver else {
        terminal.close()
        kept?.discard()
        recorder?.finish()
        return try replaying.leave(ending)
      }
      replay = screen.replay
    }
    let keeper = opening.keeper(in: environment)
    let journal = Journal(
      head: replaying?.session.head ?? opening.head(options, on: terminal),
      played: replay?.played ?? [], file: kept,
      report: keeper.folder.map { "\($0)/crash.session.yaml" })
    var files = FileKeeper.workingFolder(presets: {
      presets.shipped(among: state.catalogue.presets)
    })
    files.keepSession = keeper.keep
    let runtime = Runtime(
      state: replay?.state ?? state, terminal: terminal, theme: theme,
      background: options.theme == nil
        ? BackgroundAnswer(
          theme: { Capabilities.theme(onBackground: $0, depth: depth) },
          hint: { HintFile.background(in: environment)?.firstHint }) : nil,
      files: files, framesPerSecond: rate,
      script: replay == nil ? opening.script + script : nil, recorder: recorder,
      journal: journal, continuing: replay, trainingThreads: Machine.trainingThreads)
    let ending = runtime.run()
    CrashReport.end()
    recorder?.finish()
    kept?.finish()
    if let failure = recorder?.failure ?? kept?.failure { throw WorkError(failure) }
    switch ending {
    case .quit: return runtime.sharedLine
    case .signal(let number): throw Ended(signal: number)
    case .hangup: throw Ended(signal: SIGHUP)
    }
  }

  /// The screen before anything comes to it.
  static func state(
    of opening: Opening, options: Options, presets: PresetLibrary, lesson: Lesson?
  ) throws(InputError) -> AppState {
    var state: AppState
    do {
      state = try opening.state(with: presets.screenEntries, from: presets)
    } catch {
      throw InputError(error.description)
    }
    state.catalogue.filesBeginning = PresetPath.names
    state.catalogue.lessons = LessonLibrary(presets: presets).entries(with: lesson)
    var view = state.view
    view.motion = options.motion
    view.audience = options.audience
    _ = state.update(.plane(.look(view)))
    return state
  }

  private static func recorder(
    of state: AppState, options: Options, environment: [String: String]
  ) throws(InputError) -> CastWriter? {
    guard let path = options.recording else { return nil }
    return try CastWriter(
      path: path, size: options.recordingSize ?? .ofTerminal,
      title: "Stipple: \(state.experiment.title)", environment: environment,
      format: options.recordingFormat, overwrites: options.overwrites)
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
