import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("The schedule panel")
struct PanelsScheduleTests {
  private let rects = [
    Rect(x: 0, y: 0, width: 40, height: 12), Rect(x: 72, y: 1, width: 48, height: 12),
    Rect(x: 48, y: 1, width: 32, height: 21), Rect(x: 144, y: 1, width: 56, height: 32),
    Rect(x: 2, y: 3, width: 18, height: 4),
  ]

  private let axes = [
    ScheduleAxis(bottom: 0, top: 0.4), ScheduleAxis(bottom: 1e-5, top: 1, isLogarithmic: true),
  ]

  /// Without the chart of quality by steps, and with it.
  private func rooms() throws -> [AppState] {
    let state = try PanelsFixture.state()
    var charted = state
    charted.view.field = .exact
    charted.studies.ask(try #require(QualityChart(charted)), as: .chart)
    return [state, charted]
  }

  @Test("A tall panel is used to its last row, with a chart and without")
  func tallPanelsAreFull() throws {
    let states = try rooms()
    for rect in rects where rect.height >= 18 {
      let inner = PanelFrame.content(of: rect)
      for state in states {
        let room = ScheduleRoom(in: rect, of: state)
        #expect(room.chart.maxY == inner.maxY && room.curve.y == inner.y)
        let gaps = inner.height - room.curve.height - room.decisions.height - room.chart.height
        #expect(gaps == (inner.height >= 24 ? 2 : 0))
      }
      // Nothing is kept for a chart that nobody has asked for but the row that names its key.
      #expect(ScheduleRoom(in: rect, of: states[0]).chart.height == 1)
      #expect(ScheduleRoom(in: rect, of: states[1]).chart.height >= 5)
      let draw = try #require(PanelsFixture.panels["schedule"])
      let text = PanelsFixture.text(draw, states[0], rect.size)
      #expect(text.contains("Q draws quality by steps"))
    }
  }

  @Test("Every cell of the plot is the cell of its place")
  func placesAndCellsAgree() throws {
    for (state, rect) in try rooms().flatMap({ state in rects.map { (state, $0) } }) {
      let plot = SchedulePanel.plot(in: rect, of: state)
      for row in plot.rows {
        for column in plot.columns {
          for axis in axes {
            let place = SchedulePanel.place(
              atColumn: column, row: row, in: rect, of: state, on: axis)
            let cell = SchedulePanel.cell(of: place, in: rect, of: state, on: axis)
            #expect(cell.column == column && cell.row == row)
          }
        }
      }
    }
  }

  @Test("The corners of the plot are the ends of the axes")
  func cornersAreEnds() throws {
    for (state, rect) in try rooms().flatMap({ state in rects.map { (state, $0) } }) {
      let plot = SchedulePanel.plot(in: rect, of: state)
      for axis in axes {
        let place = { SchedulePanel.place(atColumn: $0, row: $1, in: rect, of: state, on: axis) }
        #expect(place(plot.x, plot.maxY - 1) == Point(0, axis.bottom))
        #expect((place(plot.maxX - 1, plot.y) - Point(1, axis.top)).length < 1e-12)
      }
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
      let top = SchedulePanel.axis(for: specification).top
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
      let axis = SchedulePanel.axis(for: state.experiment.schedule)
      for (index, point) in points.enumerated() {
        let cell = SchedulePanel.cell(of: point, in: rect, of: state, on: axis)
        #expect(surface[cell.column, cell.row].unicodeScalar == "●")
        for offset in [-2, 0, 2] {
          let found = SchedulePanel.handle(
            atColumn: cell.column + offset, row: cell.row, in: rect, state: state)
          #expect(found == index)
        }
      }
      let middle = SchedulePanel.cell(of: Point(0.5, axis.top), in: rect, of: state, on: axis)
      #expect(
        SchedulePanel.handle(atColumn: middle.column, row: middle.row, in: rect, state: state)
          == nil)
    }
  }

  @Test("Only the curve of betas has handles to take")
  func otherCurvesHaveNoHandles() throws {
    var state = try PanelsFixture.state()
    let cell = SchedulePanel.cell(
      of: Point(0, 0.0001), in: rects[0], of: state, on: .init(bottom: 0, top: 0.025))
    let find = { (state: AppState) in
      SchedulePanel.handle(
        atColumn: cell.column, row: cell.row, in: PanelsScheduleTests().rects[0], state: state)
    }
    #expect(find(state) == 0)
    _ = state.update(.schedule(.cycleCurve))
    #expect(find(state) == nil)
  }

  @Test("While a handle is dragged the axis keeps still")
  func axesKeepStill() throws {
    var state = try PanelsFixture.state()
    let draw = try #require(PanelsFixture.panels["schedule"])
    state.drag = .handle(1, axis: ScheduleAxis(bottom: 0, top: 0.05))
    let picture = PanelsFixture.text(draw, state, Size(columns: 48, rows: 12))
    #expect(picture.contains("0.05"))
    #expect(picture.contains("◉ t 1.00 β 0.0200"))
  }

  @Test("Handles are on the curve that is drawn, whatever the schedule", arguments: [50, 1000])
  func handlesAreOnTheCurve(timesteps: Int) throws {
    for kind in ScheduleKind.allCases {
      var specification = ScheduleSpecification(kind: kind, timesteps: timesteps)
      if kind == .custom || kind == .cosine {
        specification.kind = .cosine
        specification = try #require(ScheduleEditor.custom(from: specification))
      }
      let state = try PanelsFixture.state(PanelsFixture.experiment(specification))
      let schedule = state.stage.laboratory.schedule
      guard schedule.geometry == .variancePreserving else { continue }
      let curve = ScheduleCurve(.beta, of: schedule, glyphs: .braille)
      for rect in rects.prefix(4) {
        let plot = SchedulePanel.plotArea(in: rect, of: state)
        var surface = Surface(size: Size(columns: 200, rows: 60))
        SchedulePanel.draw(state, on: &surface, in: rect)
        for handle in SchedulePanel.handles(of: state, on: curve) {
          let cell = plot.cell(of: curve.place(atTime: handle.x))
          #expect(surface[cell.column, cell.row].unicodeScalar == "●", "\(kind.id)")
          #expect(plot.area.contains(column: cell.column, row: cell.row))
        }
      }
      // The ends of these two are not the betas they are given.
      let isOwnRule = [.scaledLinearZeroSNR, .sigmoid].contains(kind)
      for handle in ScheduleEditor.handles(of: specification) where !isOwnRule {
        let drawn = curve.value(atTime: handle.x)
        #expect(abs(drawn - min(handle.y, 0.999)) <= 0.02 * drawn, "\(kind.id) at \(handle.x)")
      }
    }
  }

  @Test("A curve that lies on its bottom has a logarithmic axis, and the axis says so")
  func axesFollowTheData() throws {
    let draw = try #require(PanelsFixture.panels["schedule"])
    for (kind, isLogarithmic) in [
      (ScheduleKind.linear, false), (.scaledLinear, false), (.cosine, true), (.constant, false),
    ] {
      let state = try PanelsFixture.state(
        PanelsFixture.experiment(ScheduleSpecification(kind: kind)))
      let curve = ScheduleCurve(.beta, of: state.stage.laboratory.schedule, glyphs: .braille)
      #expect(curve.axis.isLogarithmic == isLogarithmic, "\(kind.id)")
      // Half of the curve is seen above a fifth of the plot.
      #expect(curve.place(atTime: 0.5).y > 0.2, "\(kind.id)")
      for size in [Size(columns: 32, rows: 21), Size(columns: 48, rows: 9)] {
        let text = PanelsFixture.text(draw, state, size)
        #expect(text.contains("log axis") == isLogarithmic, "\(kind.id)")
      }
    }
  }

  @Test("A drag on a logarithmic axis moves the point to where the mouse is")
  func dragsOnALogarithmicAxis() throws {
    let custom = try #require(ScheduleEditor.custom(from: ScheduleSpecification(kind: .cosine)))
    let axis = SchedulePanel.axis(for: custom)
    #expect(axis.isLogarithmic)
    let (state, rect) = (try PanelsFixture.state(), rects[1])
    let plot = SchedulePanel.plot(in: rect, of: state)
    let place = SchedulePanel.place(
      atColumn: plot.x + plot.width / 2, row: plot.y + plot.height / 2, in: rect, of: state,
      on: axis)
    let moved = ScheduleEditor.moving(2, of: custom, to: ScheduleEditor.snapped(place))
    let cell = SchedulePanel.cell(of: moved.points[2], in: rect, of: state, on: axis)
    #expect(abs(cell.row - (plot.y + plot.height / 2)) <= 1)
    #expect(moved.points[2].y < 0.1 && moved.points[2].y > 1e-4)
  }

  @Test("The picture of the linear schedule in a small terminal")
  func smallPicture() throws {
    var state = try PanelsFixture.state()
    _ = state.update(.time(.seek(step: 500)))
    _ = state.update(.schedule(.toggleGhosts))
    let draw = try #require(PanelsFixture.panels["schedule"])
    let picture = PanelsFixture.text(draw, state, Size(columns: 40, rows: 9), glyphs: .ascii)
    #expect(
      picture == """
        + schedule: beta ----- linear, T 1000 -+
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
