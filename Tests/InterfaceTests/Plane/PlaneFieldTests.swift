import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("Density, contours and error on the plane")
struct PlaneFieldTests {
  private static let size = Size(columns: 100, rows: 60)

  private func grid(_ extent: Double = 3) -> Projection {
    Projection(
      camera: Camera(), automaticExtent: extent, size: Size(columns: 100, rows: 30),
      dots: Size(columns: 1, rows: 2))
  }

  private func raster(_ mixture: GaussianMixture, at level: NoiseLevel = .clean) -> DensityRaster {
    DensityRaster(mixture.diffused(to: level), of: mixture, size: Self.size, on: grid())
  }

  /// Very many narrow components, of all shapes, along a spiral.
  private static func manyNarrow(_ deviation: Double) throws -> GaussianMixture {
    try GaussianMixture(
      components: (0..<400).map { index in
        let turn = 0.03 * Double(index)
        let sign = index.isMultiple(of: 2) ? 1.0 : -1
        let variance = deviation * deviation
        return GaussianMixture.Component(
          weight: 1 + 0.5 * cos(turn), mean: 0.2 * turn * Point(cos(turn), sin(turn)),
          covariance: Covariance(xx: variance, xy: 0.4 * sign * variance, yy: 1.5 * variance),
          label: "a")
      })
  }

  @Test(
    "whichever way is quick, the map is that of the density",
    arguments: [(0.2, NoiseLevel.clean), (0.2, NoiseLevel(alpha: 0.6, sigma: 0.8))])
  func theMapIsTheDensity(deviation: Double, level: NoiseLevel) throws {
    let mixture = try Self.manyNarrow(deviation)
    let raster = raster(mixture, at: level)
    let peak = try #require(raster.peak)
    let diffused = mixture.diffused(to: level)
    let grid = grid()
    let places = (0..<Self.size.area).filter { $0.isMultiple(of: 61) }
    let truths = places.map { index in
      diffused.logDensity(
        at: grid.place(
          ofDot: Point(
            Double(index % Self.size.columns) + 0.5, Double(index / Self.size.columns) + 0.5)))
    }
    let truePeak = truths.max() ?? 0
    let mapPeak = places.map { raster.values[$0] }.max() ?? 0
    #expect(mapPeak <= peak)
    for (index, truth) in zip(places, truths) {
      // The picture shows roots of shares of the peak in eight steps.
      let shown = exp((raster.values[index] - mapPeak) / 2)
      #expect(abs(shown - exp((truth - truePeak) / 2)) < 0.04)
    }
  }

  @Test("few components are asked for at every pixel, so the map is exact")
  func fewComponentsAreExact() throws {
    let mixture = Distribution.eightGaussians.mixture()
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let raster = raster(mixture, at: level)
    let diffused = mixture.diffused(to: level)
    for index in stride(from: 0, to: raster.values.count, by: 97) {
      let place = grid().place(ofDot: Point(Double(index % 100) + 0.5, Double(index / 100) + 0.5))
      #expect(abs(raster.values[index] - diffused.logDensity(at: place)) < 1e-9)
    }
  }

  @Test("the contour that holds a share of a Gaussian lies where its formula says")
  func contoursHoldTheirShare() throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(standardDeviation: 0.8), label: "a")
    ])
    let raster = raster(mixture)
    let peak = try #require(raster.peak)
    for share in [0.5, 0.9, 0.99] {
      // The mass within radius r is 1 − exp(−r²/2), and the density there exp(−r²/2) of the peak.
      let threshold = try #require(raster.threshold(holding: share))
      #expect(abs(threshold - (peak + log(1 - share))) < 0.15)
    }
  }

  @Test("the line round a hill is a circle that closes")
  func contoursAreCircles() {
    let values = (0..<30 * 30).map { index in
      let place = Point(Double(index % 30) - 14.5, Double(index / 30) - 14.5)
      return -place.squaredLength / 2
    }
    let radius = 9.3
    let segments = DensityContours.segments(of: values, width: 30, at: -radius * radius / 2)
    #expect(segments.count > 40)
    for (start, end) in segments {
      for place in [start, end] {
        #expect(abs((place - Point(14.5, 14.5)).length - radius) < 0.15)
      }
      let ends = segments.flatMap { [$0.0, $0.1] }
      #expect(ends.count { ($0 - start).length < 1e-9 } == 2)
    }
  }

  @Test("the error of the exact model is nothing, that of a shifted one its shift")
  func errorsAreDistances() {
    struct Shifted: Denoiser {
      let exact: ExactDenoiser

      func estimate(
        _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
      ) {
        estimates = exact.estimates(of: points, at: level).map {
          Estimate(clean: $0.clean, noise: $0.noise + Point(0.3, -0.4))
        }
      }
    }
    let exact = ExactDenoiser(mixture: Distribution.twoMoons.mixture())
    let diffused = exact.mixture.diffused(to: NoiseLevel(alpha: 0.8, sigma: 0.6))
    let places = [Point(0, 0), Point(1, -0.5), Point(-2, 0.3)]
    for error in ErrorMap.errors(of: exact, against: diffused, at: places) { #expect(error < 1e-9) }
    for error in ErrorMap.errors(of: Shifted(exact: exact), against: diffused, at: places) {
      #expect(abs(error - 0.5) < 1e-9)
    }
  }

  @Test("contours and the error map are drawn, in every tier and way of drawing dots")
  func layersAreDrawn() throws {
    var state = try PlaneStates.state(particles: 4, model: .learned)
    _ = state.update(
      .training(.trained(PanelsFixture.report(state, losses: [1]), stepsPerSecond: 1)))
    _ = state.update(.time(.seekTime(0.4)))
    state = PlaneStates.bare(state)
    let plain = PlaneStates.plane(state)
    for glyphs in PanelsFixture.ladder {
      var lined = state
      lined.view.show(.contours, true)
      #expect(PlaneStates.plane(lined, glyphs: glyphs) != PlaneStates.plane(state, glyphs: glyphs))
    }
    var shaded = state
    shaded.view.ground = .error
    let surface = PlaneStates.plane(shaded)
    #expect(surface != plain && surface.plainText.contains("|learned − exact| 0.0100"))
    for (ground, legend) in [
      (ViewOptions.Ground.density, "exact density low"), (.energy, "energy −log p 7 nats up"),
      (.curl, "|curl| 0.0200"),
    ] {
      shaded.view.ground = ground
      #expect(PlaneStates.plane(shaded).plainText.contains(legend))
    }
  }
}
