import Diffusion
import Foundation
import TextScreen

/// The loop that ties state, terminal, training and files together.
///
/// One thread: it waits for events or for the next frame, turns what came into actions, performs
/// the effects and shows the state. When nothing moves it sleeps until something happens.
public final class Runtime {
  /// Why the program ends.
  public enum Ending: Sendable, Equatable {
    case quit
    /// A signal asked for it; the number is the signal's.
    case signal(Int32)
    case hangup
  }

  private var state: AppState
  private let terminal: any Terminal
  /// The theme where the view chooses none.
  private var theme: Theme { didSet { take(.usualTheme(theme)) } }
  private let themeOnBackground: ((RGB) -> Theme)?
  private let files: FileKeeper
  private let recorder: (any SessionRecorder)?
  private var script: ScriptReader
  private let usualSecondsPerFrame: Double
  private let training: TrainingDesk
  private var desks = Desks()
  private let clock = ContinuousClock()
  private var pace = WorkPace()
  private var ending: Ending?
  /// How the screen kept its pace.
  public private(set) var log = FrameLog()
  /// When the frame before was shown; nil after a sleep.
  private var shown: ContinuousClock.Instant?
  private var workBefore = 0.0
  /// The key pressed since then.
  private var pressed: Key?
  /// The line to share that was made last, to be told once the terminal is given back.
  public private(set) var sharedLine: String?

  /// - Parameters:
  ///   - themeOnBackground: the theme once the terminal has told its colour; nil where the theme
  ///     was chosen.
  ///   - script: what is done after the opening, before anybody presses a key.
  ///   - recorder: who keeps what the terminal is sent; the terminal knows it too.
  ///   - trainingThreads: how many threads training may keep busy.
  public init(
    state: AppState, terminal: any Terminal, theme: Theme,
    themeOnBackground: ((RGB) -> Theme)? = nil, files: FileKeeper, framesPerSecond: Double,
    script: Script? = nil, recorder: (any SessionRecorder)? = nil,
    trainingThreads: Int = 1
  ) {
    training = TrainingDesk(threads: trainingThreads)
    self.state = state
    self.terminal = terminal
    self.theme = theme
    self.themeOnBackground = themeOnBackground
    self.files = files
    self.recorder = recorder
    self.script = ScriptReader(script)
    usualSecondsPerFrame = 1 / framesPerSecond
  }

  /// Runs until somebody quits; training has stopped and the terminal is given back on return.
  public func run() -> Ending {
    defer {
      training.stop()
      terminal.close()
    }
    workBefore = FrameLog.processorSecondsOfThread
    take(.resized(terminal.size))
    take(.usualTheme(theme))
    perform(state.begin())
    var lastFrame = clock.now
    var nextFrame = lastFrame + .seconds(secondsPerFrame)
    followScript()
    show()
    if let ending { return ending }
    while true {
      let patience =
        isMoving ? max(0, clock.now.duration(to: nextFrame).inSeconds) : .infinity
      let events = terminal.events(waitingAtMost: patience)
      // Time that was slept away is not made up for.
      if patience == .infinity {
        lastFrame = clock.now
        nextFrame = lastFrame + .seconds(secondsPerFrame)
        shown = nil
      }
      let hasNews = collect()
      for (index, event) in events.enumerated() {
        receive(event, isFollowed: index + 1 < events.count && events[index + 1].isKey)
      }
      // The last key may have meant nothing.
      if events.count > 1 { state.refresh() }
      if let ending { return ending }
      let now = clock.now
      let isDue = now >= nextFrame
      if isDue {
        let elapsed = lastFrame.duration(to: now).inSeconds
        lastFrame = now
        // A wait is never quite as long as asked: what was too much is taken from the next one.
        let onTime = nextFrame + .seconds(secondsPerFrame)
        nextFrame = onTime > now ? onTime : now + .seconds(secondsPerFrame)
        if state.isMoving { tick(seconds: elapsed) }
        script.pass(seconds: elapsed)
        followScript()
        if let ending { return ending }
      }
      if let failure = recorder?.takeFailure() { take(.failed(failure)) }
      // What a person did shows at once, whatever the pace of the frames, and so does the last
      // news before the program sleeps.
      if isDue || !events.isEmpty || (hasNews && !isMoving) { show() }
    }
  }

  private var isMoving: Bool { state.isMoving || !script.isDone }

  private var secondsPerFrame: Double {
    state.view.motion == .full ? usualSecondsPerFrame : max(usualSecondsPerFrame, 0.5)
  }

  /// How many steps the training on the screen has made.
  public var trainingSteps: Int { state.training.steps }

  /// - Parameter start: what the thread had worked when the drawing began, in seconds.
  private func note(drawnSince start: Double) {
    let (now, work) = (clock.now, FrameLog.processorSecondsOfThread)
    log.add(
      interval: shown.map { $0.duration(to: now).inSeconds }, processorSeconds: work - workBefore,
      drawingSeconds: work - start, after: pressed)
    (shown, workBefore, pressed) = (now, work, nil)
  }

  private func show() {
    let start = FrameLog.processorSecondsOfThread
    defer { note(drawnSince: start) }
    let theme = state.view.theme(over: theme)
    let surface = ScreenPicture.draw(state: state, glyphs: theme.shown(glyphs))
    terminal.present(surface, theme: theme)
  }

  private var glyphs: Glyphs {
    state.view.dots.map(terminal.glyphs.drawing) ?? terminal.glyphs
  }

  private func tick(seconds: Double) {
    let start = clock.now
    let workload = Workload(state)
    take(.tick(seconds: seconds, work: pace.work(for: workload, frame: secondsPerFrame)))
    pace.learn(
      workload, calls: state.callsOfLastTick, spent: start.duration(to: clock.now).inSeconds)
  }

  /// Does the lines of the script that are due; a place that was asked for is reached before the
  /// next line, and what cannot be done ends the script.
  private func followScript() {
    while state.playback.target == nil, ending == nil, let line = script.next() {
      let before = state.notice
      do {
        for action in try Command.actions(for: line.text, in: state) { take(action) }
      } catch {
        take(.failed("\(line.place): \(error)"))
      }
      if let notice = state.notice, notice.tone == .warning, notice != before { script.stop() }
    }
  }

  /// - Parameter isFollowed: whether a key comes right behind.
  private func receive(_ event: InputEvent, isFollowed: Bool) {
    switch event {
    case .key(let key):
      pressed = key
      if let action = KeyTable.action(for: key, in: state) {
        perform(state.update(action, isFollowed: isFollowed))
      }
    case .mouse(let mouse):
      take(.mouse(mouse))
    case .resized(let size):
      take(.resized(size))
    case .focusChanged:
      break
    case .background(let colour):
      if let themeOnBackground { theme = themeOnBackground(colour) }
    case .interrupted:
      ending = .signal(SIGINT)
    case .terminated(let signal):
      ending = .signal(signal)
    case .hangup:
      ending = .hangup
    case .resumed:
      terminal.repaint()
      take(.resized(terminal.size))
    }
  }

  private func take(_ action: Action) {
    perform(state.update(action))
  }

  /// Fetches what the threads have to say.
  ///
  /// - Returns: whether there was anything.
  private func collect() -> Bool {
    let news = training.news(at: clock.now)
    if let news { take(.trained(news.report, stepsPerSecond: news.stepsPerSecond)) }
    let answers = desks.answers()
    for answer in answers {
      if case .simulated(let simulation, let seconds) = answer {
        pace.learn(simulation.workload, calls: simulation.calls, spent: seconds)
      }
      take(answer)
    }
    return news != nil || !answers.isEmpty
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .startTraining(let trainer, let isPaused):
      training.start(trainer, isPaused: isPaused, at: clock.now)
    case .pauseTraining: training.pause()
    case .resumeTraining: training.resume(at: clock.now)
    case .changeTraining(let settings): training.change(settings)
    case .measure(let request):
      desks.submit(.measuring, on: request.side) { .measured(request.performed()) }
    case .simulate(let simulation): simulate(simulation)
    case .measureFilm(let motion):
      desks.submit(.filming, on: motion.side) { .filmMeasured(motion.performed()) }
    case .match(let pairs):
      desks.submit(.matching, on: pairs.side) { .matched(pairs.performed()) }
    case .study(let request):
      desks.submit(.studying, on: request.side) { .studied(request.performed()) }
    case .trainClassifier(let training):
      desks.submit(.classifying, on: training.side) { .guide(.classified(training.performed())) }
    case .reflow(let reflow):
      desks.submit(.reflowing) { .reflowed(reflow.trainer(), of: reflow) }
    case .redraw(let redraw):
      desks.submit(.redrawing, on: redraw.side) { .redrawn(redraw.points(), of: redraw) }
    case .saveWeights(let weights, let name):
      save {
        .weights(path: try files.saveWeights(weights, name), name: name, steps: weights.steps)
      }
    case .savePreset(let experiment):
      save { .preset(path: try files.savePreset(experiment), experiment) }
    case .savePicture(let format, let name):
      // A file is for slides and papers: where there can be circles and paths, no characters.
      var options = PictureOptions()
      options.isVector = true
      let text = format.picture(
        of: state.uncovered, glyphs: glyphs, theme: state.view.theme(over: theme), options: options)
      save { .other("the \(format.noun) is", path: try files.saveText(text, name, format.ending)) }
    case .savePoints(let points, let labels, let name):
      save { .other("the points are", path: try files.savePoints(points, labels, name)) }
    case .saveText(let text, let name, let ending, let noun):
      save { .other(noun, path: try files.saveText(text, name, ending)) }
    case .shareLine(let experiment, let script):
      share { try files.commandLine(experiment, script) }
    case .load(let path): take(files.loading(path))
    case .suspend: terminal.suspend()
    case .repaint: terminal.repaint()
    case .quit: ending = .quit
    }
  }

  private func simulate(_ simulation: Simulation) {
    let clock = clock
    desks.submit(.simulating, on: simulation.side) {
      let start = clock.now
      let done = simulation.performed()
      return .simulated(done, seconds: start.duration(to: clock.now).inSeconds)
    }
  }

  private func save(_ write: () throws -> SavedFile) {
    attempt { take(.saved(try write())) }
  }

  private func share(_ make: () throws -> String) {
    attempt {
      let line = try make()
      sharedLine = line
      terminal.copy(line)
      take(.shared(line))
    }
  }

  private func attempt(_ work: () throws -> Void) {
    do {
      try work()
    } catch {
      take(.failed("\(error)"))
    }
  }
}
