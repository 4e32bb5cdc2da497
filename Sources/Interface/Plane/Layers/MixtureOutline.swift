import Diffusion
import Foundation
import TextScreen

/// Lines around a half and nine tenths of a mixture of Gaussians; where it is too narrow to be seen, an
/// ellipse about all of it.
enum MixtureOutline {
  /// A density that is narrower than this in pixels is not seen by asking at their middles.
  private static let leastPixels = 1.5

  /// - Parameter inks: of the line around nine tenths, and of that around a half.
  static func draw(
    _ mixture: GaussianMixture, inks: [Ink], on surface: inout Surface, space: PlaneSpace
  ) {
    let pixel = (1 / (2 * space.cellsPerSquareUnit)).squareRoot()
    let whole = mixture.moments
    if min(whole.covariance.xx, whole.covariance.yy).squareRoot() < leastPixels * pixel {
      drawEllipse(of: whole, ink: inks[0], on: &surface, space: space)
      return
    }
    let raster = DensityRaster(
      mixture.diffused(to: .clean), of: mixture,
      size: Size(columns: space.room.width, rows: 2 * space.room.height), on: space.pixels)
    DensityContours.draw(
      raster, lines: [(0.9, inks[0]), (0.5, inks[1])], on: &surface, space: space)
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

extension GaussianMixture {
  /// The mean and the covariance of the whole mixture.
  fileprivate var moments: (mean: Point, covariance: Covariance) {
    let total = components.reduce(0) { $0 + $1.weight }
    let mean = components.reduce(Point.zero) { $0 + ($1.weight / total) * $1.mean }
    var covariance = Covariance.zero
    for component in components {
      let (share, off) = (component.weight / total, component.mean - mean)
      covariance.xx += share * (component.covariance.xx + off.x * off.x)
      covariance.xy += share * (component.covariance.xy + off.x * off.y)
      covariance.yy += share * (component.covariance.yy + off.y * off.y)
    }
    return (mean, covariance)
  }
}
