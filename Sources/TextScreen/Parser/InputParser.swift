/// Makes keys, moves of the mouse, pastes and replies of the bytes that a terminal sends.
///
/// A state machine after ECMA-48 (5th edition, sections 5.3 to 5.6) and the parser model of DEC's
/// video terminals, turned round: what comes from a keyboard instead of what goes to a screen. It
/// takes one byte after the other, so that it does not matter into which pieces a slow line has cut
/// them. Only what might be the key Escape waits for silence; everything else that has begun is
/// taken up to its end and means one thing as a whole, or nothing. No byte within a sequence, a
/// string or a paste is ever taken for a key.
///
/// ```
/// var parser = InputParser()
/// parser.take([0x1B])            // nothing yet
/// parser.patience                // 0.05
/// parser.take([0x5B, 0x41])      // [.key(.up)]
/// ```
public struct InputParser: Sendable {
  /// What has begun and is not complete.
  enum State: Sendable, Equatable {
    case ground
    /// So many escapes: the key itself, or the beginning of anything.
    case escape(count: Int)
    /// An escape and characters from blank to slash: a key with Alt, or the beginning of an escape
    /// sequence of three and more.
    case marks
    /// A key with Alt whose character has not come whole.
    case alternate(count: Int)
    /// A control sequence, after `ESC [`.
    case control
    /// After `ESC O`, as the keys of an application keypad begin.
    case single
    /// After `ESC [ [`, as the function keys of the Linux console begin.
    case console
    /// After `ESC [ M`: three bytes of an old report of the mouse.
    case oldMouse
    /// A string: of a device, of the operating system, of a program, private, or any.
    case string(Introducer)
    /// An escape within a string: the first half of its end, or the beginning of something else.
    case stringEscape(Introducer)
    /// Between the marks of a paste; so many bytes look like the mark at its end.
    case paste(matched: Int)
    /// What begins sequences has come after an escape that had been taken for the key: it may be a
    /// key as well.
    case late(Introducer)
  }

  /// What silence within a string or a paste has meant so far.
  enum Silence: Sendable, Equatable {
    case unnoticed
    /// The last escape stands alone.
    case escapeAlone
    /// It was said that there is no end yet.
    case told
  }

  /// How long an escape waits, in seconds, for what would make it more than the key.
  public let escapeDelay: Double

  /// How long an escape waits where the keyboard is near, in seconds.
  public static let nearDelay = 0.05

  /// How long a string may be silent, in seconds. Its end is lost then, or somebody has pressed
  /// Alt and a key, which looks like its beginning; the keyboard would stay deaf for ever.
  public static let stringDelay = 5.0

  /// How long after an escape that was taken for the key, in seconds, the rest of a sequence that it
  /// had begun may come.
  public static let lateness = 1.0

  /// How many bytes of one paste are kept; those that follow are dropped with the rest of it.
  public static let mostPasted = 1 << 16

  /// How long a paste may be silent, in seconds, before it is said that it has no end yet, or before
  /// it is left where it ends in escapes.
  public static let pasteDelay = 1.0

  /// So many escapes with nothing else between them leave a string or a paste whose end was lost:
  /// whoever finds the keyboard deaf presses Escape.
  ///
  /// Where each of them stood alone for half as long as the key waits, this is at once; text does not
  /// come like that. Where some were read together, because the program was busy, they might be of
  /// the text as well, and it is `pasteDelay` after the last of them. A pasted text that has so many
  /// in it and comes to a halt right behind them for that long is left there.
  public static let escapesToLeave = 3

  let description: KeyDescription
  var state = State.ground
  var scalars = ScalarDecoder()
  var sequence = ControlSequence()
  /// The bytes of a string, a paste or an old report of the mouse, as far as they are kept.
  var content: [UInt8] = []
  /// The escapes that have come last within a string or a paste.
  var escapes = EscapeRun()
  /// What the silence since the last byte has meant already.
  var silence = Silence.unnoticed
  var events: [InputEvent] = []
  /// Whether silence has just meant something that the next byte may show to be wrong: that an
  /// escape was the key.
  var hasTimedOut = false

  /// - Parameters:
  ///   - escapeDelay: how long an escape waits, in seconds.
  ///   - description: what the terminal's description says of its keys, for sequences that mean
  ///     nothing by themselves.
  public init(escapeDelay: Double = nearDelay, description: KeyDescription = KeyDescription()) {
    self.escapeDelay = escapeDelay
    self.description = description
  }

  /// Takes in the next bytes.
  ///
  /// - Returns: what they complete, in order.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    for byte in bytes { take(byte) }
    return takeEvents()
  }

  /// How many seconds of silence mean something, and `timeOut` is to be called after them; nil where
  /// silence means nothing.
  public var patience: Double? {
    switch state {
    case .escape, .marks, .late: escapeDelay
    case .stringEscape where silence == .unnoticed: escapeDelay / 2
    case .stringEscape where escapes.areEnough: Self.pasteDelay
    case .string, .stringEscape: Self.stringDelay
    case .paste where silence == .unnoticed && escapes.count > 0: escapeDelay / 2
    case .paste: silence == .told ? nil : Self.pasteDelay
    case .ground: hasTimedOut ? Self.lateness : nil
    case .alternate, .control, .single, .console, .oldMouse: nil
    }
  }

  /// Nothing came for as long as `patience` says.
  ///
  /// - Returns: what had been waiting for it: the key Escape, a key with Alt, or a paste that was
  ///   left; or that a paste has no end yet.
  public mutating func timeOut() -> [InputEvent] {
    switch state {
    case .escape(let count):
      events += Array(repeating: .key(.escape), count: count)
      state = .ground
      hasTimedOut = true
    case .marks:
      state = .ground
      press(sequence.alternate.map(Key.alt))
    case .late(let introducer):
      state = .ground
      press(Key(typed: Unicode.Scalar(introducer.rawValue)))
    case .stringEscape where silence == .unnoticed,
      .paste where silence == .unnoticed && escapes.count > 0:
      noticeEscapeAlone()
    case .paste where silence != .told && escapes.areEnough, .stringEscape:
      leave()
    case .string:
      state = .ground
    case .paste where silence != .told:
      silence = .told
      events.append(.pasteUnfinished)
    case .ground:
      hasTimedOut = false
    case .alternate, .control, .single, .console, .oldMouse, .paste:
      break
    }
    return takeEvents()
  }

  /// Whether bytes that come together may belong to what came before: to what has begun, or to the
  /// rest of a sequence whose escape was taken for the key. That rest means one thing at most, where
  /// a text that happens to begin like it means a key for each letter.
  public func goesOn(with bytes: some Collection<UInt8>) -> Bool {
    guard state == .ground else { return true }
    guard hasTimedOut, let first = bytes.first, Introducer(rawValue: first) != nil else {
      return false
    }
    var trial = self
    return trial.take(bytes).count < 2
  }

  /// Whether something has begun whose rest is on its way.
  public var isWithin: Bool {
    switch state {
    case .ground, .escape, .late: false
    case .marks, .alternate, .control, .single, .console, .oldMouse, .string, .stringEscape, .paste:
      true
    }
  }

  private mutating func takeEvents() -> [InputEvent] {
    defer { events = [] }
    return events
  }
}
