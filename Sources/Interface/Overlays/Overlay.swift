import Diffusion
import TextScreen

/// What lies over the panels and takes the keys.
public enum Overlay: Sendable, Equatable {
  case help(scroll: Int)
  case picker(Picker)
  case command(LineEditor)
  case palette(CommandPalette)
  /// The drawing board.
  case drawing(Drawing)
  /// Text to be read or copied.
  case words(title: String, String, scroll: Int)
  /// Quitting would lose training that is in no file.
  case confirmQuit
}

extension Overlay {
  var kind: OverlayKind {
    switch self {
    case .help: .help
    case .picker: .picker
    case .command: .command
    case .palette: .palette
    case .drawing: .drawing
    case .words: .words
    case .confirmQuit: .confirmQuit
    }
  }
}

/// A list to pick one from.
public struct Picker: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public internal(set) var summary: String
    /// Whether it cannot be chosen; the summary says why.
    public var isBroken = false
    /// What it belongs to, where the list has parts.
    public var group = ""
  }

  public let kind: Kind
  /// Everything that can be picked.
  let all: [Row]
  /// What is in use now.
  let currentID: String?
  /// What was typed to find a row.
  public internal(set) var query = ""
  /// The rows that fit what was typed.
  public internal(set) var rows: [Row]
  public var selected: Int

  init(kind: Kind, rows: [Row], currentID: String?) {
    self.kind = kind
    all = rows
    self.currentID = currentID
    self.rows = rows
    selected = rows.firstIndex { $0.id == currentID } ?? 0
  }

  /// The row that is in use now.
  public var current: Int? { rows.firstIndex { $0.id == currentID } }
}

/// A line that tells what just happened.
public struct Notice: Sendable, Equatable {
  public enum Tone: Sendable, Equatable {
    case information
    case warning
  }

  public var text: String
  public var tone: Tone
  /// Seconds it still stays.
  public var remaining: Double

  public init(_ text: String, tone: Tone = .information, seconds: Double = 6) {
    self.text = text
    self.tone = tone
    remaining = seconds
  }
}
