import ArgumentParser
import Diffusion
import Foundation
import Interface
import TextScreen

/// Flags that make a film of the screen in place of one picture.
struct FilmOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a film of the seconds to come instead of a picture: "
        + "\(FilmForm.allCases.map(\.rawValue).joined(separator: ", ")), by the file's ending.",
      valueName: "file"),
    completion: .file(extensions: FilmForm.allCases.map(\.rawValue)))
  var film: String?

  @Option(
    help: ArgumentHelp(
      "How long the film is, from 0.1 to 60 seconds; 5 if not given.", valueName: "seconds"),
    transform: FlagValue.number)
  var seconds: Double?

  /// Pictures a second: every second one of those that pass offscreen.
  static let rate = 15

  func validate() throws {
    if let seconds, !(0.1...60).contains(seconds) {
      throw ValidationError("--seconds must be from 0.1 to 60, not \(seconds)")
    }
    if seconds != nil && film == nil {
      throw ValidationError("--seconds says how long --film is; name its file")
    }
  }

  /// The form of the film, if one is asked for and can be written.
  var form: FilmForm? {
    get throws(InputError) {
      try film.map { path throws(InputError) in try FilmForm(ofFile: path) }
    }
  }

  /// What writes a film of a form: ffmpeg makes it of pictures, and where there is none agg makes a
  /// GIF of letters.
  ///
  /// - Parameter isVector: whether there are shapes in place of letters.
  static func writer(
    of form: FilmForm, to path: String, size: Size, title: String, theme: Theme,
    depth: ColourDepth, isVector: Bool = false, millimetres: Double? = nil,
    programs: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
  ) throws -> any FilmWriter {
    let cast = CastFilm(path: path, size: size, title: title, theme: theme, depth: depth)
    if form == .cast { return cast }
    if form == .gif, !isVector, millimetres == nil, FilmEncoder("ffmpeg", in: programs) == nil,
      let encoder = FilmEncoder("agg", in: programs)
    {
      return RecordedFilm(path: path, rate: rate, theme: theme, encoder: encoder, cast: cast)
    }
    return try PictureFilm(path: path, form: form, rate: rate, programs: programs) {
      SVGPicture(
        $0, theme: theme, title: title, background: theme.usualBackground, millimetres: millimetres)
    }
  }

  /// How many pictures the film has.
  var count: Int { max(1, Int(((seconds ?? 5) * Double(Self.rate)).rounded())) }
}

/// A form of films.
enum FilmForm: String, CaseIterable {
  /// What a terminal is sent, with its times: for asciinema.
  case cast
  case gif
  /// A moving PNG.
  case apng

  /// The form that a file's ending says.
  init(ofFile path: String) throws(InputError) {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let form = ending.flatMap({ FilmForm(rawValue: $0.lowercased()) }) else {
      let known = FilmForm.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
      throw InputError(
        "--film: the ending says the form, and must be one of \(known)", file: path)
    }
    try AtomicFile.check(path)
    self = form
  }
}
