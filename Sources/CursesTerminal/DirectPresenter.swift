import CNcurses
import TextScreen

/// Writes escape sequences itself, for terminals with true colour and for recordings.
///
/// ncurses reaches such colours only with descriptions that are seldom installed; and one that
/// may rely on what all these terminals understand needs a quarter of its time.
struct DirectPresenter: Presenter {
  private var encoder: FrameEncoder
  private let recorder: (any SessionRecorder)?

  init(depth: ColourDepth, recorder: (any SessionRecorder)?) {
    encoder = FrameEncoder(depth: depth, synchronizes: false)
    self.recorder = recorder
  }

  mutating func markUpdates() {
    // They are ended, too, where something else ends the program.
    terminal_mark_updates()
    encoder.synchronizes = true
  }

  mutating func forget() { encoder.forget() }

  mutating func present(_ surface: Surface, theme: Theme) {
    let bytes = encoder.encode(surface, theme: theme)
    guard !bytes.isEmpty else { return }
    bytes.withUnsafeBytes { raw in
      terminal_write(raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count))
    }
    recorder?.record(bytes)
  }
}
