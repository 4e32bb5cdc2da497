/// An extent in terminal cells.
public struct Size: Sendable, Hashable {
  /// How many cells stand beside each other.
  public var columns: Int
  /// How many cells stand above each other.
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// No room at all.
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
