/// A surface as one self-contained SVG image.
///
/// Dots, blocks and lines are drawn as shapes, so that the picture looks the same whatever fonts
/// the viewer has; only letters need a font, and are stretched to their cells.
public struct SVGPicture {
  /// The whole document, which ends in a line feed.
  public let text: String

  /// - Parameters:
  ///   - title: what the picture shows, for those who hear it read.
  ///   - background: the colour of the card behind; by default the one the theme is made for.
  ///   - millimetres: the width on paper; by default the picture has the size of its units.
  public init(
    _ surface: Surface, theme: Theme, title: String, background: RGB? = nil,
    millimetres: Double? = nil
  ) {
    text = Self.document(
      Self.elements(of: surface, theme: theme), size: Self.extent(of: surface.size), title: title,
      theme: theme, background: background, millimetres: millimetres)
  }

  /// A film strip: several surfaces of one size on a page, line after line, each below its caption.
  ///
  /// - Parameters:
  ///   - title: what the strip shows, for those who hear it read.
  ///   - millimetres: the width of the page on paper.
  public init(
    strip frames: [(caption: String, surface: Surface)], theme: Theme, title: String,
    background: RGB? = nil, millimetres: Double? = nil
  ) {
    let frame = Self.extent(of: frames.first?.surface.size ?? .zero)
    let grid = SVGStripGrid(count: frames.count, frame: frame)
    let elements = frames.enumerated().flatMap { index, frame in
      let rect = grid.rect(of: index)
      return ["<g transform=\"translate(\(rect.x) \(rect.y))\">"]
        + [SVGLetters.caption(frame.caption)]
        + Self.elements(of: frame.surface, theme: theme) + ["</g>"]
    }
    text = Self.document(
      elements, size: grid.extent, title: title, theme: theme, background: background,
      millimetres: millimetres)
  }

  /// The size of a cell in units of the picture: pitches of Braille dots are then whole numbers.
  static let cellWidth = 8
  static let cellHeight = 16
  private static let margin = 12

  /// The size of a surface in units.
  private static func extent(of size: Size) -> Size {
    Size(columns: size.columns * cellWidth, rows: size.rows * cellHeight)
  }

  /// What is drawn of a surface, background first.
  private static func elements(of surface: Surface, theme: Theme) -> [String] {
    var layers = SVGLayers()
    for row in 0..<surface.size.rows {
      for column in 0..<surface.size.columns {
        let cell = surface[column, row]
        guard !cell.isBlank else { continue }
        layers.add(
          cell, marks: surface.marks(at: row * surface.size.columns + column), column: column,
          row: row, theme: theme)
      }
    }
    return layers.elements(
      around: SVGShapes(surface.shapes, theme: theme).elements, ink: theme.pictureInk)
  }

  /// - Parameter size: of what is within the margins, in units.
  private static func document(
    _ elements: [String], size: Size, title: String, theme: Theme, background: RGB?,
    millimetres: Double?
  ) -> String {
    let width = size.columns + 2 * margin
    let height = size.rows + 2 * margin
    let scale = millimetres.map { $0 / Double(width) }
    let measures = [width, height].map { units in
      scale.map { "\(Text.short(Double(units) * $0))mm" } ?? String(units)
    }
    let (ink, paper) = (theme.pictureInk, background ?? theme.picturePaper)
    // ImageMagick's own renderer outlines in black what does not say otherwise.
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(measures[0])" height="\(measures[1])" role="img">
      <title>\(title.escapedForXML)</title>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(paper.hex)" stroke="none"/>
      <g transform="translate(\(margin) \(margin))" fill="\(ink.hex)" stroke="none" \
      font-family="'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="13.3">
      """
    return ([head] + elements + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }
}

extension RGB {
  /// The colour in the notation of the web, `#rrggbb`.
  public var hex: String {
    "#"
      + [red, green, blue].map { channel in
        (channel < 16 ? "0" : "") + String(channel, radix: 16)
      }.joined()
  }
}

extension String {
  /// The text with what XML gives a meaning spelled out, and without what XML forbids.
  public var escapedForXML: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped += " "
      case _ where scalar.properties.generalCategory == .control: continue
      case "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
