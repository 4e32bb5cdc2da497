import Diffusion
import TextScreen

/// Lines around the places that hold a half, nine tenths and ninety-nine hundredths of the exact
/// density at this level.
enum DensityContours {
  /// The share of the mass inside, and how its line is drawn.
  static let usualLines: [(share: Double, ink: Ink)] = [
    (0.99, .ghost), (0.9, .dim), (0.5, .curve),
  ]

  /// - Parameter window: the pixels that the raster holds; nil where it holds all of the plane.
  static func draw(
    _ raster: DensityRaster, of window: Rect? = nil,
    lines: [(share: Double, ink: Ink)] = usualLines, on surface: inout Surface, space: PlaneSpace
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let width = window?.width ?? space.room.width
    let corner = Point(Double(window?.x ?? 0), Double(window?.y ?? 0))
    for line in lines {
      guard let level = raster.threshold(holding: line.share) else { continue }
      for segment in segments(of: raster.values, width: width, at: level) {
        canvas.line(
          from: dot(corner + segment.0, on: canvas), to: dot(corner + segment.1, on: canvas),
          ink: line.ink, weight: 1)
      }
    }
    surface.overlay(canvas, in: space.room)
  }

  /// Pixels are as wide as a cell and half as high.
  private static func dot(_ pixel: Point, on canvas: DotCanvas) -> Point {
    let dots = canvas.dots.perCell
    return Point(
      (pixel.x + 0.5) * Double(dots.columns) - 0.5,
      (pixel.y + 0.5) / 2 * Double(dots.rows) - 0.5)
  }

  /// Marching squares: between four neighbouring pixels the line crosses two of their sides, or at
  /// a saddle all four.
  static func segments(
    of values: [Double], width: Int, at level: Double
  ) -> [(Point, Point)] {
    guard width > 1 else { return [] }
    var segments: [(Point, Point)] = []
    for row in 0..<max(0, values.count / width - 1) {
      for column in 0..<width - 1 {
        let index = row * width + column
        // Most squares lie on one side, which is seen without looking closer.
        let isInside = values[index] > level
        let others = [index + 1, index + width + 1, index + width].lazy
        guard others.contains(where: { (values[$0] > level) != isInside }) else { continue }
        let corners = [index, index + 1, index + width + 1, index + width].map {
          max(values[$0], level - deepest) - level
        }
        let crossings = (0..<4).compactMap { side in
          crossing(side, corners[side], corners[(side + 1) % 4])
        }.map { $0 + Point(Double(column), Double(row)) }
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          segments.append((crossings[pair], crossings[pair + 1]))
        }
      }
    }
    return segments
  }

  /// Values further below the level would draw the line to them.
  private static let deepest = 4.0

  /// Where the line crosses a side of the unit square, counted round from the upper one.
  private static func crossing(_ side: Int, _ from: Double, _ to: Double) -> Point? {
    guard (from > 0) != (to > 0) else { return nil }
    let share = from / (from - to)
    switch side {
    case 0: return Point(share, 0)
    case 1: return Point(1, share)
    case 2: return Point(1 - share, 1)
    default: return Point(0, 1 - share)
    }
  }
}

extension PlaneLayer {
  static let contours: PlaneLayer = PlaneLayer(
    id: "contours", depth: .line,
    toggle: Toggle(
      word: "contours", summary: "lines around the exact density", key: .character("H"),
      keyTitle: "contours around 50, 90 and 99 % of the exact density"),
    isThere: { $0.marginal != nil }, needsDensity: true,
    draw: { moment, surface in
      guard let raster = moment.raster else { return }
      DensityContours.draw(raster, on: &surface, space: moment.space)
    },
    legend: .row { _, glyphs in
      let lines = DensityContours.usualLines.reversed().reduce(StyledText()) { row, line in
        row + LayerLegends.stroke(line.ink, glyphs)
          + .label("\(Int((100 * line.share).rounded())) % ")
      }
      return [lines + .label("of the density")]
    },
    caption: { state, _ in state.view.shows(.contours) ? ["50, 90, 99 %"] : [] })
}
