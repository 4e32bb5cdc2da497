import Foundation
import TextScreen

/// A film strip: its pictures side by side on a page that does not move, each below its time.
struct StripFilm: FilmWriter {
  let path: String
  let title: String
  let theme: Theme
  let millimetres: Double?
  private var frames: [(caption: String, surface: Surface)] = []

  init(path: String, title: String, theme: Theme, millimetres: Double?) {
    self.path = path
    self.title = title
    self.theme = theme
    self.millimetres = millimetres
  }

  mutating func add(_ surface: Surface, at seconds: Double) {
    frames.append(("\(Text.decimal(seconds, decimals: seconds < 10 ? 2 : 1)) s", surface))
  }

  func finish(at seconds: Double) throws -> String? {
    let picture = SVGPicture(
      strip: frames, theme: theme, title: title, background: theme.usualBackground,
      millimetres: millimetres)
    try AtomicFile.write(Data(picture.text.utf8), to: path)
    return nil
  }
}
