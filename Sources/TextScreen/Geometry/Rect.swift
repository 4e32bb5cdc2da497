/// A rectangle of terminal cells; `x` grows to the right, `y` downwards, both from zero.
///
/// A rectangle never has a negative side: asking for one gives an empty rectangle, so layouts
/// can subtract freely and a panel that no longer fits simply has nowhere to draw.
public struct Rect: Sendable, Hashable {
  /// The first column.
  public private(set) var x: Int
  /// The first row.
  public private(set) var y: Int
  /// How many columns, never negative.
  public private(set) var width: Int
  /// How many rows, never negative.
  public private(set) var height: Int

  /// A negative width or height becomes zero.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle of this size whose top left cell is the origin.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.columns, height: size.rows)
  }

  /// The empty rectangle at the origin.
  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  /// How large it is, wherever it is.
  public var size: Size { Size(columns: width, rows: height) }
  /// Whether there is no cell in it.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// One past the last column.
  public var maxX: Int { x + width }

  /// One past the last row.
  public var maxY: Int { y + height }

  /// The numbers of its columns.
  public var columns: Range<Int> { x..<maxX }
  /// The numbers of its rows.
  public var rows: Range<Int> { y..<maxY }

  /// Whether a cell lies in it.
  public func contains(column: Int, row: Int) -> Bool {
    column >= x && column < maxX && row >= y && row < maxY
  }

  /// The same rectangle with `margin` cells taken off every side; negative margins grow it.
  public func inset(by margin: Int) -> Rect {
    inset(horizontally: margin, vertically: margin)
  }

  /// The same rectangle with so many columns taken off both sides and so many rows off top and
  /// bottom.
  public func inset(horizontally: Int, vertically: Int) -> Rect {
    Rect(
      x: x + min(horizontally, width), y: y + min(vertically, height),
      width: width - 2 * horizontally, height: height - 2 * vertically)
  }

  /// The cells in both rectangles.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top,
      width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// Moves the rectangle without changing its size.
  public func offset(columns: Int, rows: Int) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width, height: height)
  }

  /// A rectangle of `size`, at most this one, in the middle of this one.
  public func centred(_ size: Size) -> Rect {
    let width = min(self.width, max(0, size.columns))
    let height = min(self.height, max(0, size.rows))
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2,
      width: width, height: height)
  }
}
