import ArgumentParser
import Diffusion
import Foundation
import Interface
import TextScreen

/// Flags that make a film of the screen in place of one picture.
struct FilmOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a film instead of a picture, by the file's ending: \(FilmForm.endings); .svg is a film "
        + "strip on one page.",
      valueName: "file"),
    completion: .file(extensions: FilmForm.allCases.map(\.rawValue)))
  var film: String?

  @Option(
    help: ArgumentHelp(
      "How many pictures a film strip has, from 2 to 100; 9 if not given.",
      valueName: "n"))
  var pictures: Int?

  func validate() throws {
    guard let pictures else { return }
    if !(2...100).contains(pictures) {
      throw ValidationError("--pictures must be from 2 to 100, not \(pictures)")
    }
    if film?.lowercased().hasSuffix(".svg") != true {
      throw ValidationError(
        "--pictures is for film strips; let --film name a file that ends in .svg")
    }
  }

  /// The form of the film, if one is asked for and can be written.
  var form: FilmForm? {
    get throws(InputError) {
      try film.map { path throws(InputError) in try FilmForm(ofFile: path) }
    }
  }

  /// How many pictures a film strip has.
  var count: Int { pictures ?? 9 }

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
    if form == .svg {
      return StripFilm(path: path, title: title, theme: theme, millimetres: millimetres)
    }
    if form == .gif, !isVector, millimetres == nil, FilmEncoder("ffmpeg", in: programs) == nil,
      let encoder = FilmEncoder("agg", in: programs)
    {
      return RecordedFilm(
        path: path, rate: FilmTimes.rate, theme: theme, encoder: encoder, cast: cast)
    }
    return try PictureFilm(path: path, form: form, rate: FilmTimes.rate, programs: programs) {
      SVGPicture(
        $0, theme: theme, title: title, background: theme.usualBackground, millimetres: millimetres)
    }
  }
}

/// A form of films.
enum FilmForm: String, CaseIterable {
  /// What a terminal is sent, with its times: for asciinema.
  case cast
  case gif
  /// A moving PNG.
  case apng
  /// A film strip: some pictures side by side on a page that does not move.
  case svg

  /// All endings, for messages.
  static var endings: String { allCases.map { ".\($0.rawValue)" }.joined(separator: ", ") }

  /// The form that a file's ending says.
  init(ofFile path: String) throws(InputError) {
    let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let form = ending.flatMap({ FilmForm(rawValue: $0.lowercased()) }) else {
      throw InputError(
        "--film: the ending says the form, and must be one of \(Self.endings)", file: path)
    }
    try AtomicFile.check(path)
    self = form
  }
}
