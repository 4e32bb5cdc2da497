import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Flow maps on the screen")
struct FlowMapScreenTests {
  private static func experiment(
    _ objective: FlowMapObjective = .consistencyDistillation,
    model: ModelSpecification.Kind = .exact
  ) -> Experiment {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(FlowMapSettings(objective: objective))
    experiment.sampler = SamplerSpecification(kind: .ode, steps: 4)
    experiment.model.kind = model
    experiment.model.network.hidden = [16, 16]
    experiment.training.batch = 32
    return experiment
  }

  private static func player(
    _ experiment: Experiment, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try Player(experiment, size: size)
    try player.command("pause")
    return player
  }

  private static func say(_ line: String, to player: inout Player) throws {
    try player.command(line)
    player.arrive()
  }

  /// A player with a network that has made some steps.
  private static func trained(
    _ objective: FlowMapObjective = .consistencyDistillation,
    size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try player(experiment(objective, model: .learned), size: size)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 40)
    player.press("r", "r")
    return player
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  @Test("a run makes as many jumps as there are steps, and each follows the exact flow")
  func exactRun() throws {
    var player = try Self.player(Self.experiment())
    #expect(player.state.playback.direction == .reverse)
    #expect(player.state.stage.length(.reverse) == 4)
    let laboratory = player.state.stage.laboratory
    let start = player.state.stage.startPoints
    try Self.say("end", to: &player)
    let whole = ExactFlowMap(of: laboratory.mixture)
      .points(start, from: laboratory.grid.stops[0].level, to: .clean)
    for (point, end) in zip(player.state.frame.points, whole) {
      #expect((point - end).length < 1e-6)
    }
  }

  @Test("a network is trained live, jumps, and is held against the flow", arguments: [1, 0.5])
  func learned(time: Double) throws {
    var player = try Self.trained()
    let weights = try #require(player.state.training.weights as? FlowMapWeights)
    #expect(weights.steps == 40)
    try Self.say("time \(time)", to: &player)
    let reading = try #require(player.state.frame.reading as? JumpReading)
    let ends = try #require(reading.learned)
    let map = LearnedFlowMap(weights)
    #expect(
      map.points([reading.point], from: player.state.frame.level, to: .clean) == [ends.once])
    #expect(ends.once != reading.exact)
    try player.command("view score learned")
    #expect(Self.text(player).contains("one jump"))
    #expect(Self.text(player).contains("where the flow ends"))
    try Self.say("end", to: &player)
    #expect(player.state.stage.model.weights?.steps == 40)
  }

  @Test("the defect is a ground where there is a network of jumps, and only there")
  func defect() throws {
    var player = try Self.trained()
    try Self.say("time 1", to: &player)
    try player.command("view ground defect")
    #expect(player.state.view.ground == .defect)
    let shaded = Self.text(player)
    #expect(shaded.contains("|1 jump"))
    let values = try #require(player.state.words.plane.defect(player.state))
    #expect(values([Point(0.3, 0.2)])[0] > 0)
    var plain = try Player()
    try plain.command("view ground defect")
    #expect(!ViewOptions.Ground.defect.isPossible(in: plain.state))
    #expect(
      PlaneLayer.ground.caption(plain.state, .braille) == ["no network of jumps, no defect"])
  }

  @Test("another objective begins another training, and undo finds the one before")
  func objectives() throws {
    var player = try Self.trained()
    try player.command("set objective shortcut")
    #expect(player.state.experiment.jumps == FlowMapSettings(objective: .shortcut))
    #expect(player.state.training.steps == 0)
    let trainer = try #require(player.startedTraining?.trainer as? FlowMapTrainer)
    #expect(trainer.objective == .shortcut)
    try player.command("set teacher exact")
    #expect(player.state.experiment.jumps?.teacher == .exact)
    player.press("u", "u")
    #expect(player.state.experiment.jumps == FlowMapSettings())
    #expect(player.state.training.steps == 40)
  }

  @Test(
    "what cannot be is said and changes nothing",
    arguments: [
      ("set sampler heun", "flow-map jumps along"),
      ("set objective warp", "there is no objective 'warp'"),
      ("set teacher nobody", "there is no teacher 'nobody'"),
    ])
  func refusals(line: String, words: String) throws {
    var player = try Self.player(Self.experiment())
    let before = player.state.experiment
    do {
      try player.command(line)
      let said = player.state.notice?.text ?? ""
      #expect(said.contains(words), "\(said)")
    } catch {
      #expect("\(error)".contains(words))
    }
    #expect(player.state.experiment == before)
  }

  @Test("data can be standardized, and samples stay as good")
  func standardized() throws {
    var player = try Self.player(Self.experiment())
    try player.command("set standardize on")
    #expect(player.state.experiment.isStandardized)
    #expect(player.state.stage.laboratory.mixture.mean.length < 1e-12)
    #expect(player.state.notice?.text.contains("standardized") == true)
  }

  @Test("the objective that needs a teacher keeps it")
  func neededTeacher() throws {
    var player = try Self.player(Self.experiment(.progressive))
    try player.command("set teacher none")
    #expect(player.state.notice?.text.contains("learns from a teacher") == true)
    #expect(player.state.experiment.jumps?.teacher == .exact)
    var other = try Self.player(Experiment.small)
    #expect(throws: CommandError.self) { try other.command("set objective shortcut") }
  }

  @Test("two objectives stand side by side")
  func comparison() throws {
    var player = try Self.player(Self.experiment())
    try player.command("compare shortcut mean-flow")
    let editions = player.state.history.present
    #expect(editions.name(of: .a, direction: .reverse) == "shortcut")
    #expect(editions.name(of: .b, direction: .reverse) == "mean-flow")
  }

  @Test("the chart has a point for each number of jumps")
  func chart() throws {
    let player = try Self.trained()
    var chart = try #require(QualityChart(player.state))
    while chart.progress < 1 { chart.advance() }
    #expect(chart.results.map(\.steps) == [1, 2, 4, 10])
    #expect(chart.results.map(\.calls) == [1, 2, 4, 10])
  }

  @Test(
    "every size, panel and ground draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
      Size(columns: 200, rows: 60),
    ])
  func sizes(size: Size) throws {
    var player = try Self.trained(size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      for (time, ground) in zip([1, 0.5, 0.2, 0], ["defect", "error", "density", "curl"]) {
        try player.command("view ground \(ground)")
        try Self.say("time \(time)", to: &player)
        let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
      }
    }
  }
}
