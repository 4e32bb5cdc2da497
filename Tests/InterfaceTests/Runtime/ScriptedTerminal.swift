import Diffusion
import Foundation
import TextScreen

@testable import Interface

/// A terminal without glass: it plays events from a script and remembers what was shown.
///
/// When the script is over, or a thing that was waited for cannot come any more because the
/// program sleeps, it hangs up, so that no test can hang.
final class ScriptedTerminal: Terminal {
  /// A line of the script.
  enum Line {
    case event(InputEvent)
    /// Goes on when this is seen; nil when the program sleeps until something happens.
    case wait(until: ((String) -> Bool)?)
    /// Goes on when the time of so many frames has passed in which the program was awake and drew
    /// nothing.
    case rest(frames: Int)
  }

  private(set) var size: Size
  let glyphs = Glyphs.braille
  private(set) var picture = ""
  private(set) var pictureSize = Size.zero
  /// How many pictures were shown.
  private(set) var frames = 0
  private(set) var closings = 0
  private(set) var suspensions = 0
  private(set) var repaints = 0
  private(set) var copies: [String] = []
  /// Whether every line of the script was reached.
  var isDone: Bool { script.isEmpty }

  private var script: [Line]
  private var framesBeforeRest: Int?
  private let clock = ContinuousClock()
  private lazy var deadline = clock.now + .seconds(60)

  init(_ script: [Line], size: Size = Size(columns: 120, rows: 40)) {
    self.script = script
    self.size = size
  }

  func present(_ surface: Surface, theme: Theme) {
    picture = surface.plainText
    pictureSize = surface.size
    frames += 1
  }

  func events(waitingAtMost seconds: Double) -> [InputEvent] {
    switch script.first {
    case .event(let event):
      script.removeFirst()
      if case .resized(let size) = event { self.size = size }
      return [event]
    case .wait(let isExpected):
      let isAsleep = seconds == .infinity
      if isExpected.map({ $0(picture) }) ?? isAsleep {
        script.removeFirst()
        return events(waitingAtMost: seconds)
      }
      if isAsleep || clock.now > deadline { return [.hangup] }
      Thread.sleep(forTimeInterval: seconds)
      return []
    case .rest(let left):
      let before = framesBeforeRest ?? frames
      guard seconds < .infinity, frames == before, left > 0 else {
        framesBeforeRest = nil
        if left == 0 { script.removeFirst() }
        return left == 0 ? events(waitingAtMost: seconds) : [.hangup]
      }
      framesBeforeRest = before
      script[0] = .rest(frames: left - 1)
      Thread.sleep(forTimeInterval: seconds)
      return []
    case nil:
      return [.hangup]
    }
  }

  func suspend() { suspensions += 1 }
  func repaint() { repaints += 1 }
  func copy(_ text: String) { copies.append(text) }
  func close() { closings += 1 }
}

extension ScriptedTerminal.Line {
  static func press(_ name: String) -> Self {
    .event(.key(Key(named: name) ?? .escape))
  }

  static func see(_ text: String) -> Self {
    .wait { $0.contains(text) }
  }

  static func seeNoMore(_ text: String) -> Self {
    .wait { !$0.contains(text) }
  }

  /// Nothing moves any more and the program waits for a person.
  static var sleep: Self { .wait(until: nil) }
}
