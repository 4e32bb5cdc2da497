import Diffusion
import Foundation
import TextScreen

/// The loop that ties state, terminal, training and files together.
///
/// One thread: it waits for events or for the next frame, turns what came into actions, performs
/// the effects and shows the state. When nothing moves it sleeps until something happens.
public final class Runtime {
  public private(set) var state: AppState
  private let terminal: any Terminal
  /// The theme where the view chooses none.
  private var theme: Theme { didSet { take(.theme(theme.id)) } }
  private let background: BackgroundAnswer?
  private let files: FileKeeper
  private let recorder: (any SessionRecorder)?
  private let diary: Diary
  private var script: ScriptReader
  private let usualSecondsPerFrame: Double
  private var backstage: Backstage
  private var keeping: SessionKeeping
  private var ending: Ending?
  private var input = InputQueue()
  private var talk = TalkClock()
  private var frames = FrameWatch()
  /// Whether the picture that is shown may be another by now.
  private var isStale = false
  /// The line to share that was made last, to be told once the terminal is given back.
  public private(set) var sharedLine: String?

  /// - Parameters:
  ///   - background: what follows from the terminal's own; nil where the theme was chosen.
  ///   - script: what is done after the opening, before anybody presses a key.
  ///   - recorder: who keeps what the terminal is sent; the terminal knows it too.
  ///   - journal: who is told of everything that comes.
  ///   - replay: the session that is gone on with.
  ///   - trainingThreads: how many threads training may keep busy.
  public init(
    state: AppState, terminal: any Terminal, theme: Theme,
    background: BackgroundAnswer? = nil, files: FileKeeper, framesPerSecond: Double,
    script: Script? = nil, recorder: (any SessionRecorder)? = nil,
    journal: (any SessionJournal)? = nil, continuing replay: Replay? = nil,
    trainingThreads: Int = 1
  ) {
    backstage = Backstage(trainingThreads: trainingThreads, continuing: replay?.work)
    diary = Diary(journal: journal, isBegun: replay != nil)
    self.state = state
    self.terminal = terminal
    self.theme = theme
    self.background = background
    self.files = files
    keeping = SessionKeeping(files.keepSession)
    self.recorder = recorder
    self.script = ScriptReader(script)
    usualSecondsPerFrame = 1 / framesPerSecond
  }

  /// Runs until somebody quits; training has stopped and the terminal is given back on return.
  public func run() -> Ending {
    defer {
      backstage.stopTraining()
      terminal.close()
      // After the terminal is given back: whoever waits for it does not wait for a disk.
      keeping.finish(state)
    }
    frames = FrameWatch()
    take(.resized(terminal.size))
    take(.theme(theme.id))
    if !diary.isBegun {
      diary.note(.opened)
      perform(state.begin())
    }
    var pace = FramePace(every: secondsPerFrame)
    followScript()
    show()
    if let ending { return ending }
    while true {
      let patience = isMoving ? pace.patience : .infinity
      input.append(
        terminal.events(
          waitingAtMost: input.isEmpty ? min(patience, keeping.patience, talk.patience) : 0))
      if let job = keeping.job(for: state) { backstage.submit(job) }
      if patience == .infinity {
        pace.restart(every: secondsPerFrame)
        frames.sleep()
      }
      for answer in backstage.answers() {
        diary.note(answer.event)
        take(answer.action)
        if answer.event == .kept(failure: nil) { continue }
        isStale = true
        keeping.note()
      }
      if let seconds = talk.news(isPresented: state.view.audience == .presenter) {
        take(.clock(seconds: seconds))
        isStale = true
      }
      // A picture is never later than so many seconds of input, less than a frame, and one action more.
      let received = input.takeIn(within: 0.012) { event, isFollowed in
        receive(event, isFollowed: isFollowed)
        return ending == nil
      }
      if received > 0 { keeping.note() }
      // The last key may have meant nothing.
      if received > 1 || !input.isEmpty {
        diary.note(.refreshed)
        state.refresh()
      }
      if let ending { return ending }
      let elapsed = pace.advance(every: secondsPerFrame)
      if let elapsed {
        if state.isAnimated || !script.isDone {
          isStale = true
          keeping.note()
        }
        if state.isMoving { tick(seconds: elapsed) }
        script.pass(seconds: elapsed)
        followScript()
        if let ending { return ending }
      }
      if let failure = recorder?.takeFailure() {
        take(.failed(failure))
        isStale = true
      }
      // What a person did shows at once, whatever the pace of the frames, and so does the last
      // news before the program sleeps. While only time passes nothing is drawn, and the next frame
      // is not late.
      if received > 0 || (isStale && (elapsed != nil || !isMoving)) {
        show()
      } else if elapsed != nil {
        frames.sleep()
      }
    }
  }

  private var isMoving: Bool { state.isMoving || !script.isDone }

  private var secondsPerFrame: Double {
    state.view.motion == .full ? usualSecondsPerFrame : max(usualSecondsPerFrame, 0.5)
  }

  /// How the screen kept its pace.
  public var log: FrameLog { frames.log }

  /// How many steps the training on the screen has made.
  public var trainingSteps: Int { state.training.steps }

  private func show() {
    let start = FrameLog.processorSecondsOfThread
    isStale = false
    defer { frames.note(drawnSince: start) }
    let theme = state.view.theme(over: theme)
    let surface = ScreenPicture.draw(state: state, glyphs: theme.shown(glyphs))
    terminal.present(surface, theme: theme)
  }

  private var glyphs: Glyphs {
    state.view.dots.map(terminal.glyphs.drawing) ?? terminal.glyphs
  }

  private func tick(seconds: Double) {
    let hadNotice = state.notice != nil
    let effects = backstage.tick(
      &state, seconds: seconds, frame: secondsPerFrame, note: diary.note)
    // Work that begins is told, and a notice goes when its time is over.
    if !effects.isEmpty || hadNotice && state.notice == nil { isStale = true }
    perform(effects)
  }

  /// Does the lines of the script that are due; a place that was asked for is reached before the
  /// next line, and what cannot be done ends the script.
  private func followScript() {
    while state.playback.target == nil, ending == nil, let line = script.next() {
      let before = state.notice
      recorder?.record(mark: line.text)
      diary.note(.line(line.text))
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
      frames.press(key)
      recorder?.mark(key, in: state)
      take(.key(key, isFollowed: isFollowed))
    case .mouse(let mouse): take(SessionEvent.mouse(mouse))
    case .paste(let text): take(.paste(text))
    case .pasteUnfinished:
      take(.hint("a paste has begun and not ended: esc three times leaves it"))
    case .resized(let size): take(.resized(size))
    case .focusChanged, .reply: break
    case .background(let colour):
      if let background { theme = background.theme(colour) }
    case .backgroundUntold:
      if let hint = background?.hint() { take(.hint(hint)) }
    case .interrupted, .terminated, .hangup:
      ending = Ending(event)
    case .resumed:
      terminal.repaint()
      take(.resized(terminal.size))
    }
  }

  private func take(_ event: SessionEvent) {
    diary.note(event)
    for action in event.actions(in: state) {
      perform(state.update(action, isFollowed: event.isFollowed))
    }
  }

  private func take(_ action: Action) {
    perform(state.update(action))
  }

  private func perform(_ effects: [Effect]) { for effect in effects { perform(effect) } }

  private func perform(_ effect: Effect) {
    if backstage.perform(effect) { return }
    if let answer = files.answer(to: effect, picture: picture) {
      if case .sharing(.shared(let line)) = answer {
        sharedLine = line
        terminal.copy(line)
      }
      if let outcome = FileOutcome(answer) { diary.note(.filed(outcome)) }
      take(answer)
      return
    }
    if case .suspend = effect { terminal.suspend() }
    if case .repaint = effect { terminal.repaint() }
    if case .quit = effect { ending = .quit }
  }

  private func picture(_ format: PictureFormat) -> String {
    // A file is for slides and papers: where there can be circles and paths, no characters.
    var options = PictureOptions()
    options.isVector = true
    return format.picture(
      of: state.uncovered, glyphs: glyphs, theme: state.view.theme(over: theme), options: options)
  }
}
