import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Priors in hand")
struct TransportPriorTests {
  private func cell(of place: Point, in state: AppState) throws -> (column: Int, row: Int) {
    let room = ScreenLayout(state).plane.inset(by: 1)
    return try #require(PlaneSpace(state, room: room).cell(of: place))
  }

  @Test("the mouse drags a prior; the whole drag is one entry of the history")
  func dragging() throws {
    var player = try Player.transport(.opposite)
    let before = player.state.experiment
    let first = before.labelPriors[2]
    let from = try cell(of: first.mean, in: player.state)
    player.perform(.mouse(Mouse(.press, column: from.column, row: from.row)))
    for step in 1...4 {
      player.perform(.mouse(Mouse(.drag, column: from.column + step, row: from.row)))
    }
    player.perform(.mouse(Mouse(.release, column: from.column + 4, row: from.row)))
    let moved = player.state.experiment.labelPriors[2]
    #expect(moved.mean.x > first.mean.x && abs(moved.mean.y - first.mean.y) < 1e-9)
    #expect(player.state.drag == nil)
    // The starts of the class have moved along.
    #expect(player.state.stage.laboratory.transport?.prior.components[2].mean == moved.mean)
    player.press("u")
    #expect(player.state.experiment == before)
    #expect(!player.state.history.canUndo)
  }

  @Test("the list says which arrangement is in use, and none where a prior was moved by hand")
  func arrangementInUse() throws {
    var player = try Player.transport(.opposite)
    #expect(player.state.picker(.ways).list.currentID == "set prior opposite")
    try player.command("prior east 1 2")
    #expect(player.state.picker(.ways).list.currentID == nil)
    try player.command("set prior none")
    #expect(player.state.picker(.ways).list.currentID == "set prior none")
  }

  @Test("a press beside the handles still moves the plane")
  func beside() throws {
    var player = try Player.transport(.opposite)
    let room = ScreenLayout(player.state).plane
    player.perform(.mouse(Mouse(.press, column: room.x + 3, row: room.y + 3)))
    player.perform(.mouse(Mouse(.drag, column: room.x + 9, row: room.y + 3)))
    #expect(player.state.view.camera != Camera())
  }

  @Test("keys choose a prior, move it and make it wider; undo takes everything back")
  func keys() throws {
    var player = try Player.transport(.aligned)
    let before = player.state.experiment
    player.press("b")
    #expect(player.state.focus == .retention)
    let index = player.state.priors.selected
    let first = before.labelPriors[index]
    player.press("right", "up", "+")
    let moved = player.state.experiment.labelPriors[index]
    #expect(moved.mean.x > first.mean.x && moved.mean.y > first.mean.y)
    #expect(abs(moved.deviation / first.deviation - 1.1) < 1e-9)
    #expect(player.shown.plainText.contains("prior of \(first.label)"))
    while player.state.history.canUndo { player.press("u") }
    #expect(player.state.experiment == before)
  }

  @Test(
    "what is no place for a prior is refused and says what would be right",
    arguments: [
      ("east x 2", "'x' is no number"), ("east 1 nan", "'nan' is no number"),
      ("east 1", "a place and perhaps a width, such as east 1 2 0.5"),
      ("east 1 2 3 4", "a place and perhaps a width"),
      ("nowhere 1 2", "there is no label 'nowhere'; known are east, north-east"),
    ])
  func badPlaces(words: String, reason: String) throws {
    let player = try Player.transport(.aligned)
    do {
      _ = try Command.actions(for: "prior \(words)", in: player.state)
      Issue.record("taken: \(words)")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  @Test("a width of 0 is refused and nothing changes")
  func noWidth() throws {
    var player = try Player.transport(.aligned)
    let before = player.state.experiment
    try player.command("prior east 1 2 0")
    #expect(player.state.notice?.text == "std must be above 0, not 0.0")
    #expect(player.state.experiment == before && !player.state.history.canUndo)
  }

  @Test("the command places a prior by name")
  func command() throws {
    var player = try Player.transport(.aligned)
    let label = player.state.experiment.labelPriors[3].label
    try player.command("prior \(label) 1 -2 0.25")
    #expect(
      player.state.experiment.labelPriors[3]
        == LabelPrior(label: label, mean: Point(1, -2), deviation: 0.25))
    #expect(throws: (any Error).self) { try player.command("prior nobody 1 2") }
    try player.command("prior \(label) 1 -2 0")
    #expect(player.state.notice?.text.contains("std must be above 0") == true)
    #expect(player.state.experiment.labelPriors[3].deviation == 0.25)
  }

  @Test("an experiment that diffuses gets priors and gives them back")
  func fromDiffusion() throws {
    var player = try Player()
    try player.command("set prior opposite")
    let experiment = player.state.experiment
    #expect(experiment.schedule.kind == .straightLine && experiment.sampler.kind == .ode)
    #expect(player.state.isTransport)
    #expect(
      experiment.transportWords(in: player.state.stage.laboratory.mixture) == ["opposite", "ODE"])
    try player.command("set prior none")
    #expect(!player.state.isTransport)
    player.press("u", "u")
    #expect(player.state.experiment == .small)
    #expect(throws: CommandError.self) { try player.command("set repair clocks") }
  }

  @Test("other data keep the arrangement")
  func otherData() throws {
    var player = try Player.transport(.opposite)
    try player.command("set distribution two-moons")
    let mixture = player.state.stage.laboratory.mixture
    #expect(player.state.experiment.distribution == .named(.twoMoons))
    // Of two classes each is opposite the other.
    #expect(
      player.state.experiment.labelPriors == Arrangement.opposite.priors(for: mixture))
  }

  @Test("drawn, loaded and written data get priors in the same arrangement, and it is said")
  func dataOfTheUser() throws {
    let points = [Point(0, 0), Point(1, 0), Point(0, 2), Point(1, 2)]
    let cloud = DistributionSpecification.points(
      points, labels: ["a", "a", "b", "b"], source: "mine.csv")
    var player = try Player.transport(.opposite)
    player.perform(.sharing(.loaded(cloud, title: "Mine")))
    #expect(player.state.experiment.labelPriors.map(\.label) == ["a", "b"])
    #expect(
      player.state.experiment.labelPriors
        == Arrangement.opposite.priors(for: player.state.stage.laboratory.mixture))
    let said = try #require(player.state.notice?.text)
    #expect(said.hasSuffix("; each of the 2 labels has a prior: opposite"))
    try player.goToData()
    #expect(player.state.frame.retention?.counts.count == 2)
    try player.command("set prior aligned")
    try player.command("prior a 3 3 0.5")
    try player.command("set distribution eight-gaussians")
    // Priors moved by hand belong to no arrangement: each goes to its class.
    #expect(player.state.notice?.text == "each of the 8 labels has a prior: aligned")
    player.press("u")
    #expect(player.state.experiment.distribution == cloud)
  }

  @Test("data of one label diffuse, and it is said")
  func dataOfOneLabel() throws {
    var player = try Player.transport(.opposite)
    try player.command("word AB")
    #expect(player.state.experiment.labelPriors.count == 2)
    try player.command("draw stroke 0 0 1 0")
    try player.command("draw use")
    #expect(!player.state.isTransport)
    #expect(player.state.notice?.text.contains("no prior of its own") == true)
    #expect(player.state.notice?.tone != .warning)
  }

  @Test("every edit of the way can be said and leaves a state that runs")
  func commands() throws {
    for command in Command.priors {
      let state = try Player.transport(.opposite).state
      for value in command.choices(state) {
        var player = try Player.transport(.opposite)
        try player.command("\(command.name) \(value)")
        try player.goToData()
        let strays = player.state.frame.points.count { !$0.isFinite }
        #expect(strays == 0, "\(command.name) \(value)")
      }
    }
  }

  @Test(
    "two sides name what differs",
    arguments: [
      ("ode sde", "ODE", "SDE"), ("opposite aligned", "opposite", "aligned"),
      ("none clocks", "no repair", "clocks"), ("euler 1 100", "1 step", "100 steps"),
    ])
  func sides(words: String, a: String, b: String) throws {
    var player = try Player(long, size: Size(columns: 160, rows: 40))
    try player.command("compare \(words)")
    let editions = player.state.history.present
    #expect(editions.name(of: .a, direction: .reverse).contains(a))
    #expect(editions.name(of: .b, direction: .reverse).contains(b))
  }

  private var long: Experiment {
    get throws {
      var experiment = try Experiment.transport(.opposite, particles: 32)
      experiment.schedule.timesteps = 200
      return experiment
    }
  }
}
