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

  /// Lines around a half and nine tenths of a posterior.
  static func draw(
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

extension PlaneLayer {
  static let lobes: PlaneLayer = PlaneLayer(
    id: "lobes", depth: .line,
    toggle: Toggle(
      word: "lobes", summary: "where the particle may have come from", key: .character("P"),
      keyTitle:
        "where the particle may have come from, p(x0 | x_t), and been before, p(x_t-1 | x_t)",
      obstacle: { $0.noLobes },
      notice: { $0 ? "50 and 90 % of p(x0 | x_t) of the particle" : "lobes off" }),
    draw: { PosteriorLobes.draw($0.state, on: &$1, space: $0.space) },
    legend: .row { state, glyphs in PosteriorLobes.legend(state, glyphs) },
    caption: { state, _ in
      guard state.view.shows(.lobes) else { return [] }
      return [
        state.noLobes == nil
          ? state.words.lobes : "no lobes of \(state.stage.method.withoutExactAnswer)"
      ]
    })
}

extension PosteriorLobes {
  fileprivate static func legend(_ state: AppState, _ glyphs: Glyphs) -> StyledText? {
    guard state.cleanPosterior != nil else { return nil }
    let strokes = { (inks: [Ink]) in
      LayerLegends.stroke(inks[0], glyphs) + LayerLegends.stroke(inks[1], glyphs)
    }
    let origin = strokes(originInks) + .label("p(x0 | x_t) ")
    guard state.stepPosterior != nil else { return origin + .label("90, 50 %") }
    return origin + strokes(stepInks) + .label("p(x_t-1 | x_t) 90, 50 %")
  }
}

extension AppState {
  /// Why there are no lobes to be seen; nil where there are.
  fileprivate var noLobes: String? {
    stage.laboratory.hasExactField && experiment.method.exactAnswers.contains(.posterior)
      ? nil : "\(stage.method.withoutExactAnswer) have no exact posterior"
  }

  /// The exact posterior of the clean point of the particle that is looked into; nil where it is
  /// clean, and where there is none.
  var cleanPosterior: GaussianMixture? { words.plane.cleanPosterior(self) }

  /// The exact posterior of its point a step nearer to the data: the next step back of the run, or
  /// the last one that noise was added in.
  var stepPosterior: GaussianMixture? { words.plane.stepPosterior(self) }
}
