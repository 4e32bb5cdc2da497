import Foundation

/// Where the frames of a film strip lie on their page, in units of the picture.
struct SVGStripGrid {
  /// The height of a caption.
  private static let caption = 24
  /// Between two frames.
  private static let gap = 24
  /// Width to height of the page that is looked for: a slide's, or a sheet's on its side.
  private static let proportion = 1.5

  /// How many frames are beside each other.
  let columns: Int
  private let count: Int
  /// A frame with its caption.
  private let frame: Size

  /// - Parameter frame: the size of a frame without its caption.
  init(count: Int, frame: Size) {
    let frame = Size(columns: frame.columns, rows: frame.rows + Self.caption)
    let columns = (1...max(1, count)).min { one, two in
      Self.cost(of: one, count, frame) < Self.cost(of: two, count, frame)
    }
    self.count = count
    self.frame = frame
    self.columns = columns ?? 1
  }

  /// How far a page is from the proportion that is looked for; places that stay empty cost what they
  /// take of it.
  private static func cost(of columns: Int, _ count: Int, _ frame: Size) -> Double {
    let rows = (count + columns - 1) / columns
    let page = Double(columns * frame.columns) / Double(max(1, rows * frame.rows))
    let empty = Double(columns * rows - count) / Double(columns * rows)
    return abs(log(max(page, 1e-9) / proportion)) + empty
  }

  private var rows: Int { (count + columns - 1) / columns }

  /// The size of all of it.
  var extent: Size {
    Size(
      columns: columns * (frame.columns + Self.gap) - Self.gap,
      rows: max(0, rows * (frame.rows + Self.gap) - Self.gap))
  }

  /// Where a frame lies, without its caption.
  func rect(of index: Int) -> Rect {
    Rect(
      x: index % columns * (frame.columns + Self.gap),
      y: index / columns * (frame.rows + Self.gap) + Self.caption,
      width: frame.columns, height: frame.rows - Self.caption)
  }
}
