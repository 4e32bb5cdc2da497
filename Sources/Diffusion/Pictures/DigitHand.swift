/// A hand that draws digits: the numbers behind the words of a style, different each time.
struct DigitHand {
  let digit: Int
  let colour: Int
  let isLooped: Bool
  /// Half the width of strokes, in pixels of a picture eight wide.
  let halfWidth: Double
  /// How far the top is pushed to the right, as a share of the height.
  let slant: Double
  /// The height in pixels of a picture eight high.
  let height: Double
  /// Where the middle is off that of the picture, in those pixels.
  let offset: SIMD2<Double>

  /// - Parameter traits: digit, colour, weight, lean, size and loops.
  init(traits: [Int], from stream: inout RandomStream) {
    (digit, colour, isLooped) = (traits[0], traits[1], traits[5] == 1)
    func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * stream.uniform() }
    halfWidth = traits[2] == 0 ? between(0.3, 0.4) : between(0.7, 0.8)
    slant = [between(-0.32, -0.22), between(-0.04, 0.04), between(0.22, 0.32)][traits[3]]
    height = traits[4] == 0 ? between(5.0, 5.3) : between(6.2, 6.5)
    offset = SIMD2(between(-0.15, 0.15), between(-0.1, 0.1))
  }

  /// The picture, row by row, red green blue.
  func pixels(in shape: PictureShape) -> [Float] {
    let unit = Double(min(shape.width, shape.height)) / 8
    let scale = unit * height / 1.6
    let middle = 0.5 * SIMD2(Double(shape.width), Double(shape.height)) + unit * offset
    let pieces = DigitStrokes.strokes(of: digit, isLooped: isLooped).flatMap { stroke in
      let placed = stroke.map { point in
        let (x, y) = (point.x - 0.5, point.y - 0.8)
        return middle + scale * SIMD2(x - slant * y, y)
      }
      return zip(placed, placed.dropFirst()).map { LinePiece(from: $0, to: $1) }
    }
    let ink = DigitColour.all[colour].ink
    var pixels: [Float] = []
    pixels.reserveCapacity(shape.count)
    for row in 0..<shape.height {
      for column in 0..<shape.width {
        var squared = Double.infinity
        for piece in pieces {
          squared = min(
            squared, piece.squaredDistance(toX: Double(column) + 0.5, y: Double(row) + 0.5))
        }
        let cover = min(1, max(0, unit * halfWidth + 0.5 - squared.squareRoot()))
        for channel in 0..<3 { pixels.append(Float(cover) * ink[channel]) }
      }
    }
    return pixels
  }
}

/// A straight piece of a stroke. Its numbers are plain ones: this is what drawing takes its time for.
private struct LinePiece {
  private let x: Double
  private let y: Double
  private let wayX: Double
  private let wayY: Double
  /// One over the squared length; 0 for a dot.
  private let scale: Double

  init(from start: SIMD2<Double>, to end: SIMD2<Double>) {
    (x, y) = (start.x, start.y)
    (wayX, wayY) = (end.x - start.x, end.y - start.y)
    let squared = wayX * wayX + wayY * wayY
    scale = squared > 0 ? 1 / squared : 0
  }

  func squaredDistance(toX placeX: Double, y placeY: Double) -> Double {
    let (offX, offY) = (placeX - x, placeY - y)
    let share = min(1, max(0, (offX * wayX + offY * wayY) * scale))
    let (restX, restY) = (offX - share * wayX, offY - share * wayY)
    return restX * restX + restY * restY
  }
}
