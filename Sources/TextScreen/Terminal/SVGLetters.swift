/// The text of a picture, a run of equal style at a time.
struct SVGLetters {
  private struct Run {
    var text: String
    var columns: Int
    let column: Int
    let row: Int
    /// The columns of each letter.
    let pitch: Int
    let paint: SVGLayers.Paint
    let emphasis: Attributes
  }

  private var runs: [Run] = []

  /// Adds one letter; letters must come row by row, from the left. A gap of one blank is bridged,
  /// so that a sentence stays one run; letters two columns wide, for which fonts have other widths,
  /// are runs of their own.
  mutating func add(
    _ letter: Letter, column: Int, row: Int, paint: SVGLayers.Paint, emphasis: Attributes
  ) {
    let text = String(String.UnicodeScalarView([letter.scalar] + letter.marks))
    let pitch = letter.columns
    if let last = runs.last, last.row == row, last.paint == paint, last.emphasis == emphasis,
      last.pitch == pitch, column - last.column - last.columns <= (pitch == 1 ? 1 : 0)
    {
      let gap = column - last.column - last.columns
      runs[runs.count - 1].text += String(repeating: " ", count: gap) + text
      runs[runs.count - 1].columns += gap + pitch
    } else {
      runs.append(
        Run(
          text: text, columns: pitch, column: column, row: row, pitch: pitch, paint: paint,
          emphasis: emphasis))
    }
  }

  var elements: [String] {
    runs.map { run in
      let x = run.column * SVGPicture.cellWidth
      let baseline = run.row * SVGPicture.cellHeight + 12
      let length = run.columns * SVGPicture.cellWidth
      let squeeze =
        run.columns > 1 ? " textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\"" : ""
      return "<text x=\"\(x)\" y=\"\(baseline)\"\(squeeze)\(run.paint.fill)"
        + "\(Self.attributes(run.emphasis))>\(run.text.escapedForXML)</text>"
    }
  }

  /// A line of text above the place where cells begin.
  static func caption(_ text: String) -> String {
    "<text x=\"0\" y=\"-8\">\(text.escapedForXML)</text>"
  }

  private static func attributes(_ emphasis: Attributes) -> String {
    (emphasis.contains(.bold) ? " font-weight=\"bold\"" : "")
      + (emphasis.contains(.italic) ? " font-style=\"italic\"" : "")
      + (emphasis.contains(.underline) ? " text-decoration=\"underline\"" : "")
  }
}
