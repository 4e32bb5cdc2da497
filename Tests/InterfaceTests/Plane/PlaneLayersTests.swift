import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The layers of the plane")
struct PlaneLayersTests {
  @Test func aCloudTooDenseForDotsBecomesAMap() throws {
    func dots(_ particles: Int) throws -> (braille: Int, blocks: Int) {
      let size = Size(columns: 40, rows: 12)
      var state = try PlaneStates.state(size, particles: particles)
      _ = state.update(.time(.goToEnd))
      let cells = PlaneStates.plane(PlaneStates.bare(state)).cells
      return (
        cells.count { (0x2801...0x28FF).contains($0.scalar) },
        cells.count {
          ["▀", "▄"].contains($0.unicodeScalar)
            || $0.unicodeScalar == " " && $0.paper.densityStep != nil
        }
      )
    }
    let sparse = try dots(200)
    #expect(sparse.braille > 50 && sparse.blocks == 0)
    let dense = try dots(20_000)
    #expect(dense.braille == 0 && dense.blocks > 50)
  }

  @Test func theDensityOfOneGaussianFallsFromTheMiddle() throws {
    var state = try PlaneStates.state(
      Size(columns: 91, rows: 25), particles: 1, distribution: PlaneStates.oneGaussian())
    state = PlaneStates.bare(state)
    state.frame.points = []
    state.view.ground = .density
    let surface = PlaneStates.plane(state)
    let steps = (45..<88).map { surface.ground(column: $0, row: 12).densityStep ?? -1 }
    #expect(steps.first == Ink.densitySteps - 1)
    #expect(steps.last == -1)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 >= $1 })
    let mirrored = (3...45).reversed().map { surface.ground(column: $0, row: 12).densityStep ?? -1 }
    #expect(steps == mirrored)
  }

  @Test func arrowsPointToWherePointsAreLikelier() throws {
    var state = try PlaneStates.state(
      Size(columns: 62, rows: 26), particles: 1, distribution: PlaneStates.oneGaussian())
    _ = state.update(.time(.seekTime(0.7)))
    state = PlaneStates.bare(state)
    state.frame.points = []
    state.view.field = .exact
    let surface = PlaneStates.plane(state)
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    var arrows = 0
    for row in space.room.rows.dropFirst().dropLast() {
      for column in space.room.columns {
        let cell = surface[column, row]
        guard "→↗↑↖←↙↓↘".unicodeScalars.contains(cell.unicodeScalar) else { continue }
        let place = space.place(atColumn: column, row: row)
        arrows += 1
        // The score of a standard normal is minus the place, at every level.
        #expect(cell.unicodeScalar == surface.glyphs.arrow(x: -place.x, y: -place.y))
        let pull = state.frame.level.sigma * place.length
        let doublings = [0.25, 0.5, 1, 2, 4].count { pull >= $0 }
        #expect(cell.ink == .strength(doublings))
      }
    }
    #expect(arrows > 60)
  }

  @Test("Where the model is exact, cells have the class of their mode", arguments: [true, false])
  func classes(inReverse: Bool) throws {
    var state = try PlaneStates.state(particles: 200)
    if inReverse {
      _ = state.update(.time(.toggleDirection))
      _ = state.update(.time(.goToEnd))
      while state.playback.target != nil {
        _ = state.update(.time(.tick(seconds: 0, work: 100_000)))
      }
    }
    state = PlaneStates.bare(state)
    state.view.colour = .label
    let mixture = state.stage.laboratory.mixture
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let surface = PlaneStates.plane(state)
    for (component, label) in zip(mixture.components, mixture.labelIndices) {
      let cell = try #require(space.cell(of: component.mean))
      let inks = (-2...2).map { surface[cell.column + $0, cell.row] }
        .filter { !$0.isBlank }.map(\.ink)
      #expect(!inks.isEmpty && inks.allSatisfy { $0 == .label(label) })
    }
  }

  @Test func withoutColourClassesHaveShapes() throws {
    var state = PlaneStates.bare(try PlaneStates.state(particles: 200))
    state.view.colour = .label
    let surface = PlaneStates.plane(state, glyphs: .ascii)
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let labels = try #require(state.stage.labels(.forward))
    for (point, label) in zip(state.frame.points, labels) {
      guard let cell = space.cell(of: point) else { continue }
      let glyph = surface[cell.column, cell.row].unicodeScalar
      #expect(glyph == surface.glyphs.marker(ofLabel: label))
    }
  }

  @Test func theParticleLookedIntoIsMarked() throws {
    var state = try PlaneStates.state()
    _ = state.update(.time(.seekTime(0.6)))
    let inspection = try #require(state.frame.inspection)
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let surface = PlaneStates.plane(state)
    let point = try #require(space.cell(of: inspection.point))
    #expect(surface[point.column, point.row].unicodeScalar == surface.glyphs.knob)
    let clean = try #require(space.cell(of: inspection.estimate.clean))
    #expect(surface[clean.column, clean.row].unicodeScalar == surface.glyphs.cross)
    #expect(surface.plainText.contains("● particle 0  ━ noise  × clean  ○ next"))
  }

  @Test func aTrailEndsAtItsParticle() throws {
    var state = PlaneStates.bare(try PlaneStates.state())
    state.frame.points = []
    state.view.show(.trails, true)
    state.trails.paths = [stride(from: -3, through: 1, by: 0.1).map { Point($0, 0) }]
    let surface = PlaneStates.plane(state)
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let end = try #require(space.cell(of: state.trails.paths[0].last ?? .zero))
    let row = (0..<state.size.columns).map { surface[$0, end.row] }
    #expect(row[end.column].ink == .trail(0))
    // Bright where the particle has just been, then dotted, then nothing.
    let bright = row.count { $0.ink == .trail(0) }
    #expect(bright > 3 && row.contains { $0.ink == .ghost })
    // The first cells have the number of the axis.
    #expect(row[3].isBlank && row[end.column + 1].isBlank)
  }

  @Test func aLineOfDotsHasEveryThird() {
    var canvas = DotCanvas(size: Size(columns: 10, rows: 1), dots: .braille)
    canvas.dottedLine(from: Point(0, 0), to: Point(19, 0), ink: .ghost)
    let lit = (0..<10).reduce(0) { $0 + canvas.hits(column: $1, row: 0) }
    #expect(lit == 6)
  }
}
