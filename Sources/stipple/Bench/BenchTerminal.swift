import CursesTerminal
import Diffusion
import Foundation
import Interface
import TextScreen

/// The real driver of the screen on a terminal without glass, which counts the bytes it is sent,
/// presses keys at random if asked to, and hangs up when the time is over.
final class BenchTerminal: Terminal {
  /// Seconds from the making of the terminal to the first frame.
  private(set) var secondsToFirstFrame: Double?
  /// The bytes sent to the terminal in all, and in the second half of the time.
  private(set) var bytes = 0
  private(set) var latestBytes = 0

  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let seconds: Double
  private let keys: [Key]
  private var stream: RandomStream
  private let pseudo: PseudoTerminal
  private let driver: CursesTerminal
  private var nextKey: Double
  private var bytesAtHalf: Int?

  /// How often a key is pressed, in seconds.
  private static let keyPause = 0.05

  /// - Parameters:
  ///   - isTruecolor: whether it has true colour, so that ncurses is not asked to draw.
  ///   - seconds: when it hangs up.
  ///   - keys: what is pressed, in an order by chance; nothing where there are none.
  init(
    size: Size, isTruecolor: Bool, seconds: Double, keys: [Key] = [], seed: UInt64 = 1
  ) throws {
    start = clock.now
    self.seconds = seconds
    self.keys = keys
    stream = RandomStream(seed: seed)
    nextKey = keys.isEmpty ? .infinity : Self.keyPause
    let environment = ["TERM": "xterm-256color", "COLORTERM": isTruecolor ? "truecolor" : ""]
    pseudo = try PseudoTerminal(size: size)
    do {
      driver = try CursesTerminal(options: CursesTerminal.Options(environment: environment))
    } catch {
      pseudo.close()
      throw WorkError(error.description)
    }
  }

  var size: Size { driver.size }
  var glyphs: Glyphs { driver.glyphs }

  func present(_ surface: Surface, theme: Theme) {
    driver.present(surface, theme: theme)
    if secondsToFirstFrame == nil { secondsToFirstFrame = elapsed }
  }

  func events(waitingAtMost patience: Double) -> [InputEvent] {
    if elapsed >= seconds / 2, bytesAtHalf == nil { bytesAtHalf = pseudo.bytes }
    let next = bytesAtHalf == nil ? seconds / 2 : seconds
    let due = min(elapsed + patience, nextKey, next)
    // Nobody types on it, but what there was no room for is sent meanwhile.
    repeat { _ = driver.events(waitingAtMost: max(0, due - elapsed)) } while elapsed < due
    if elapsed >= seconds { return [.hangup] }
    guard elapsed >= nextKey, let key = keys.randomElement(using: &stream) else { return [] }
    nextKey = elapsed + Self.keyPause
    return [.key(key)]
  }

  func suspend() {}
  func repaint() { driver.repaint() }
  func copy(_ text: String) {}

  func close() {
    driver.close()
    bytes = pseudo.bytes
    latestBytes = bytes - (bytesAtHalf ?? bytes)
    pseudo.close()
  }

  private var elapsed: Double { start.duration(to: clock.now) / .seconds(1) }
}
