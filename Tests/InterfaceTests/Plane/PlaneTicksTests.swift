import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("The numbers along the plane")
struct PlaneTicksTests {
  private static let frames = [
    Standardization.identity, Standardization(centre: Point(951_609, 3_835_467), spread: 31_234),
    Standardization(centre: Point(-2e9, 7e8), spread: 4),
    Standardization(centre: .zero, spread: 2e-7),
  ]

  @Test(
    "Every number names the place of its tick, in the data's own units", arguments: frames,
    [0.01, 0.3, 1, 17])
  func places(in units: Standardization, zoom: Double) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
      var state = try PlaneStates.state(size)
      state.view.camera = Camera(centre: Point(0.3, -0.2), zoom: zoom)
      let space = PlaneSpace(state, room: ScreenLayout(state).plane.inset(by: 1))
      let ticks = PlaneTicks(space, units: units)
      let (across, up) = (ticks.across, ticks.up)
      #expect(!across.isEmpty && !up.isEmpty && across.count + up.count >= 3)
      #expect(across.count <= 30 && up.count <= 15)
      #expect(Set(across.map(\.text)).count == across.count)
      let cell = 0.51 * units.spread / space.columnsPerUnit
      for (column, text) in across {
        let value = try #require(Double(text.replacing(",", with: "")))
        let place = units.restored(space.place(atColumn: column, row: space.room.y)).x
        #expect(abs(place - value) <= cell + 1e-9 * abs(value), "\(text) \(place)")
      }
      for (row, text) in up {
        let value = try #require(Double(text.replacing(",", with: "")))
        let place = units.restored(space.place(atColumn: space.room.x, row: row)).y
        #expect(abs(place - value) <= 2 * cell + 1e-9 * abs(value), "\(text) \(place)")
      }
      // There are blanks between neighbours.
      for (left, right) in zip(across, across.dropFirst()) {
        let gap = right.column - right.text.count / 2 - (left.column + (left.text.count + 1) / 2)
        #expect(gap >= 1, "\(left) \(right)")
      }
    }
  }

  @Test(
    "Numbers are as long as it takes to tell them apart",
    arguments: [
      (0.0, 2.0, "0"), (-2, 2, "-2"), (0.5, 0.5, "0.5"), (-0.02, 0.01, "-0.02"),
      (1200, 200, "1200"), (950_000, 5000, "950,000"),
      (20_000_000, 1e7, "2e7"), (-2_000_000_010, 5, "-2.000000010e9"),
      (3e-7, 1e-7, "3e-7"), (0.30000000000000004, 0.1, "0.3"),
    ])
  func texts(value: Double, step: Double, text: String) {
    #expect(PlaneTicks.text(value, step: step) == text)
  }

  @Test("They stand on the ground that is there, and leave the legends their rows")
  func picture() throws {
    let state = try PlaneStates.laden(Size(columns: 80, rows: 24))
    let plain = PlaneStates.plane(state).plainText
    #expect(plain.contains("┴") && plain.contains("├") && plain.contains("exact density"))
    // So close that the density is above nothing everywhere.
    var close = state
    close.view.camera.zoom = 4
    var surface = Surface(size: close.size, glyphs: .braille)
    PlanePanel.draw(close, on: &surface, in: surface.bounds)
    let space = PlaneSpace(close, room: Rect(close.size).inset(by: 1))
    for (column, _) in PlaneTicks(space, units: .identity).across {
      #expect(surface.ground(column: column, row: space.room.maxY - 1) != .plain)
    }
  }
}
