import Diffusion
import Testing
import TextScreen

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
    player.state.handle = 3
    try player.say("point 0.5141 0.0271")
    let typed = player.state.experiment.schedule.points[player.state.handle]
    #expect(typed == Point(0.5141, 0.0271))
    player.press("right", "up")
    let snapped = player.state.experiment.schedule.points[player.state.handle]
    #expect(abs(snapped.x * 100 - (snapped.x * 100).rounded()) < 1e-9)
    #expect(ScheduleEditor.snapped(Point(0.123, 0.012345)) == Point(0.12, 0.012))
    #expect(ScheduleEditor.snapped(Point(0.5, 0)) == Point(0.5, 0))
    player.press("#", "right")
    #expect(!player.state.view.snaps)
  }

  @Test("enter asks for the numbers of the point in hand, and typing over them moves it")
  func numbersAreTypedOver() throws {
    var player = try custom()
    player.state.handle = 3
    let place = player.state.experiment.schedule.points[3]
    player.press("enter")
    guard case .command(let line) = player.state.overlay else {
      Issue.record("no command line is open")
      return
    }
    #expect(line.text == "point \(Text.short(place.x)) \(Text.short(place.y))")
    for _ in Text.short(place.y) { player.press("backspace") }
    for character in "0.25" { player.perform(.line(.type(character))) }
    player.press("enter")
    #expect(player.state.overlay == nil)
    #expect(player.state.experiment.schedule.points[3].y == 0.25)
    let briefs = KeyTable.footer(in: player.state).compactMap(\.brief)
    #expect(briefs.contains("type"))
  }

  @Test("the point that + makes is the one in hand, whichever schedule it is made in")
  func newPointsAreInHand() throws {
    for kind in [ScheduleKind.linear, .cosine, .custom] {
      var player = try Player()
      var experiment = player.state.experiment
      experiment.schedule = experiment.schedule.changed(to: kind)
      player.perform(.experiment(.change(experiment)))
      let old = ScheduleEditor.custom(from: player.state.experiment.schedule)?.points ?? []
      player.press("b", "+")
      let points = player.state.experiment.schedule.points
      let new = points.indices.filter { !old.contains(points[$0]) }
      #expect(new == [player.state.handle])
      player.press("u")
      #expect(player.state.experiment == experiment)
    }
  }

  @Test(
    "a press on the curve makes a point to be dragged on, and the schedule one's own",
    arguments: [ScheduleKind.linear, .cosine, .custom])
  func pressingAdds(kind: ScheduleKind) throws {
    var player = try Player()
    player.press("space")
    var experiment = player.state.experiment
    experiment.schedule = experiment.schedule.changed(to: kind)
    player.perform(.experiment(.change(experiment)))
    player.state.view.curve = .beta
    let rect = try #require(ScreenLayout(player.state).rect(of: .schedule))
    let axis = SchedulePanel.axis(for: experiment.schedule)
    let schedule = player.state.stage.laboratory.schedule
    let cell = SchedulePanel.cell(
      of: Point(0.3, schedule.betas[Int(0.3 * Double(schedule.timesteps))]), in: rect,
      of: player.state, on: axis)
    let before = ScheduleEditor.custom(from: experiment.schedule)?.points.count ?? 0
    player.perform(.mouse(Mouse(.press, column: cell.column, row: cell.row)))
    let points = player.state.experiment.schedule.points
    #expect(points.count == before + 1)
    #expect(abs(points[player.state.handle].x - 0.3) < 0.03)
    player.perform(.mouse(Mouse(.drag, column: cell.column, row: cell.row - 1)))
    player.perform(.mouse(Mouse(.release, column: cell.column, row: cell.row - 1)))
    let dragged = player.state.experiment.schedule
    #expect(dragged.points[player.state.handle].y > points[player.state.handle].y)
    #expect(dragged.kind == .custom)
    #expect(throws: Never.self) { try dragged.check() }
    // The whole gesture is one entry of the history.
    player.press("u")
    #expect(player.state.experiment == experiment)
  }

  @Test("a press beside the curve bends nothing and takes the nearest point, not the first")
  func pressingBesideTakesTheNearest() throws {
    var player = try custom()
    let experiment = player.state.experiment
    let rect = try #require(ScreenLayout(player.state).rect(of: .schedule))
    let plot = SchedulePanel.plot(in: rect, of: player.state)
    let column = plot.x + plot.width * 2 / 5
    player.perform(.mouse(Mouse(.press, column: column, row: plot.y)))
    #expect(player.state.experiment == experiment && player.state.drag == nil)
    #expect(abs(experiment.schedule.points[player.state.handle].x - 0.4) < 0.05)
    #expect(player.state.notice?.text.contains("in hand: the point at t 0.4") == true)
    // Under another curve there is nothing to be taken.
    player.state.handle = 5
    player.state.view.curve = .alphaBar
    player.perform(.mouse(Mouse(.press, column: column, row: plot.y)))
    #expect(player.state.view.curve == .beta && player.state.handle == 5)
  }

  @Test("the four curves follow each other; the posterior variance is the schedule's own")
  func curvesFollowEachOther() throws {
    var player = try Player()
    var curves: [ViewOptions.Curve] = []
    for _ in ViewOptions.Curve.allCases {
      curves.append(player.state.view.curve)
      player.press("c")
    }
    #expect(
      Set(curves).count == ViewOptions.Curve.allCases.count && player.state.view.curve == curves[0])
    let schedule = player.state.stage.laboratory.schedule
    let curve = ScheduleCurve(.posteriorVariance, of: schedule, glyphs: .braille)
    #expect(curve.value(atTime: 0) == 0)
    #expect(curve.value(atTime: 1) == schedule.posteriorVariance(atIndex: schedule.timesteps - 1))
    #expect(curve.axis.top >= curve.value(atTime: 1))
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
    let text = PanelsFixture.text(draw, state, Size(columns: 60, rows: 30))
    #expect(text.contains("cosine") && text.contains("sigmoid"))
    state.view.showsGhosts = false
    #expect(with > ghosts(state) + 20)
    #expect(!PanelsFixture.text(draw, state, Size(columns: 60, rows: 30)).contains("cosine"))
  }

  @Test("ghosts are dotted: without colour too they are not the curve itself")
  func ghostsAreDotted() throws {
    var surfaces: [Surface] = []
    for isDotted in [false, true] {
      var surface = Surface(size: Size(columns: 40, rows: 10))
      PlotArea(in: surface.bounds).draw(
        through: { Point($0, $0) }, dots: .braille, isDotted: isDotted, on: &surface)
      surfaces.append(surface)
    }
    let dots = surfaces.map { surface in
      surface.plainText.unicodeScalars.reduce(0) { sum, scalar in
        (0x2800...0x28FF).contains(scalar.value)
          ? sum + (scalar.value - 0x2800).nonzeroBitCount : sum
      }
    }
    #expect(dots[1] > 10 && dots[1] * 2 < dots[0])
  }

  @Test("G shows and hides other schedules, also on a small screen", arguments: [80, 120])
  func ghostsAreSeen(columns: Int) throws {
    var player = try Player(size: Size(columns: columns, rows: columns / 3))
    let rect = try #require(ScreenLayout(player.state).rect(of: .schedule))
    let ghosts = { (player: Player) in
      rect.rows.reduce(0) { sum, row in
        sum + rect.columns.count { player.shown[$0, row].ink == .ghost }
      }
    }
    let before = ghosts(player)
    player.press("G")
    #expect(player.state.notice?.text == "the curve alone")
    let without = ghosts(player)
    #expect(without < before)
    player.press("G")
    #expect(player.state.notice?.text == "other schedules stand behind the curve")
  }
}
