import Diffusion
import Testing

@testable import Interface

@Suite("The schedule panel")
struct PanelsScheduleTests {
  private let rects = [
    Rect(x: 0, y: 0, width: 40, height: 12), Rect(x: 72, y: 1, width: 48, height: 12),
    Rect(x: 48, y: 1, width: 32, height: 21), Rect(x: 144, y: 1, width: 56, height: 32),
    Rect(x: 2, y: 3, width: 18, height: 4),
  ]

  @Test("Every cell of the plot is the cell of its place")
  func placesAndCellsAgree() {
    for rect in rects {
      let plot = SchedulePanel.plot(in: rect)
      for row in plot.rows {
        for column in plot.columns {
          let place = SchedulePanel.place(atColumn: column, row: row, in: rect, top: 0.025)
          let cell = SchedulePanel.cell(of: place, in: rect, top: 0.025)
          #expect(cell.column == column && cell.row == row)
        }
      }
    }
  }

  @Test("The corners of the plot are the ends of the axes")
  func cornersAreEnds() {
    for rect in rects {
      let plot = SchedulePanel.plot(in: rect)
      let place = { SchedulePanel.place(atColumn: $0, row: $1, in: rect, top: 0.4) }
      #expect(place(plot.x, plot.maxY - 1) == Point(0, 0))
      #expect(place(plot.maxX - 1, plot.y) == Point(1, 0.4))
    }
  }

  @Test(
    "The axis is a little higher than the largest beta, at most 1", arguments: ScheduleKind.allCases
  )
  func axesHaveRoom(kind: ScheduleKind) throws {
    let points = [Point(0, 0.001), Point(0.4, 0.3), Point(1, 0.02)]
    for last in [0.0003, 0.02, 0.5, 0.99] {
      let specification = ScheduleSpecification(
        kind: kind, timesteps: 30, beta: .init(0.0001, last), points: points)
      let largest = try Schedule(specification).betas.max() ?? 0
      let top = SchedulePanel.axisTop(for: specification)
      #expect(top >= largest)
      #expect(top <= max(1, 0))
      if kind != .varianceExploding { #expect(top <= max(1.6 * largest, 1e-9)) }
    }
  }

  @Test("Knobs are drawn where the mouse finds them")
  func knobsAreWhereTheyAreFound() throws {
    let points = [Point(0, 0.001), Point(0.3, 0.004), Point(0.7, 0.016), Point(1, 0.02)]
    let state = try PanelsFixture.state(
      PanelsFixture.experiment(ScheduleSpecification(kind: .custom, points: points)))
    for rect in rects.prefix(4) {
      var surface = Surface(size: Size(columns: 200, rows: 60))
      SchedulePanel.draw(state, on: &surface, in: rect)
      let top = SchedulePanel.axisTop(for: state.experiment.schedule)
      for (index, point) in points.enumerated() {
        let cell = SchedulePanel.cell(of: point, in: rect, top: top)
        #expect(surface[cell.column, cell.row].unicodeScalar == "●")
        for offset in [-2, 0, 2] {
          let found = SchedulePanel.handle(
            atColumn: cell.column + offset, row: cell.row, in: rect, state: state)
          #expect(found == index)
        }
      }
      let middle = SchedulePanel.cell(of: Point(0.5, top), in: rect, top: top)
      #expect(
        SchedulePanel.handle(atColumn: middle.column, row: middle.row, in: rect, state: state)
          == nil)
    }
  }

  @Test("Only the curve of betas has handles to take")
  func otherCurvesHaveNoHandles() throws {
    var state = try PanelsFixture.state()
    let cell = SchedulePanel.cell(of: Point(0, 0.0001), in: rects[0], top: 0.025)
    let find = { (state: AppState) in
      SchedulePanel.handle(
        atColumn: cell.column, row: cell.row, in: PanelsScheduleTests().rects[0], state: state)
    }
    #expect(find(state) == 0)
    _ = state.update(.cycleCurve)
    #expect(find(state) == nil)
  }

  @Test("While a handle is dragged the axis keeps still")
  func axesKeepStill() throws {
    var state = try PanelsFixture.state()
    let draw = try #require(PanelsFixture.panels["schedule"])
    state.drag = .handle(1, top: 0.05)
    let picture = PanelsFixture.text(draw, state, Size(columns: 48, rows: 12))
    #expect(picture.contains("0.05"))
    #expect(picture.contains("◉ t 1.00 β 0.0200"))
  }

  @Test("The picture of the linear schedule in a small terminal")
  func smallPicture() throws {
    var state = try PanelsFixture.state()
    _ = state.update(.seek(step: 500))
    let draw = try #require(PanelsFixture.panels["schedule"])
    let picture = PanelsFixture.text(draw, state, Size(columns: 40, rows: 9), glyphs: .ascii)
    #expect(
      picture == """
        + schedule ----------- linear, T 1000 -+
        | 0.025 beta           :               |
        |                      :      *******O |
        |                      ********        |
        |              ********:               |
        |     0 O*******       :               |
        |       data      now 0.0100     noise |
        | =============== alpha-bar 0.00004 ok |
        +--------------------------------------+
        """)
  }
}
