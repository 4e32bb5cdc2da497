/// An extent in terminal cells.
public struct Size: Sendable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  public static let zero = Size(columns: 0, rows: 0)

  /// No cell at all fits: either side is zero or negative.
  public var isEmpty: Bool { columns <= 0 || rows <= 0 }

  /// The number of cells, never negative.
  public var area: Int { isEmpty ? 0 : columns * rows }

  /// Whether a rectangle of the other size fits into one of this.
  public func contains(_ other: Size) -> Bool {
    columns >= other.columns && rows >= other.rows
  }
}
