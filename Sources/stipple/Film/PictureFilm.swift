import Foundation
import TextScreen

/// A film of pictures that another program, ffmpeg, joins. Where there is none the pictures are
/// left, numbered, with the line that joins them.
struct PictureFilm: FilmWriter {
  private let path: String
  private let form: FilmForm
  private let rate: Int
  private let folder: String
  private let encoder: FilmEncoder?
  private let picture: (Surface) -> SVGPicture
  private var count = 0

  /// - Parameters:
  ///   - picture: a picture of the screen.
  ///   - programs: where programs are looked for, as in `PATH`.
  init(
    path: String, form: FilmForm, rate: Int, programs: String,
    picture: @escaping (Surface) -> SVGPicture
  ) throws(WorkError) {
    self.path = path
    self.form = form
    self.rate = rate
    self.picture = picture
    encoder = FilmEncoder("ffmpeg", in: programs)
    folder = encoder == nil ? "\(path)-frames" : TemporaryFile(beside: path).path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: encoder == nil)
    } catch {
      throw WorkError(
        "\(folder): no folder for the pictures can be made: \(error.localizedDescription)")
    }
  }

  mutating func add(_ surface: Surface, at seconds: Double) throws {
    count += 1
    let name = String(format: "frame-%04d.svg", count)
    do { try AtomicFile.write(Data(picture(surface).text.utf8), to: "\(folder)/\(name)") } catch {
      removeFolder()
      throw error
    }
  }

  mutating func finish(at seconds: Double) throws -> String? {
    guard let encoder else {
      let line = (["ffmpeg"] + arguments(to: path)).map(RunLine.quoted).joined(separator: " ")
      return
        "there is no ffmpeg to join the \(count) pictures in \(folder); where there is: \(line)"
    }
    defer { removeFolder() }
    let joined = "\(folder)/film.\(form.rawValue)"
    try AtomicFile.write(try encoder.film(arguments(to: joined), in: joined), to: path)
    return nil
  }

  /// What ffmpeg is told.
  private func arguments(to output: String) -> [String] {
    let input = [
      "-loglevel", "error", "-y", "-framerate", "\(rate)", "-i", "\(folder)/frame-%04d.svg",
    ]
    guard form == .gif else { return input + ["-plays", "0", "-f", "apng", output] }
    // 256 colours of its own for each film; the usual ones are coarse.
    return input + ["-vf", "split[a][b];[a]palettegen[p];[b][p]paletteuse", "-f", "gif", output]
  }

  private func removeFolder() {
    if encoder != nil { try? FileManager.default.removeItem(atPath: folder) }
  }
}
