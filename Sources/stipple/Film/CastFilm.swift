import Foundation
import TextScreen

/// A film as an asciinema recording, by a clock of its own: the same film has the same bytes.
struct CastFilm: FilmWriter {
  private let path: String
  private let theme: Theme
  private var format = CastFormat()
  private var encoder: FrameEncoder
  /// Everything but its end, which gives the screen back.
  private(set) var recording: String

  init(path: String, size: Size, title: String, theme: Theme, depth: ColourDepth) {
    self.path = path
    self.theme = theme
    encoder = FrameEncoder(depth: depth, synchronizes: false)
    recording = format.header(size: size, title: title, environment: [:], now: nil)
    recording += format.line(at: 0, "o", CastFormat.opening)
  }

  mutating func add(_ surface: Surface, at seconds: Double) {
    let bytes = encoder.encode(surface, theme: theme)
    // A picture like the one before still has its moment, so that the film ends when it should.
    recording += format.line(at: seconds, "o", String(decoding: bytes, as: UTF8.self))
  }

  mutating func finish(at seconds: Double) throws -> String? {
    recording += format.line(at: seconds, "o", CastFormat.ending)
    try AtomicFile.write(Data(recording.utf8), to: path)
    return nil
  }
}
