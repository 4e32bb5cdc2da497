import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Inverse CDF sampling on the screen")
struct InverseCDFScreenTests {
  private static func experiment(
    _ axes: AxisOrder = .xy, model: ModelSpecification.Kind = .exact
  ) -> Experiment {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(InverseCDFSettings(axes: axes))
    experiment.model.kind = model
    return experiment
  }

  private static func player(
    _ experiment: Experiment, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try Player(experiment, size: size)
    try player.command("pause")
    return player
  }

  /// Says a line, and lets the run come to where it leads.
  private static func say(_ line: String, to player: inout Player) throws {
    try player.command(line)
    player.arrive()
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  @Test(
    "uniform numbers become samples, one coordinate first, by the exact map",
    arguments: AxisOrder.allCases)
  func exactRun(axes: AxisOrder) throws {
    var player = try Self.player(Self.experiment(axes))
    #expect(player.state.playback.direction == .reverse)
    let start = player.state.stage.startPoints
    #expect(start.allSatisfy { (0...1).contains($0.x) && (0...1).contains($0.y) })
    let map = ExactQuantileMap(of: player.state.stage.laboratory.mixture, axes: axes)
    let whole = map.points(at: start)
    try Self.say("time 0.5", to: &player)
    for (point, (end, uniform)) in zip(player.state.frame.points, zip(whole, start)) {
      #expect(point[axes.first] == end[axes.first] && point[axes.second] == uniform[axes.second])
    }
    try Self.say("end", to: &player)
    #expect(player.state.frame.points == whole)
  }

  @Test("on the way forward data go back to uniform numbers")
  func forwardRun() throws {
    var player = try Self.player(Self.experiment())
    try Self.say("direction forward", to: &player)
    try Self.say("start", to: &player)
    let stage = player.state.stage
    #expect(
      player.state.frame.points
        == stage.laboratory.data(count: player.state.frame.points.count).points)
    try Self.say("end", to: &player)
    let exact = ExactQuantileMap(of: stage.laboratory.mixture, axes: .xy)
    let back = exact.points(at: player.state.frame.points)
    for (point, data) in zip(back, stage.kernelPoints(at: 0)) {
      #expect((point - data).length < 1e-6)
    }
  }

  @Test("a key takes the axes in the other order: other samples of the same numbers")
  func otherOrder() throws {
    var player = try Self.player(Self.experiment())
    try Self.say("end", to: &player)
    let before = (player.state.stage.startPoints, player.state.frame.points)
    player.press("b")
    #expect(player.state.experiment.axes == .yx)
    try Self.say("end", to: &player)
    #expect(player.state.stage.startPoints == before.0 && player.state.frame.points != before.1)
    player.press("u")
    #expect(player.state.experiment.axes == .xy)
    try player.command("set axes yx")
    #expect(player.state.experiment.axes == .yx)
  }

  @Test("both orders stand side by side, and are told apart")
  func comparison() throws {
    var player = try Self.player(Self.experiment())
    try player.command("compare xy yx")
    #expect(player.state.isComparing)
    let editions = player.state.history.present
    #expect(editions.name(of: .a, direction: .reverse) == "x first")
    #expect(editions.name(of: .b, direction: .reverse) == "y first")
  }

  @Test("a network is trained live, followed, and held against the exact map")
  func learned() throws {
    var player = try Self.player(Self.experiment(model: .learned))
    var trainer = try #require(player.startedTraining).trainer
    #expect(trainer is InverseCDFTrainer)
    player.train(&trainer, steps: 60)
    let weights = try #require(player.state.training.weights as? InverseCDFWeights)
    #expect(weights.steps == 60)
    player.press("r", "r")
    try Self.say("end", to: &player)
    let network = MonotoneNetwork(weights)
    #expect(player.state.frame.points == network.points(at: player.state.stage.startPoints))
    let reading = try #require(player.state.frame.reading as? UniformReading)
    #expect(reading.learned == player.state.frame.points[player.state.particle])
    #expect(reading.learned != reading.exact)
    #expect(Self.text(player).contains("learned"))
    // With the axes in the other order there is another network to be trained.
    player.press("b")
    #expect(player.state.training.steps == 0)
  }

  @Test("the panel shows both distribution functions, the number and where it lands")
  func panel() throws {
    // Side by side where the panel is low and wide, as on a screen of the usual size.
    var usual = try Self.player(Self.experiment(), size: Size(columns: 120, rows: 40))
    try Self.say("time 0.25", to: &usual)
    let row = Self.text(usual).split(separator: "\n").first { $0.contains("x: 0.") }
    #expect(row?.contains("y | x: 0.") == true, "\(row ?? "")")
    var player = try Self.player(Self.experiment(), size: Size(columns: 120, rows: 60))
    try Self.say("time 0.25", to: &player)
    let text = Self.text(player)
    #expect(text.contains("quantiles") && text.contains("x first, exact"))
    #expect(text.contains("x: 0.") && text.contains("y | x = "))
    #expect(Panel.schedule.absence(player.state)?.contains("panel quantiles") == true)
  }

  @Test("the histogram fills: at the end every particle is in it", arguments: [0.75, 0.5, 0.0])
  func turns(time: Double) {
    let turns = ParticleTurns(at: time, of: 1000)
    #expect(turns.first == (time > 0.5 ? 500 : 1000))
    #expect(turns.second == (time > 0 ? 0 : 1000))
  }

  @Test(
    "what the method has no use for is said and changes nothing",
    arguments: [
      ("set sampler ddim", "the sampler ddim goes from noise to data in steps"),
      ("set schedule cosine", "no use for 'schedule'"),
      ("set standardize on", "no use for 'standardize'"),
      ("chart on", "inverse-cdf maps each uniform number at once"),
    ])
  func unread(line: String, words: String) throws {
    var player = try Self.player(Self.experiment())
    let before = player.state.experiment
    try player.command(line)
    #expect(player.state.experiment == before)
    #expect(player.state.notice?.text.contains(words) == true, "\(player.state.notice?.text ?? "")")
  }

  @Test(
    "every size, panel and ground draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
      Size(columns: 200, rows: 60),
    ])
  func sizes(size: Size) throws {
    var player = try Self.player(Self.experiment(), size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      for time in [1, 0.7, 0.2, 0] {
        try Self.say("time \(time)", to: &player)
        let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
      }
    }
  }
}
