import Diffusion
import Foundation
import TextScreen

/// Where the particle that is looked into may have come from, and where it may have been a step of
/// the run before: lines around a half and nine tenths of the exact posteriors of both.
enum PosteriorLobes {
  static let originInks: [Ink] = [.trail(1), .trail(2)]
  static let stepInks: [Ink] = [.reverse, .good]
  /// A density that is narrower than this in pixels is not seen by asking at their middles.
  private static let leastPixels = 1.5

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    if let origin = state.cleanPosterior {
      draw(origin, inks: originInks, on: &surface, space: space)
    }
    if let step = state.stepPosterior {
      draw(step, inks: stepInks, on: &surface, space: space)
    }
  }

  private static func draw(
    _ posterior: GaussianMixture, inks: [Ink], on surface: inout Surface, space: PlaneSpace
  ) {
    let pixel = (1 / (2 * space.cellsPerSquareUnit)).squareRoot()
    let whole = posterior.moments
    if min(whole.covariance.xx, whole.covariance.yy).squareRoot() < leastPixels * pixel {
      drawEllipse(of: whole, ink: inks[0], on: &surface, space: space)
      return
    }
    let raster = DensityRaster(
      posterior.diffused(to: .clean), of: posterior,
      size: Size(columns: space.room.width, rows: 2 * space.room.height), on: space.pixels)
    DensityContours.draw(
      raster, lines: [(0.9, inks[0]), (0.5, inks[1])], on: &surface, space: space)
  }

  /// The line around nine tenths of a Gaussian.
  private static func drawEllipse(
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

extension AppState {
  /// The exact posterior of the clean point of the particle that is looked into; nil where it is
  /// clean, and where samples are paired and there is none.
  var cleanPosterior: GaussianMixture? {
    let laboratory = stage.laboratory
    if let inspection = frame.inspection {
      return laboratory.mixture.posterior(of: inspection.point, at: inspection.level)
    }
    return frame.passage.flatMap {
      laboratory.exactVelocityField?.posterior(
        of: $0.point, given: conditioningOfParticle, at: $0.time)
    }
  }

  /// The exact posterior of the point a step nearer to the data: the next step back of the run, or
  /// the last one that noise was added in.
  var stepPosterior: GaussianMixture? {
    guard let inspection = frame.inspection else { return nil }
    let step = frame.direction == .reverse ? frame.step + 1 : frame.step - 1
    guard (0...frame.length).contains(step) else { return nil }
    return stage.laboratory.mixture.posterior(
      of: inspection.point, at: inspection.level,
      earlier: stage.level(frame.direction, at: step))
  }
}
