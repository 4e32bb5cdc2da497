import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Pictures of another prior")
struct TransportPictureTests {
  static let screens = [(80, 24), (100, 30), (120, 40), (200, 60), (40, 12)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  @Test("tubes meet in the middle at half time, and the mark is there", arguments: screens)
  func meetings(size: Size) throws {
    var player = try Player.transport(.opposite, size: size)
    let room = ScreenLayout(player.state).plane.inset(by: 1)
    let middle = try #require(PlaneSpace(player.state, room: room).cell(of: .zero))
    player.perform(.time(.toggleDirection), .time(.seekTime(0.9)))
    player.wait(0.2)
    let tubes = try #require(player.state.stage.tubes)
    #expect(tubes.meetings.count == 28)
    #expect(tubes.meetings.allSatisfy { abs($0.time - 0.5) < 0.03 && $0.place.length < 1e-6 })
    #expect(player.shown[middle.column, middle.row].unicodeScalar == "◇")
    player.perform(.time(.seekTime(0.5)))
    player.wait(0.2)
    player.state.particle = 1
    #expect(player.shown[middle.column, middle.row].unicodeScalar == "◆")
    try player.command("view tubes off")
    #expect(player.shown[middle.column, middle.row].unicodeScalar != "◆")
  }

  @Test("aligned tubes never meet, and the caption says so")
  func noMeetings() throws {
    let player = try Player.transport(.aligned)
    #expect(player.state.stage.tubes?.meetings.isEmpty == true)
    #expect(TubeLayer.caption(player.state) == "tubes, none meet")
    let opposite = try Player.transport(.opposite)
    #expect(TubeLayer.caption(opposite.state) == "tubes meet at t 0.50")
  }

  @Test("the section of this moment is drawn where the class is")
  func sections() throws {
    var player = try Player.transport(.opposite)
    player.state.view.show(.trails, false)
    player.perform(.time(.seekTime(0.8)))
    let room = ScreenLayout(player.state).plane.inset(by: 1)
    let space = PlaneSpace(player.state, room: room)
    let picture = player.shown
    for course in try #require(player.state.stage.tubes).courses {
      let ring = course.tube.section(at: 0.8).boundary(48).compactMap(space.cell)
      let lit = ring.count { picture[$0.column, $0.row].ink == .label(course.tube.label) }
      #expect(lit > 24, "\(course.tube.label)")
    }
  }

  @Test("the meter shows share, chance, bound, classes and the price")
  func meter() throws {
    var player = try Player.transport(.opposite)
    player.performsStudies = true
    try player.goToData()
    player.wait(0.6)
    #expect(player.state.labelBound ?? 0 > 0.99)
    #expect(player.state.guesses.count == LabelBound.moments)
    let text = player.shown.plainText
    for part in [
      "labels kept", "opposite, ODE", "kept at the end   0.0 %", "chance 12.5 %", "at most",
      "best guess", "by class", "label not passed", "kept", "prior",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("alpha-bar") && !text.contains("log-SNR"))
  }

  @Test("the best guess is as good as the classes are apart: at the middle of opposite ways chance")
  func guesses() throws {
    var player = try Player.transport(.opposite)
    player.performsStudies = true
    player.wait(0.6)
    player.perform(.time(.seekTime(0.5)))
    #expect(abs((player.state.labelGuess ?? 0) - 0.125) < 0.06)
    player.perform(.time(.seekTime(0)))
    #expect(player.state.labelGuess ?? 0 > 0.99)
    try player.command("set label-passed on")
    #expect(player.state.labelBound == 1)
  }

  @Test("where the prior knows no labels the panel says so and shows the path")
  func noLabels() throws {
    var experiment = try Experiment.transport(.aligned)
    experiment.setPrior(.standard)
    var player = try Player(experiment)
    #expect(player.shown.plainText.contains("knows no labels"))
    #expect(player.state.stage.tubes == nil)
    player.press("*")
    #expect(player.state.notice?.text.contains("knows no labels") == true)
  }

  @Test("lobes show where the particle may have its clean end: one of data, several in the middle")
  func lobes() throws {
    var player = try Player.transport(.opposite)
    player.perform(.time(.toggleDirection))
    player.press("P")
    #expect(player.shown.plainText.contains("p(x0 | x_t)"))
    let counts = try [0.02, 0.5].map { time in
      player.perform(.time(.seekTime(time)))
      player.arrive()
      return try #require(player.state.cleanPosterior).components.filter { $0.weight > 0.01 }.count
    }
    #expect(counts[0] == 1 && counts[1] > 1)
    let lines = [Ink.trail(1), .trail(2)]
    player.state.view.show(.trails, false)
    let lit = { (player: Player) in player.shown.cells.count { lines.contains($0.ink) } }
    #expect(lit(player) > 10)
    player.press("P")
    #expect(lit(player) == 0)
  }

  @Test("the curl of the error needs a network, and is what it has made up")
  func curl() throws {
    let size = Size(columns: 200, rows: 60)
    var player = try Player.transport(.rotated, sampler: .flowEuler, size: size)
    player.state.view.ground = .curl
    #expect(player.shown.plainText.contains("no network, no curl"))
    player.press("m")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 20)
    player.perform(.time(.seekTime(0.4)))
    player.state.view.ground = .curl
    player.state.notice = nil
    #expect(player.shown.plainText.contains("|curl of error|"))
  }

  @Test("in words the screen names the prior and what has become of the labels")
  func description() throws {
    var player = try Player.transport(.opposite)
    try player.goToData()
    let text = ScreenDescription(player.state).text
    #expect(text.contains("From another prior: opposite, ODE; 0.0 % of the points"))
    #expect(text.contains("alpha 1.00, sigma 0") && !text.contains("log-SNR"))
  }

  @Test("every size, panel and ground draws within its frame", arguments: screens)
  func sizes(size: Size) throws {
    var player = try Player.transport(.opposite, size: size)
    player.perform(.time(.toggleDirection), .time(.seekTime(0.4)))
    player.wait(0.2)
    for panel in [.plane] + player.state.sidePanels {
      for ground in ViewOptions.Ground.allCases {
        player.state.focus = panel
        player.state.view.ground = ground
        player.state.view.field = .exact
        player.state.view.show(.contours, true)
        let lines = player.shown.plainText.split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == size.rows)
      }
    }
    player.state.view.showsFilm = true
    player.perform(.panels(.show(.plane)))
    #expect(!player.shown.plainText.isEmpty)
  }

  @Test("without colour the classes have their signs")
  func signs() throws {
    var player = try Player.transport(.opposite)
    player.state.view.show(.tubes, false)
    let surface = ScreenPicture.draw(state: player.state, glyphs: .ascii)
    for label in 0..<8 {
      #expect(surface.plainText.unicodeScalars.contains(Glyphs.ascii.marker(ofLabel: label)))
    }
  }
}
