import Foundation
import TextScreen

/// A moving GIF that another program, agg, makes of a recording, with the letters of its own font.
struct RecordedFilm: FilmWriter {
  private let path: String
  private let rate: Int
  private let theme: Theme
  private let encoder: FilmEncoder
  private var cast: CastFilm

  /// - Parameter cast: the recording, without pictures yet.
  init(path: String, rate: Int, theme: Theme, encoder: FilmEncoder, cast: CastFilm) {
    self.path = path
    self.rate = rate
    self.theme = theme
    self.encoder = encoder
    self.cast = cast
  }

  mutating func add(_ surface: Surface, at seconds: Double) { cast.add(surface, at: seconds) }

  func finish(at seconds: Double) throws -> String? {
    let recording = TemporaryFile(beside: path).path
    let film = TemporaryFile(beside: path).path
    defer {
      unlink(recording)
      unlink(film)
    }
    // The end, which gives the screen back, would be a last picture with nothing in it.
    try AtomicFile.write(Data(cast.recording.utf8), to: recording)
    let arguments = [
      "--theme", colours, "--fps-cap", "\(rate)", "--idle-time-limit", "\(seconds + 1)",
      "--last-frame-duration", "\(1 / Double(rate))", recording, film,
    ]
    try AtomicFile.write(try encoder.film(arguments, in: film), to: path)
    return nil
  }

  /// Background, foreground and the eight colours by number, which the pictures do not use.
  private var colours: String {
    ([theme.usualBackground] + Array(repeating: theme.pictureInk, count: 9))
      .map { String($0.hex.dropFirst()) }.joined(separator: ",")
  }
}
