import Diffusion
import Foundation
import Interface

/// A terminal without glass: it counts the bytes that a real one would be sent, presses keys at
/// random if asked to, and hangs up when the time is over.
final class BenchTerminal: Terminal {
  let size: Size
  let glyphs = Glyphs.braille
  private(set) var bytes = 0
  /// Seconds from the making of the terminal to the first frame.
  private(set) var secondsToFirstFrame: Double?

  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let seconds: Double
  private let keys: [Key]
  private var stream: RandomStream
  private var encoder = FrameEncoder(depth: .indexed256, synchronizes: true)
  private var nextKey: Double

  /// How often a key is pressed, in seconds.
  private static let keyPause = 0.05

  /// - Parameters:
  ///   - seconds: when it hangs up.
  ///   - keys: what is pressed, in an order by chance; nothing where there are none.
  init(size: Size, seconds: Double, keys: [Key] = [], seed: UInt64 = 1) {
    self.size = size
    self.seconds = seconds
    self.keys = keys
    stream = RandomStream(seed: seed)
    nextKey = keys.isEmpty ? .infinity : Self.keyPause
    start = clock.now
  }

  func present(_ surface: Surface, theme: Theme) {
    bytes += encoder.encode(surface, theme: theme).count
    if secondsToFirstFrame == nil { secondsToFirstFrame = elapsed }
  }

  func events(waitingAtMost patience: Double) -> [InputEvent] {
    let wait = min(patience, nextKey - elapsed, seconds - elapsed)
    if wait > 0 { Thread.sleep(forTimeInterval: wait) }
    if elapsed >= seconds { return [.hangup] }
    guard elapsed >= nextKey, let key = keys.randomElement(using: &stream) else { return [] }
    nextKey = elapsed + Self.keyPause
    return [.key(key)]
  }

  func suspend() {}
  func repaint() { encoder.forget() }
  func copy(_ text: String) {}
  func close() {}

  private var elapsed: Double { start.duration(to: clock.now) / .seconds(1) }
}
