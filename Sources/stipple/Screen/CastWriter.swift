import Diffusion
import Foundation
import Interface
import TextScreen

/// A session as an asciinema recording: what the screen was sent, its sizes, and a marker for
/// everything that somebody did. It begins on a screen of its own and gives the old one back.
final class CastWriter: SessionRecorder {
  private let file: GrowingFile
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var format: CastFormat
  private var isFinished = false

  /// - Parameter overwrites: whether an older recording gives way; it does when this one is whole.
  init(
    path: String, size: Size, title: String, environment: [String: String],
    format: CastFormat = CastFormat(), overwrites: Bool = false
  ) throws(InputError) {
    file = try GrowingFile(path: path, noun: "recording", overwrites: overwrites)
    self.format = format
    start = clock.now
    file.add(format.header(size: size, title: title, environment: environment, now: .now))
    add(kind: "o", CastFormat.opening)
  }

  deinit { finish() }

  /// What has ended the recording, if something has.
  var failure: String? { file.failure }

  func record(_ bytes: [UInt8]) {
    add(kind: "o", String(decoding: bytes, as: UTF8.self))
  }

  func record(size: Size) {
    add(kind: "r", "\(size.columns)x\(size.rows)")
  }

  func record(mark: String) { add(kind: "m", mark.printable) }

  func takeFailure() -> String? { file.takeFailure() }

  /// Writes what is left; the recording has its name from then on.
  func finish() {
    guard !isFinished else { return }
    add(kind: "o", CastFormat.ending)
    isFinished = true
    file.finish()
  }

  /// Leaves everything as it was before the recording.
  func discard() {
    isFinished = true
    file.discard()
  }

  private func add(kind: String, _ text: String) {
    guard !isFinished else { return }
    let seconds = start.duration(to: clock.now) / .seconds(1)
    file.add(format.line(at: seconds, kind, text))
  }
}
