import CNcurses
import TextScreen

/// What the terminal was asked when it was opened, and has not answered yet.
struct TerminalQuestions {
  private let clock = ContinuousClock()
  /// How many answers have not come.
  private var missing: Int
  /// Until when answers may come; who has not given any by then does not know how.
  private let giveUp: ContinuousClock.Instant
  /// Until when the answer about the background is waited for.
  private var deadline: ContinuousClock.Instant?
  private var measuresWidth: Bool
  private var asksForVersion: Bool
  private var asksForUpdates: Bool
  /// Whether pictures are marked as one update each: only where the terminal has said that it knows it.
  /// To others it would be a fault each time.
  private(set) var marksUpdates = false

  /// Asks.
  ///
  /// - Parameters:
  ///   - background: whether for the colour of the background.
  ///   - width: whether for how wide a line character is.
  ///   - version: whether for its name and version.
  ///   - updates: whether for what it does with marks around a picture.
  ///   - patience: how many seconds an answer takes at most.
  init(background: Bool, width: Bool, version: Bool, updates: Bool, patience: Double) {
    measuresWidth = width
    asksForVersion = version
    asksForUpdates = updates
    missing = [background, width, version, updates].count { $0 }
    giveUp = clock.now + .seconds(10 * patience)
    if updates { terminal_ask_updates() }
    if width { terminal_measure_line() }
    if version { terminal_ask_version() }
    if background {
      terminal_ask_background()
      deadline = clock.now + .seconds(patience)
    }
  }

  /// Whether an answer may still be on its way.
  var isWaiting: Bool { missing > 0 && clock.now < giveUp }

  /// Takes note of an answer, whatever it says.
  mutating func note(_ event: InputEvent) {
    switch event {
    case .background, .reply(.cursor), .reply(.version), .reply(.mode): missing -= 1
    default: break
    }
  }

  /// In how many seconds something is known though nothing came; nil where nothing is waited for.
  var patience: Double? {
    deadline.map { max(0, clock.now.duration(to: $0) / .seconds(1)) }
  }

  /// Whether the time for an answer about the background is over; true once.
  mutating func isBackgroundUntold() -> Bool {
    guard let deadline, clock.now >= deadline else { return false }
    self.deadline = nil
    return true
  }

  /// The finer dots that the terminal draws itself, if what came is its name and version.
  mutating func finerDots(_ event: InputEvent) -> Glyphs.Dots? {
    guard asksForVersion, case .reply(.version(let text)) = event else { return nil }
    asksForVersion = false
    return Capabilities.dots(ofVersion: text)
  }

  /// Takes note of what came; whether it says that pictures may be marked from now on.
  mutating func learnsToMarkUpdates(_ event: InputEvent) -> Bool {
    guard asksForUpdates, case .reply(.mode(Self.updateMode, isPrivate: true, let setting)) = event
    else { return false }
    asksForUpdates = false
    marksUpdates = Self.known.contains(setting)
    return marksUpdates
  }

  private static let updateMode = 2026
  /// The settings of a mode that can be on.
  private static let known = 1...3

  /// Takes note of what came; whether it says that line characters are two columns wide here, as in
  /// terminals set up for Japanese, Chinese or Korean.
  mutating func hasWideLines(_ event: InputEvent) -> Bool {
    switch event {
    case .background:
      deadline = nil
      return false
    case .reply(.cursor(let column, _)) where measuresWidth:
      measuresWidth = false
      return column == 2
    default:
      return false
    }
  }
}
