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

/// A list to pick one from, and what picking does.
public struct Picker: Sendable, Equatable {
  public let kind: Kind
  public var list: ChoiceList

  public typealias Row = ChoiceList.Row
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
