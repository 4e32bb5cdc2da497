import Diffusion
import Foundation
import TextScreen

/// Lines around a half and nine tenths of a mixture of Gaussians; where it is too narrow to be seen, an
/// ellipse about all of it.
enum MixtureOutline {
  /// A density that is narrower than this in pixels is not seen by asking at their middles.
  private static let leastPixels = 1.5
  /// Of the largest weight: a component below it moves no line.
  private static let leastWeight = 1e-9
  /// So many standard deviations from its mean a component is far below every line that is drawn.
  private static let reach = 6.0

  /// - Parameter inks: of the line around nine tenths, and of that around a half.
  static func draw(
    _ mixture: GaussianMixture, inks: [Ink], on surface: inout Surface, space: PlaneSpace
  ) {
    let pixel = (1 / (2 * space.cellsPerSquareUnit)).squareRoot()
    let spread = mixture.covariance
    if min(spread.xx, spread.yy).squareRoot() < leastPixels * pixel {
      drawEllipse(of: (mixture.mean, spread), ink: inks[0], on: &surface, space: space)
      return
    }
    let heavy = mixture.withoutComponents(lighterThan: leastWeight)
    let window = window(around: heavy, on: space)
    guard !window.isEmpty else { return }
    let raster = DensityRaster(
      heavy.diffused(to: .clean), of: heavy, size: window.size,
      on: space.pixels.cropped(fromColumn: window.x, row: window.y))
    DensityContours.draw(
      raster, of: window, lines: [(0.9, inks[0]), (0.5, inks[1])], on: &surface, space: space)
  }

  /// The pixels that a mixture reaches. Most posteriors lie on a small part of the plane, and all
  /// the rest would be asked in vain at every frame.
  private static func window(around mixture: GaussianMixture, on space: PlaneSpace) -> Rect {
    let pixels = space.pixels
    var (least, most) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    for component in mixture.components {
      let variances = component.covariance
      let half = reach * Point(variances.xx.squareRoot(), variances.yy.squareRoot())
      let (low, high) = (component.mean - half, component.mean + half)
      least = Point(min(least.x, low.x), min(least.y, low.y))
      most = Point(max(most.x, high.x), max(most.y, high.y))
    }
    let upper = pixels.dot(of: Point(least.x, most.y))
    let lower = pixels.dot(of: Point(most.x, least.y))
    let columns = cells(from: upper.x, to: lower.x, of: space.room.width)
    let rows = cells(from: upper.y, to: lower.y, of: 2 * space.room.height)
    return Rect(x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count)
  }

  /// One pixel more on either side, as far as there are any: lines are drawn between middles.
  private static func cells(from low: Double, to high: Double, of count: Int) -> Range<Int> {
    let limit = { (value: Double) in value > 0 ? Int(min(value, Double(count))) : 0 }
    return limit(low - 1)..<max(limit(low - 1), limit(high + 2))
  }

  /// The line around nine tenths of a Gaussian.
  static func drawEllipse(
    of whole: (mean: Point, covariance: Covariance), ink: Ink, on surface: inout Surface,
    space: PlaneSpace
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let radius = (-2 * log(0.1)).squareRoot()
    let places = (0...48).map { index -> Point in
      let angle = 2 * Double.pi * Double(index) / 48
      return projection.middle(
        of: whole.mean + whole.covariance.coloured(radius * Point(cos(angle), sin(angle))))
    }
    for (start, end) in zip(places, places.dropFirst()) {
      canvas.line(from: start, to: end, ink: ink, weight: 1)
    }
    surface.overlay(canvas, in: space.room)
  }
}
