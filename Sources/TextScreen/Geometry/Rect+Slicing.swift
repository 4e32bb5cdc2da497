/// Layout by cutting: each call takes a strip off one edge and leaves the rest.
///
/// A strip is never larger than what is left, and a negative size takes nothing.
extension Rect {
  /// Takes the uppermost rows off and returns them.
  public mutating func takeTop(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    let strip = Rect(x: x, y: y, width: width, height: taken)
    self = Rect(x: x, y: y + taken, width: width, height: height - taken)
    return strip
  }

  /// Takes the lowest rows off and returns them.
  public mutating func takeBottom(_ rows: Int) -> Rect {
    let taken = min(max(0, rows), height)
    let strip = Rect(x: x, y: maxY - taken, width: width, height: taken)
    self = Rect(x: x, y: y, width: width, height: height - taken)
    return strip
  }

  /// Takes columns off the left and returns them.
  public mutating func takeLeft(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    let strip = Rect(x: x, y: y, width: taken, height: height)
    self = Rect(x: x + taken, y: y, width: width - taken, height: height)
    return strip
  }

  /// Takes columns off the right and returns them.
  public mutating func takeRight(_ columns: Int) -> Rect {
    let taken = min(max(0, columns), width)
    let strip = Rect(x: maxX - taken, y: y, width: taken, height: height)
    self = Rect(x: x, y: y, width: width - taken, height: height)
    return strip
  }
}
