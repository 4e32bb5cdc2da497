import Diffusion
import TextScreen

extension SheetPage {
  /// The sheet as Markdown: pictures are made of characters, so that it needs no other file.
  ///
  /// - Parameter record: the block that the program reads again.
  public func markdown(record: String) -> String {
    var blocks = ["# \(Self.inert(title))"]
    blocks.append(facts.map { "- \(Self.inert($0))" }.joined(separator: "\n"))
    blocks.append(markdownTable)
    if !samples.isEmpty { blocks.append("Samples:\n\n```\n\(cloud)\n```") }
    if losses.count > 1 { blocks.append("Loss against steps:\n\n```\n\(curve)\n```") }
    if !reflection.isEmpty { blocks.append("## Reflection\n\n\(quoted)") }
    blocks.append("## Record\n\nThis is what is graded; leave it as it is.\n\n\(record)")
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private var markdownTable: String {
    let rule = Self.columns.map { _ in "---" }
    let rows = ([Self.columns, rule] + table).map { fields in
      "| " + fields.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ")
        + " |"
    }
    return rows.joined(separator: "\n")
  }

  /// Every line behind a mark, so that none can be taken for a part of the sheet.
  private var quoted: String {
    reflection.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { "> \(String($0).printable)" }.joined(separator: "\n")
  }

  /// Text from outside on one line, in which no mark of Markdown means anything.
  private static func inert(_ text: String) -> String {
    let marks: Set<Character> = ["\\", "`", "*", "_", "<", ">", "#", "|", "[", "]", "!"]
    return text.printable.reduce(into: "") { line, letter in
      if marks.contains(letter) { line.append("\\") }
      line.append(letter)
    }
  }
}

extension SheetPage {
  private static let picture = Size(columns: 60, rows: 24)
  private static let plot = Size(columns: 60, rows: 10)

  private var cloud: String {
    let frame = CloudFrame(samples + reference)
    var canvas = DotCanvas(size: Self.picture, dots: .braille)
    for point in samples {
      let place = frame.place(of: point, width: canvas.width, height: canvas.height)
      canvas.plot(at: place, ink: .plain)
    }
    var surface = Surface(size: Self.picture)
    surface.overlay(canvas, in: surface.bounds)
    return surface.plainText
  }

  private var curve: String {
    var surface = Surface(size: Self.plot)
    let area = PlotArea(in: surface.bounds)
    let values = losses.map(\.loss)
    guard let low = values.min(), let high = values.max(), let last = losses.last else { return "" }
    let places = losses.map { point in
      Place(
        Double(point.step) / Double(last.step),
        high > low ? (point.loss - low) / (high - low) : 0.5)
    }
    area.drawEnds(top: high, bottom: low, on: &surface)
    area.drawEnds(left: "0", right: "\(last.step)", on: &surface)
    area.draw(through: places, dots: .braille, on: &surface)
    return surface.plainText
  }
}

/// The square of the plane that holds clouds of points.
struct CloudFrame {
  let middle: Point
  /// Half its side.
  let reach: Double

  private static let air = 1.05

  init(_ points: [Point]) {
    // Single points that ran far away would leave nothing to be seen of the others.
    let xs = points.map(\.x).sorted()
    let ys = points.map(\.y).sorted()
    let most = max(0, points.count - 1)
    let (low, high) = (most / 200, most - most / 200)
    guard !points.isEmpty else {
      (middle, reach) = (.zero, 1)
      return
    }
    middle = Point((xs[low] + xs[high]) / 2, (ys[low] + ys[high]) / 2)
    let side = max(xs[high] - xs[low], ys[high] - ys[low])
    reach = max(Self.air * side / 2, 1e-9)
  }

  /// Where a point falls on a picture, in its units from the top left.
  func place(of point: Point, width: Int, height: Int) -> Place {
    let half = Double(min(width, height)) / 2
    return Place(
      Double(width) / 2 + (point.x - middle.x) / reach * half,
      Double(height) / 2 - (point.y - middle.y) / reach * half)
  }
}
