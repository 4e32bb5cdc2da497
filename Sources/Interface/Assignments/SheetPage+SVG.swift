import Diffusion
import Foundation
import TextScreen

extension SheetPage {
  private static let width = 860
  private static let lineHeight = 20
  private static let pictureSize = 380
  private static let samplesInk = "#0072B2"
  private static let referenceInk = "#bbbbbb"
  /// About how many letters a line holds.
  private static let letters = 118

  /// The sheet as one drawing.
  ///
  /// - Parameter record: the element that the program reads again.
  public func svg(record: String) -> String {
    var y = 40
    var pieces = [text(title, x: 24, y: y, size: 20)]
    func say(_ line: String) {
      y += Self.lineHeight
      pieces.append(text(line, x: 24, y: y))
    }
    y += 8
    for fact in facts { TextWrap.lines(fact.printable, width: Self.letters).forEach(say) }
    y += 12
    for row in [Self.columns] + table {
      y += Self.lineHeight
      let places = [24, 230, 420, 560, 770]
      for (x, field) in zip(places, row) { pieces.append(text(Self.short(field), x: x, y: y)) }
    }
    y += 20
    pieces.append(cloudDrawing(x: 24, y: y))
    pieces.append(lossDrawing(x: 440, y: y))
    y += Self.pictureSize + 40
    if !reflection.isEmpty {
      say("Reflection")
      for line in reflection.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        TextWrap.lines(String(line).printable, width: Self.letters).forEach(say)
      }
    }
    let height = y + 30
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" \
      width="\(Self.width)" height="\(height)" font-family="sans-serif" font-size="13" role="img">
      <title>\(title.escapedForXML)</title>
      <rect width="\(Self.width)" height="\(height)" fill="white"/>
      \(pieces.filter { !$0.isEmpty }.joined(separator: "\n"))
      \(record)
      </svg>

      """
  }

  /// A number as a table has room for it; the record has all its digits.
  private static func short(_ field: String) -> String {
    Double(field).map { Text.decimal($0, decimals: 5) } ?? field
  }

  private func text(_ words: String, x: Int, y: Int, size: Int? = nil) -> String {
    let size = size.map { " font-size=\"\($0)\"" } ?? ""
    return "<text x=\"\(x)\" y=\"\(y)\"\(size)>\(words.printable.escapedForXML)</text>"
  }

  private func cloudDrawing(x: Int, y: Int) -> String {
    guard !samples.isEmpty else { return "" }
    let frame = CloudFrame(samples + reference)
    let layers = [(reference, Self.referenceInk), (samples, Self.samplesInk)].map { points, ink in
      "<path fill=\"none\" stroke=\"\(ink)\" stroke-width=\"2.4\" stroke-linecap=\"round\""
        + " d=\"\(dots(points, frame))\"/>"
    }
    let box =
      "<rect width=\"\(Self.pictureSize)\" height=\"\(Self.pictureSize)\" fill=\"none\""
      + " stroke=\"#444\"/>"
    let words = reference.isEmpty ? "the places" : "samples, and real data in grey"
    return "<g transform=\"translate(\(x) \(y))\">\n"
      + ([box] + layers).joined(separator: "\n")
      + "\n\(text(words, x: 0, y: Self.pictureSize + 18))\n</g>"
  }

  private func dots(_ points: [Point], _ frame: CloudFrame) -> String {
    points.map { frame.place(of: $0, width: Self.pictureSize, height: Self.pictureSize) }
      .filter { place in
        [place.x, place.y].allSatisfy { (0...Double(Self.pictureSize)).contains($0) }
      }
      .map { "M\(Text.decimal($0.x, decimals: 1)) \(Text.decimal($0.y, decimals: 1))h0" }.joined()
  }

  private func lossDrawing(x: Int, y: Int) -> String {
    guard losses.count > 1 else { return "" }
    let figure = StudyFigure(
      title: "loss in training", across: "steps", up: "loss",
      series: [
        StudyFigure.Series(
          name: "mean squared error",
          places: losses.map { StudyFigure.Place(x: Double($0.step), of: [$0.loss]) })
      ], names: [])
    // A drawing within a drawing keeps its own size.
    let inner = StudySVG.smallMultiples([figure], columns: 1)
    let placed = "<svg x=\"\(x)\" y=\"\(y)\" width=\"400\" height=\"\(Self.pictureSize - 80)\" "
    return inner.replacingOccurrences(of: "<svg ", with: placed).trimmingCharacters(
      in: .newlines)
  }
}
