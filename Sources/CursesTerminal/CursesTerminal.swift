import CNcurses
import Foundation
import TextScreen

/// The terminal the program was started in, drawn by ncurses.
///
/// It is given back when this object is closed or goes away, when the process exits, and by a
/// signal handler when the process crashes. There is one terminal, so only one can be open.
public final class CursesTerminal: Terminal {
  /// What the user may decide; the rest is found out.
  public struct Options {
    public var environment: [String: String]
    public var usesMouse = true
    /// Nothing means as many colours as there are.
    public var depth: ColourDepth?
    /// Nothing means the best the terminal can show.
    public var dots: Glyphs.Dots?
    /// Whether the terminal is asked for the colour of its background.
    public var asksForBackground = false
    /// How long an escape waits for what would make it more than the key, in seconds; nothing means
    /// as long as a line of this kind needs.
    public var escapeDelay: Double?
    /// How large the screen is at most; nothing means as large as the terminal.
    public var largestSize: Size?
    /// Who keeps everything that is drawn.
    public var recorder: (any SessionRecorder)?

    public init(environment: [String: String]) { self.environment = environment }
  }

  public private(set) var glyphs: Glyphs
  public let depth: ColourDepth
  private var presenter: any Presenter
  private let recorder: (any SessionRecorder)?
  /// Whether it takes sequences that older terminals might show.
  private let takesSequences: Bool
  private var isOpen = true
  /// The newest picture that there was no room for; older ones are dropped whole.
  private var kept: (surface: Surface, theme: Theme)?
  private var input: InputReader
  private let largestSize: Size?
  private var questions: TerminalQuestions
  /// How long answers to questions take at most, in seconds.
  private let patience: Double

  public init(options: Options) throws(TerminalError) {
    let environment = options.environment
    let kind = Capabilities.kind(in: environment)
    let speaksUTF8 = terminal_choose_locale(Capabilities.locale(in: environment)) != 0
    let outcome = terminal_open(kind, options.usesMouse ? 1 : 0)
    if let error = TerminalError(outcome, kind: kind) { throw error }

    let colours = Int(terminal_colours())
    depth = options.depth ?? Capabilities.depth(in: environment, colours: colours)
    let found = Capabilities.glyphs(in: environment, speaksUTF8: speaksUTF8, depth: depth)
    glyphs = options.dots.map { found.drawing($0) } ?? found
    recorder = options.recorder
    largestSize = options.largestSize
    input = InputReader(
      escapeDelay: options.escapeDelay ?? Capabilities.escapeDelay(in: environment),
      marksPastes: terminal_is_console() == 0 && Capabilities.marksPastes(in: environment))
    takesSequences = Capabilities.takesSequences(in: environment)
    // Curses leaves out characters that the C library does not know yet.
    presenter =
      depth == .truecolor || recorder != nil || glyphs.dots == .octants
      ? DirectPresenter(depth: depth, recorder: recorder)
      : CursesPresenter(depth: depth)
    patience = Capabilities.answerDelay(in: environment)
    // The oldest terminals might show a question.
    questions = TerminalQuestions(
      background: options.asksForBackground && takesSequences && depth != .mono,
      width: glyphs.unicodeText && takesSequences,
      // A recording is played elsewhere.
      version: glyphs.unicodeText && takesSequences && options.dots == nil && recorder == nil,
      updates: takesSequences && recorder == nil, patience: patience)
  }

  deinit { close() }

  public var size: Size {
    let whole = Size(columns: Int(terminal_columns()), rows: Int(terminal_rows()))
    guard let largestSize else { return whole }
    return Size(
      columns: min(whole.columns, largestSize.columns), rows: min(whole.rows, largestSize.rows))
  }

  /// Where the picture before is still on its way, because nobody reads or the line is slow, this
  /// one is kept until there is room, or dropped for a newer one.
  public func present(_ surface: Surface, theme: Theme) {
    guard isOpen else { return }
    guard terminal_push() != 0 else {
      kept = (surface, theme)
      return
    }
    kept = nil
    presenter.present(surface.fitted(to: size), theme: theme)
  }

  public func events(waitingAtMost seconds: Double) -> [InputEvent] {
    guard isOpen else { return [] }
    let patience = min(input.patience ?? .infinity, questions.patience ?? .infinity)
    input.beginsToWait()
    let found = terminal_wait(Self.milliseconds(min(seconds, patience)))
    var events: [InputEvent] = []
    if found & TERMINAL_HAS_SIGNAL != 0 { takeSignals(into: &events) }
    let typed = input.read()
    for event in typed.events { take(event, into: &events) }
    if questions.isBackgroundUntold() { events.append(.backgroundUntold) }
    if found & TERMINAL_HUNG_UP != 0 || typed.isAtEnd { events.append(.hangup) }
    if found & TERMINAL_HAS_ROOM != 0, let kept { present(kept.surface, theme: kept.theme) }
    return events.coalescingDrags
  }

  public func suspend() {
    guard isOpen else { return }
    settle()
    terminal_suspend()
    input.forget()
    presenter.forget()
  }

  public func repaint() {
    guard isOpen else { return }
    presenter.forget()
  }

  /// Through the terminal itself (OSC 52), which also works from afar.
  public func copy(_ text: String) {
    guard isOpen, takesSequences else { return }
    let bytes = Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}".utf8)
    bytes.withUnsafeBytes { raw in
      terminal_write(raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count))
    }
  }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    settle()
    terminal_close()
  }

  /// Waits for the rest of a paste and for answers that are on their way, which the shell would take
  /// for what somebody types; not for long, because they may be lost.
  private func settle() {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while input.isWithin || questions.isWaiting {
      let left = clock.now.duration(to: end) / .seconds(1)
      guard left > 0, terminal_wait(Self.milliseconds(left)) & TERMINAL_HUNG_UP == 0 else { break }
      let typed = input.read()
      for event in typed.events { questions.note(event) }
      if typed.isAtEnd { return }
    }
    if input.isWithin { terminal_drop_input() }
  }

  /// Rounded up, because waking before something is due would mean spinning until it is.
  private static func milliseconds(_ seconds: Double) -> Int32 {
    guard seconds < 86_400 else { return -1 }
    return Int32(max(0, seconds * 1000).rounded(.up))
  }
}

// MARK: - What happened

extension CursesTerminal {
  private func takeSignals(into events: inout [InputEvent]) {
    while true {
      let before = size
      var isResized = false
      switch terminal_take_signal() {
      case 0: return
      case SIGWINCH:
        // A window that has gone through other sizes and back has lost what was on it.
        terminal_update_size()
        presenter.forget()
        isResized = true
      case SIGTSTP:
        suspend()
        events.append(.resumed)
      case SIGCONT:
        terminal_resume()
        presenter.forget()
        events.append(.resumed)
      case SIGINT: events.append(.interrupted)
      case SIGHUP: events.append(.hangup)
      case let signal: events.append(.terminated(signal: signal))
      }
      if size != before { recorder?.record(size: size) }
      if size != before || isResized { events.append(.resized(size)) }
    }
  }

  /// Takes what was typed; some keys ask for what signals ask for.
  private func take(_ event: InputEvent, into events: inout [InputEvent]) {
    questions.note(event)
    if questions.hasWideLines(event) {
      // Everything else is a column further than it should be, too.
      glyphs = glyphs.withoutUnicode
      presenter.forget()
    }
    if glyphs.unicodeText, let dots = questions.finerDots(event) {
      glyphs = glyphs.drawing(dots)
      presenter = DirectPresenter(depth: depth, recorder: nil)
      if questions.marksUpdates { presenter.markUpdates() }
      presenter.forget()
    }
    if questions.learnsToMarkUpdates(event) { presenter.markUpdates() }
    guard case .key(let key) = event, let code = key.controlCode else {
      return events.append(event)
    }
    switch terminal_signal_of(code) {
    case SIGINT: events.append(.interrupted)
    case SIGQUIT: events.append(.terminated(signal: SIGQUIT))
    case SIGTSTP:
      suspend()
      events.append(.resumed)
    default: events.append(event)
    }
  }
}

extension TerminalError {
  fileprivate init?(_ outcome: terminal_outcome, kind: String) {
    switch outcome {
    case TERMINAL_FINE: return nil
    case TERMINAL_ALREADY_OPEN: self = .alreadyOpen
    case TERMINAL_INPUT_IS_NO_TTY: self = .inputIsNoTerminal
    case TERMINAL_OUTPUT_IS_NO_TTY: self = .outputIsNoTerminal
    case TERMINAL_CANNOT_ADDRESS: self = .tooSimple(kind: kind)
    case TERMINAL_NOT_DESCRIBED: self = .notDescribed(kind: kind)
    default: self = .failed
    }
  }
}
