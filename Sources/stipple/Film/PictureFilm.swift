import Foundation
import TextScreen

/// A film of pictures that another program, ffmpeg, joins. Where there is none the pictures are
/// left, numbered, with the line that joins them.
struct PictureFilm: FilmWriter {
  private let path: String
  private let form: FilmForm
  private let rate: Int
  private let folder: String
  private let encoder: String?
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
    encoder = Self.program("ffmpeg", in: programs)
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
    let process = Process()
    process.executableURL = URL(filePath: encoder)
    process.arguments = arguments(to: joined)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    do { try process.run() } catch {
      throw WorkError("\(encoder) cannot be run: \(error.localizedDescription)")
    }
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let film = FileManager.default.contents(atPath: joined)
    else {
      let last = said.split(separator: "\n").last.map { ": \(String($0).excerpt)" } ?? ""
      throw WorkError("ffmpeg could not join the pictures\(last)")
    }
    try AtomicFile.write(film, to: path)
    return nil
  }

  /// What ffmpeg is told.
  private func arguments(to output: String) -> [String] {
    let input = [
      "-loglevel", "error", "-y", "-framerate", "\(rate)", "-i", "\(folder)/frame-%04d.svg",
    ]
    switch form {
    case .gif:
      // 256 colours of its own for each film; the usual ones are coarse.
      return input + ["-vf", "split[a][b];[a]palettegen[p];[b][p]paletteuse", "-f", "gif", output]
    case .apng, .cast:
      return input + ["-plays", "0", "-f", "apng", output]
    }
  }

  private func removeFolder() {
    if encoder != nil { try? FileManager.default.removeItem(atPath: folder) }
  }

  private static func program(_ name: String, in programs: String) -> String? {
    programs.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
