/// A picture made of dots finer than a cell, for clouds and curves.
///
/// Dots are addressed from the top left of the canvas. Each cell remembers which of its dots are
/// lit, how often it was hit, and one ink: the heaviest plotted there, and of equals the last.
public struct DotCanvas: Sendable {
  /// The cells it covers.
  public let size: Size
  /// What its dots are drawn with.
  public let dots: Glyphs.Dots
  /// Row after row, `size.columns` cells each.
  var pixels: [Pixel]
  /// The same as shapes, where these are asked for.
  var vector = VectorInk()

  /// What was plotted into a cell.
  struct Pixel: Sendable {
    /// The dots that are lit, a bit each: those of Braille as Unicode counts them, of blocks row by
    /// row from the left.
    var mask: UInt8 = 0
    /// The heaviest ink plotted here, and of equals the last.
    var ink: Ink = .plain
    var weight: UInt8 = 0
    /// How often something was plotted here, at most 65,535.
    var hits: UInt16 = 0
  }

  /// - Parameter size: in cells.
  public init(size: Size, dots: Glyphs.Dots) {
    self.size = size.isEmpty ? .zero : size
    self.dots = dots
    pixels = Array(repeating: Pixel(), count: size.area)
  }

  /// The number of dots from left to right.
  public var width: Int { size.columns * dots.perCell.columns }

  /// The number of dots from top to bottom.
  public var height: Int { size.rows * dots.perCell.rows }

  /// Takes every dot away.
  public mutating func clear() {
    for index in pixels.indices { pixels[index] = Pixel() }
    vector = VectorInk()
  }

  /// Lights one dot; outside the canvas nothing happens.
  @inline(__always)
  public mutating func plot(x: Int, y: Int, ink: Ink, weight: UInt8 = 0) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let index: Int
    let bit: UInt8
    // Shifts instead of divisions: this runs for every particle of every frame.
    switch dots {
    case .braille:
      index = (y >> 2) &* size.columns &+ (x >> 1)
      bit = Self.brailleBit(x & 1, y & 3)
    case .octants:
      index = (y >> 2) &* size.columns &+ (x >> 1)
      bit = Self.blockBit(x & 1, y & 3)
    case .sextants:
      index = (y / 3) &* size.columns &+ (x >> 1)
      bit = Self.blockBit(x & 1, y % 3)
    case .quadrants:
      index = (y >> 1) &* size.columns &+ (x >> 1)
      bit = Self.blockBit(x & 1, y & 1)
    case .halfBlock:
      index = (y >> 1) &* size.columns &+ x
      bit = 1 << UInt8(truncatingIfNeeded: y & 1)
    case .ascii:
      index = y &* size.columns &+ x
      bit = 1
    case .vector:
      index = (y >> 4) &* size.columns &+ (x >> 3)
      bit = 1
    }
    pixels[index].light(bit, ink: ink, weight: weight)
  }

  /// Lights the dot at a place in dots and fractions of them, the circle at the very place where
  /// shapes are drawn.
  @inline(__always)
  public mutating func plot(at place: Place, ink: Ink) {
    plot(x: Int(place.x), y: Int(place.y), ink: ink)
    if dots == .vector { vector.add(place, ink) }
  }

  /// How often a cell was hit since the last `clear`.
  public func hits(column: Int, row: Int) -> Int {
    guard Rect(size).contains(column: column, row: row) else { return 0 }
    return Int(pixels[row * size.columns + column].hits)
  }

  /// The largest number of hits of any cell.
  public var mostHits: Int { Int(pixels.reduce(0) { max($0, $1.hits) }) }

  /// The share of the lit cells that are full, where more dots no longer show: above 0.4 or so
  /// a heat map tells more. Zero when nothing is lit.
  public var saturatedShare: Double {
    var lit = 0
    var full = 0
    for pixel in pixels where pixel.mask != 0 {
      lit += 1
      full += isFull(pixel) ? 1 : 0
    }
    return lit == 0 ? 0 : Double(full) / Double(lit)
  }

  private func isFull(_ pixel: Pixel) -> Bool {
    switch dots {
    case .braille, .octants: pixel.mask == 0xFF
    case .sextants: pixel.mask == 0x3F
    case .quadrants: pixel.mask == 0xF
    case .halfBlock: pixel.mask == 0b11
    case .ascii: Int(pixel.hits) >= DotCanvas.asciiSaturation
    case .vector: false
    }
  }

  /// The Unicode numbering: down the left column, down the right, then the fourth row.
  @inline(__always)
  private static func brailleBit(_ x: Int, _ y: Int) -> UInt8 {
    let place = y == 3 ? 6 &+ x : y &+ 3 &* x
    return 1 &<< UInt8(truncatingIfNeeded: place)
  }

  /// Two blocks in every row, from above.
  @inline(__always)
  private static func blockBit(_ x: Int, _ y: Int) -> UInt8 {
    1 &<< UInt8(truncatingIfNeeded: 2 &* y &+ x)
  }
}

extension DotCanvas.Pixel {
  @inline(__always)
  mutating func light(_ bit: UInt8, ink: Ink, weight: UInt8) {
    mask |= bit
    hits = hits == .max ? hits : hits + 1
    if weight >= self.weight {
      self.weight = weight
      self.ink = ink
    }
  }
}

extension Glyphs.Dots {
  /// How many dots one cell holds in each direction.
  public var perCell: Size {
    switch self {
    case .braille, .octants: Size(columns: 2, rows: 4)
    case .sextants: Size(columns: 2, rows: 3)
    case .quadrants: Size(columns: 2, rows: 2)
    case .halfBlock: Size(columns: 1, rows: 2)
    case .ascii: Size(columns: 1, rows: 1)
    case .vector: VectorShape.cell
    }
  }
}
