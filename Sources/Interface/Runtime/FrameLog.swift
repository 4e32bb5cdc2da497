import Foundation
import TextScreen

/// How a screen kept its pace: the time between frames while something moved, the work that each of
/// them took of the screen's own thread, and what came before the one that was longest in coming.
public struct FrameLog: Sendable {
  public private(set) var frames = 0
  /// The seconds of the processor that all frames took.
  public private(set) var processorSeconds = 0.0
  /// The part of them that went into drawing: making the picture and sending what changed.
  public private(set) var drawingSeconds = 0.0
  /// The key pressed before the frame that was longest in coming, if one was.
  public private(set) var longestCause: Key?
  /// The most seconds of the processor that one of the frames after another took: where a frame is later than that
  /// explains, the machine was busy elsewhere.
  public private(set) var mostWork = 0.0
  /// The key pressed before that frame, if one was.
  public private(set) var mostWorkCause: Key?
  private var intervals = Durations()

  public init() {}

  /// - Parameters:
  ///   - interval: the seconds since the frame before; nil after a sleep.
  ///   - processorSeconds: what the frame took of the processor.
  ///   - drawingSeconds: what of that went into drawing.
  ///   - cause: the key that was pressed since the frame before.
  mutating func add(
    interval: Double?, processorSeconds seconds: Double, drawingSeconds: Double = 0,
    after cause: Key? = nil
  ) {
    frames += 1
    processorSeconds += seconds
    self.drawingSeconds += drawingSeconds
    guard let interval else { return }
    if seconds > mostWork { (mostWork, mostWorkCause) = (seconds, cause) }
    if interval > longestInterval { longestCause = cause }
    intervals.add(interval)
  }

  /// How many frames came more than so many seconds after the one before.
  public func frames(laterThan seconds: Double) -> Int { intervals.count(above: seconds) }

  /// The longest time between two frames, in seconds.
  public var longestInterval: Double { intervals.longest }

  /// Seconds of the processor that a frame took on average.
  public var processorSecondsPerFrame: Double {
    frames == 0 ? 0 : processorSeconds / Double(frames)
  }

  /// Seconds of the processor that drawing a frame took on average.
  public var drawingSecondsPerFrame: Double {
    frames == 0 ? 0 : drawingSeconds / Double(frames)
  }

  /// The seconds of the processor that this thread has taken.
  static var processorSecondsOfThread: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// Durations counted by tenths of a millisecond, however many there are.
private struct Durations: Sendable {
  private static let perSecond = 10_000.0
  private static let slots = 1000
  private var counts = [UInt32](repeating: 0, count: Durations.slots + 1)
  private(set) var longest = 0.0

  mutating func add(_ seconds: Double) {
    longest = max(longest, seconds)
    counts[min(Self.slots, max(0, Int(min(seconds, 1) * Self.perSecond)))] += 1
  }

  func count(above seconds: Double) -> Int {
    counts.dropFirst(Int(seconds * Self.perSecond) + 1).reduce(0) { $0 + Int($1) }
  }
}
