import Diffusion
import Testing

@testable import Interface

@Suite("The schedule workshop")
struct WorkshopTests {
  private func custom() throws -> Player {
    var player = try Player()
    player.press("space", "b", "+")
    return player
  }

  @Test("typed values go to the selected point, snapped ones to round numbers")
  func placesAreTypedAndSnapped() throws {
    var player = try custom()
    try player.say("point 0.3141 0.0271")
    let typed = player.state.experiment.schedule.points[player.state.handle]
    #expect(typed == Point(0.3141, 0.0271) || player.state.handle == 0)
    player.press("b", "right", "up")
    let snapped = player.state.experiment.schedule.points[player.state.handle]
    #expect(abs(snapped.x * 100 - (snapped.x * 100).rounded()) < 1e-9)
    #expect(ScheduleEditor.snapped(Point(0.123, 0.012345)) == Point(0.12, 0.012))
    #expect(ScheduleEditor.snapped(Point(0.5, 0)) == Point(0.5, 0))
    player.press("#", "right")
    #expect(!player.state.view.snaps)
  }

  @Test("a press beside the points of a custom schedule adds one that can be dragged on")
  func pressingAdds() throws {
    var player = try custom()
    let layout = ScreenLayout(player.state)
    let rect = try #require(layout.rect(of: .schedule))
    let plot = SchedulePanel.plot(in: rect)
    let before = player.state.experiment.schedule.points.count
    let column = plot.x + plot.width / 10
    player.perform(.mouse(Mouse(.press, column: column, row: plot.y)))
    #expect(player.state.experiment.schedule.points.count == before + 1)
    player.perform(.mouse(Mouse(.drag, column: column, row: plot.y + 2)))
    player.perform(.mouse(Mouse(.release, column: column, row: plot.y + 2)))
    #expect(throws: Never.self) { try player.state.experiment.schedule.check() }
    player.press("u")
    #expect(player.state.experiment.schedule.points.count == before)
  }

  @Test("the four curves follow each other; the posterior variance is the schedule's own")
  func curvesFollowEachOther() throws {
    var player = try Player()
    var curves: [ViewOptions.Curve] = []
    for _ in 0..<4 {
      curves.append(player.state.view.curve)
      player.press("c")
    }
    #expect(Set(curves).count == 4 && player.state.view.curve == curves[0])
    let schedule = player.state.stage.laboratory.schedule
    let curve = ScheduleCurve(.posteriorVariance, of: schedule, top: nil, glyphs: .braille)
    #expect(curve.value(atTime: 0) == 0)
    #expect(curve.value(atTime: 1) == schedule.posteriorVariance(atIndex: schedule.timesteps - 1))
    #expect(curve.top >= curve.value(atTime: 1))
  }

  @Test("ghosts are drawn behind and can be sent away")
  func ghostsCanGo() throws {
    let draw = try #require(PanelsFixture.panels["schedule"])
    var state = try PanelsFixture.state()
    state.view.curve = .alphaBar
    let ghosts = { (state: AppState) in
      let picture = PanelsFixture.picture(draw, state, Size(columns: 60, rows: 30))
      return picture.bounds.rows.reduce(0) { sum, row in
        sum + picture.bounds.columns.count { picture[$0, row].ink == .ghost }
      }
    }
    let with = ghosts(state)
    state.view.showsGhosts = false
    #expect(with > ghosts(state) + 20)
  }
}
