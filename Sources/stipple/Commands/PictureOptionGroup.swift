import ArgumentParser
import Diffusion
import Interface

/// Flags that make a picture for a paper of what is on the screen.
struct PictureOptionGroup: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "One part alone, as large as --size: "
        + "\(PicturePart.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "part"),
    completion: .list(PicturePart.allCases.map(\.rawValue)), transform: FlagValue.picturePart)
  var only: PicturePart?

  @Flag(help: "Points as circles at their true places and curves as paths (with --format svg).")
  var vector = false

  @Option(
    help: ArgumentHelp(
      "The width on paper, from 10 to 2000 millimetres (with --format svg).",
      valueName: "millimetres"),
    transform: FlagValue.number)
  var widthMm: Double?

  func validate() throws {
    if let widthMm, !(10...2000).contains(widthMm) {
      throw ValidationError("--width-mm must be from 10 to 2000 millimetres, not \(widthMm)")
    }
  }

  /// The flags as pictures take them.
  func values(for format: PictureFormat) throws(InputError) -> PictureOptions {
    if format != .svg && (vector || widthMm != nil) {
      let flag = vector ? "--vector" : "--width-mm"
      throw InputError("\(flag) is for pictures of shapes; add --format svg")
    }
    if format == .description && only != nil {
      throw InputError("--only is for pictures; the description is of the whole screen")
    }
    var options = PictureOptions()
    options.part = only
    options.isVector = vector
    options.millimetres = widthMm
    return options
  }
}

extension FlagValue {
  /// A part of the screen, by name.
  static func picturePart(_ word: String) throws -> PicturePart {
    guard let part = PicturePart(rawValue: word) else {
      throw UnknownName(
        name: word, family: "part", known: PicturePart.allCases.map(\.rawValue))
    }
    return part
  }
}
