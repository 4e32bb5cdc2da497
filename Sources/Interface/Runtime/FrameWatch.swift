import TextScreen

/// Keeps the log of frames while they are drawn.
struct FrameWatch {
  private(set) var log = FrameLog()
  private let clock = ContinuousClock()
  /// When the frame before was shown; nil after a sleep.
  private var shown: ContinuousClock.Instant?
  private var workBefore = FrameLog.processorSecondsOfThread
  /// The key pressed since then.
  private var pressed: Key?

  /// Nothing was drawn for a while because nothing moved.
  mutating func sleep() { shown = nil }

  mutating func press(_ key: Key) { pressed = key }

  /// A frame was shown.
  ///
  /// - Parameter start: what the thread had worked when the drawing began, in seconds.
  mutating func note(drawnSince start: Double) {
    let (now, work) = (clock.now, FrameLog.processorSecondsOfThread)
    log.add(
      interval: shown.map { $0.duration(to: now).inSeconds }, processorSeconds: work - workBefore,
      drawingSeconds: work - start, after: pressed)
    (shown, workBefore, pressed) = (now, work, nil)
  }
}
