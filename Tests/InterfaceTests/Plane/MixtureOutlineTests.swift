import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Lines around a mixture")
struct MixtureOutlineTests {
  /// Only the part of the plane that it reaches is asked, and nothing of the picture is lost.
  @Test(arguments: 0..<24)
  func areThoseOfTheWholePlane(_ seed: Int) throws {
    var stream = Randomness(seed: UInt64(seed)).stream(.forward, step: 0)
    let number = { (range: ClosedRange<Double>) in
      range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
    }
    let components = (0...seed % 5).map { index in
      GaussianMixture.Component(
        weight: index == 3 ? 1e-12 : number(0.05...1),
        mean: Point(number(-4...4), number(-4...4)),
        covariance: Covariance(
          xx: number(0.05...2), xy: number(-0.04...0.04), yy: number(0.05...2)),
        label: "\(index)")
    }
    let mixture = try GaussianMixture(components: components)
    var state = try PlaneStates.state()
    state.view.camera.move(to: Point(number(-0.6...0.6), number(-0.6...0.6)))
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let inks: [Ink] = [.trail(1), .trail(2)]

    var outline = Surface(size: state.size, glyphs: .braille)
    MixtureOutline.draw(mixture, inks: inks, on: &outline, space: space)
    var whole = Surface(size: state.size, glyphs: .braille)
    DensityContours.draw(
      DensityRaster(
        mixture.diffused(to: .clean), of: mixture,
        size: Size(columns: space.room.width, rows: 2 * space.room.height), on: space.pixels),
      lines: [(0.9, inks[0]), (0.5, inks[1])], on: &whole, space: space)
    #expect(outline.cells == whole.cells)
    #expect(outline.cells.contains { (0x2801...0x28FF).contains($0.scalar) })
  }

  @Test func aMixtureOffThePictureIsNoLine() throws {
    let state = try PlaneStates.state()
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    for mean in [Point(1e6, 0), Point(0, -1e6), Point(-1e12, 1e12)] {
      let mixture = try GaussianMixture(components: [
        GaussianMixture.Component(
          mean: mean, covariance: Covariance(standardDeviation: 1), label: "far")
      ])
      var surface = Surface(size: state.size, glyphs: .braille)
      MixtureOutline.draw(mixture, inks: [.trail(1), .trail(2)], on: &surface, space: space)
      #expect(surface.cells.allSatisfy { $0.scalar == 0 || $0.unicodeScalar == " " })
    }
  }
}
