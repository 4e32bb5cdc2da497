import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The plane")
struct PlanePanelTests {
  static let sizes = [(0, 0), (1, 1), (2, 2), (3, 5), (40, 12), (80, 24), (200, 60)]
    .map { Size(columns: $0.0, rows: $0.1) }

  @Test(
    "The plane never leaves its rectangle", arguments: PlanePanelTests.sizes,
    [Glyphs.braille, .halfBlock, .ascii, Glyphs(dots: .braille, unicodeText: true, paper: false)])
  func bounds(_ size: Size, _ glyphs: Glyphs) throws {
    let state = try PlaneStates.laden(size)
    let rect = Rect(x: 2, y: 1, width: size.columns, height: size.rows)
    let sheet = Size(columns: size.columns + 5, rows: size.rows + 4)
    let sentinel = Cell("%", Style(.danger, on: .good))
    var surface = Surface(size: sheet, glyphs: glyphs)
    surface.fill(surface.bounds, with: sentinel)
    PlanePanel.draw(state, on: &surface, in: rect)
    for row in 0..<sheet.rows {
      for column in 0..<sheet.columns where !rect.contains(column: column, row: row) {
        #expect(surface[column, row] == sentinel)
      }
    }
  }

  @Test("Every point that can be seen lights its cell", arguments: Glyphs.Dots.allCases)
  func allPointsAreThere(as dots: Glyphs.Dots) throws {
    var state = PlaneStates.bare(try PlaneStates.state(particles: 300))
    _ = state.update(.time(.seekTime(0.5)))
    state = PlaneStates.bare(state)
    let surface = PlaneStates.plane(state, glyphs: Glyphs.braille.drawing(dots))
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    var seen = 0
    for point in state.frame.points {
      guard let cell = space.cell(of: point) else { continue }
      seen += 1
      #expect(!surface[cell.column, cell.row].isBlank)
    }
    #expect(seen > 280)
  }

  @Test func anEmptyPlaneHasNoDots() throws {
    var state = PlaneStates.bare(try PlaneStates.state())
    state.frame.points = []
    let dots = PlaneStates.plane(state).cells.filter { (0x2801...0x28FF).contains($0.scalar) }
    #expect(dots.isEmpty)
  }

  @Test func pointsThatAreNoPlacesDoNoHarm() throws {
    var state = try PlaneStates.state()
    let wild = [
      Point(.nan, 0), Point(.infinity, -.infinity), Point(1e300, -1e300), Point(0, .nan),
    ]
    state.frame.points = wild
    state.trails.paths = [wild]
    state.frame.inspection?.point = Point(.nan, .nan)
    state.frame.inspection?.estimate = Estimate(clean: Point(1e300, 0), noise: Point(.nan, 1))
    let dots = PlaneStates.plane(state).cells.filter { (0x2801...0x28FF).contains($0.scalar) }
    #expect(dots.isEmpty)
  }

  @Test(
    "The mouse finds the place a cell shows",
    arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func places(on size: Size) throws {
    var state = try PlaneStates.state(size)
    _ = state.update(.plane(.zoom(closer: true)))
    _ = state.update(.plane(.pan(columns: 3, rows: -2)))
    let layout = ScreenLayout(size: size, focus: .plane)
    let room = layout.plane.inset(by: 1)
    let space = PlaneSpace(state, room: room)
    for (column, row) in [(room.x, room.y), (room.maxX - 1, room.maxY - 1), (room.x + 9, 11)] {
      let place = try #require(
        PlanePanel.place(atColumn: column, row: row, state: state, layout: layout))
      let cell = try #require(space.cell(of: place))
      #expect(cell == (column, row))
    }
    let plane = layout.plane
    for (column, row) in [(plane.x, plane.y), (plane.maxX - 1, plane.y + 3), (plane.maxX, 5)] {
      #expect(PlanePanel.place(atColumn: column, row: row, state: state, layout: layout) == nil)
    }
  }

  @Test func theWorldIsSquareAndUpIsUp() throws {
    let state = try PlaneStates.state()
    let space = PlaneSpace(state, room: PlaneStates.room(state))
    let here = space.place(atColumn: 20, row: 10)
    let right = space.place(atColumn: 24, row: 10) - here
    let up = space.place(atColumn: 20, row: 8) - here
    #expect(right.x > 0 && right.y == 0 && up.x == 0)
    // A cell is twice as high as it is wide.
    #expect(abs(up.y - right.x) < 1e-12)
  }

  @Test func theCaptionNamesDirectionAndVariant() throws {
    var state = try PlaneStates.state()
    func caption(_ state: AppState, _ width: Int = 100) -> String {
      let caption = PlaneCaption(state, glyphs: .ascii)
      return "\(caption.title) | \(caption.variant(fitting: width))"
    }
    #expect(caption(state) == "x_t  data -> noise | walk")
    _ = state.update(.time(.toggleWay))
    state.view.field = .exact
    state.view.colour = .label
    #expect(caption(state) == "x_t  data -> noise | jump, exact score field, labels")
    #expect(caption(state, 36) == "x_t  data -> noise | jump")
    _ = state.update(.time(.toggleDirection))
    #expect(caption(state, 46) == "x_t  noise -> data | exact model")
    let learning = try PlaneStates.state(model: .learned)
    var turned = learning
    _ = turned.update(.time(.toggleDirection))
    #expect(caption(turned) == "x_t  noise -> data | exact model for now")
  }

  @Test func aSmallPlaneInAscii() throws {
    var state = try PlaneStates.state(Size(columns: 40, rows: 9), particles: 1)
    state = PlaneStates.bare(state)
    state.focus = .schedule
    state.frame.points = [Point(0, 0), Point(0, 2), Point(0, 2)]
    let picture = PlaneStates.plane(state, glyphs: .ascii).plainText
    #expect(
      picture == """
        + x_t  data -> noise ----------- walk -+
        |                   :                  |
        |                                      |
        |                                      |
        +0                  .                  |
        |                                      |
        |                                      |
        |     -5            0           5      |
        +------+------------+-----------+------+
        """)
  }
}
