import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Figures belong to the samples that are seen")
struct FiguresTests {
  /// A screen with a small network that has made some steps; without any nothing is heard of it.
  private func player(steps: Int = 12) throws -> Player {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    var player = try Player(experiment)
    var trainer = try #require(player.startedTraining).trainer
    if steps > 0 { player.train(&trainer, steps: steps) }
    return player
  }

  /// The measurements that are due, of all sides.
  private func requests(_ player: inout Player) -> [QualityRequest] {
    player.forget()
    player.perform(.time(.tick(seconds: 0, work: 1000)))
    return player.effects.compactMap { effect in
      if case .measure(let request) = effect { request } else { nil }
    }
  }

  /// The measurement that is due, of the side in hand.
  private func request(_ player: inout Player) throws -> QualityRequest {
    let side = player.state.side
    return try #require(requests(&player).last { $0.side == side })
  }

  @Test(
    "an experiment that changes in anything takes them along, and so does its undoing",
    arguments: [
      "set schedule cosine", "set sampler ddim", "set steps 7", "set seed 3", "set particles 20",
      "set distribution two-moons", "set prior opposite", "model exact", "set predicts noise",
    ])
  func changes(line: String) throws {
    var player = try player()
    player.perform(.samples(.measured(try request(&player).finished())))
    #expect(player.state.quality.measurement != nil)
    let late = player.state.quality
    try player.say(line)
    #expect(player.state.quality.measurement == nil)
    // Even where they are put back, as an answer that comes late would.
    player.state.quality = late
    player.perform(.time(.tick(seconds: 0, work: 0)))
    #expect(player.state.quality.measurement == nil)
  }

  @Test("what is already so changes nothing", arguments: ["set predicts v", "set seed 7"])
  func sameAgain(line: String) throws {
    var player = try player()
    player.perform(.samples(.measured(try request(&player).finished())))
    try player.say(line)
    player.perform(.time(.tick(seconds: 0, work: 0)))
    #expect(player.state.quality.measurement != nil)
  }

  @Test("an earlier network that is looked at has figures of its own")
  func earlierNetworks() throws {
    var player = try player(steps: 4)
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<8 { player.train(&trainer, steps: 10) }
    player.perform(.training(.toggleTraining))
    player.perform(.samples(.measured(try request(&player).finished())))
    let now = try #require(player.state.quality.subject?.trainingSteps)
    player.perform(.trainingTime(.rewind(to: 0)))
    #expect(player.state.quality.measurement == nil)
    let asked = try request(&player)
    #expect(asked.subject.trainingSteps == player.state.training.shownSteps)
    #expect(asked.subject.trainingSteps != now)
    // A late answer about the other network is nothing.
    player.perform(.trainingTime(.rewind(to: .max)))
    player.perform(.samples(.measured(asked.finished())))
    #expect(player.state.quality.measurement == nil)
  }

  @Test("figures of an earlier network go with it, even while training goes on")
  func earlierNetworksOfARunningTraining() throws {
    var player = try player(steps: 4)
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<8 { player.train(&trainer, steps: 10) }
    player.perform(.trainingTime(.rewind(to: 0)))
    player.perform(.samples(.measured(try request(&player).finished())))
    #expect(player.state.quality.measurement != nil)
    player.perform(.trainingTime(.rewind(to: .max)))
    #expect(player.state.quality.measurement == nil)
    // Those of the network itself stay while it learns on.
    player.perform(.samples(.measured(try request(&player).finished())))
    player.train(&trainer, steps: 10)
    #expect(player.state.quality.measurement != nil)
  }

  @Test("both sides of a comparison have the figures that evaluate has of their runs")
  func comparisons() throws {
    var player = try Player()
    try player.say("compare ddpm ddim")
    let asked = requests(&player)
    #expect(Set(asked.map(\.side)) == Set(Side.allCases))
    for request in asked { player.perform(.samples(.measured(request.finished()))) }
    let table = ComparisonTable(player.state)
    for (index, side) in Side.allCases.enumerated() {
      let laboratory = try Laboratory(player.state.history.present[side].experiment)
      let samples = laboratory.reverseProcess(with: laboratory.exactDenoiser)
        .run(from: laboratory.start(count: laboratory.experiment.particles))
      let sampleSet = SampleSet(of: samples, from: nil, in: laboratory)
      let sliced = try #require(EvaluationMetric.allCases.first { $0.id == Metric.sliced.id })
      let figures = try sliced.figures(of: sampleSet)
      let evaluated = try #require(figures.first { $0.name == "sliced_w2" }).value
      #expect(table.rows[0].cells[index] == Text.fixed(evaluated, decimals: 3, width: 1))
    }
    let sampler = try #require(table.rows.first { $0.name == "sampler" })
    #expect(sampler.cells.prefix(2) == ["ddpm", "ddim"])
    #expect(table.rows[0].cells[0] != table.rows[0].cells[1])
    #expect(table.heading == "n 48 seed \(player.state.experiment.seed)")
  }

  @Test("the exact distance stands beside the sliced one where there is a line to spare")
  func exactDistance() throws {
    var player = try player()
    player.perform(.samples(.measured(try request(&player).finished())))
    let exact = try #require(player.state.quality.measurement?.report.exactDistance)
    let measurement = try #require(player.state.quality.measurement)
    func lines(_ height: Int) -> [String] {
      QualityNumbers(measurement, of: player.state, width: 40, height: height, glyphs: .braille)
        .lines.map { $0.runs.map(\.text).joined() }
    }
    let all = lines(20)
    #expect(all[0].hasPrefix("exact W2") && all[0].contains(Text.short(exact.w2)))
    #expect(all[0].contains(Text.short(exact.floor)) && all[1].hasPrefix("sliced W2"))
    // The last line, the error by level, gives way to it; what the figures are of does not.
    #expect(all.last?.hasPrefix("error by level") == true)
    #expect(lines(all.count - 1) == all)
    #expect(lines(all.count - 2) == Array(all.dropFirst()))
  }

  @Test("a run of a network that knew nothing starts anew once there is something to see")
  func blobsGoAway() throws {
    var player = try player(steps: 0)
    player.press("r", "home")
    player.wait(0.5)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 8)
    #expect(player.state.seenSteps == 8)
    // The network takes the place of what stood in for it, and its run gets to the same step.
    player.wait(0.5)
    player.train(&trainer, steps: 200)
    #expect(player.state.seenSteps == 8 && player.state.playback.step > 0)
    player.train(&trainer, steps: 300)
    #expect(player.state.seenSteps == 508 && player.state.playback.step == 0)
    player.wait(0.5)
    // Once is enough: the run of a network that has learned something goes to its end.
    player.train(&trainer, steps: 2000)
    #expect(player.state.seenSteps == 508 && player.state.playback.step > 0)
  }

  @Test("the panel names the network it judged, and that of the cloud where it is another")
  func stepsAreNamed() throws {
    var player = try player()
    player.press("r")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 30)
    player.perform(.samples(.measured(try request(&player).finished())))
    let step = try #require(player.state.quality.subject?.trainingSteps)
    let seen = try #require(player.state.seenSteps)
    #expect(seen != step)
    var surface = Surface(size: Size(columns: 60, rows: 10), glyphs: .braille)
    QualityPanel.draw(player.state, on: &surface, in: surface.bounds)
    #expect(
      surface.plainText.contains(
        "n 48, seed \(player.state.experiment.seed), step \(step), seen \(seen)"))
  }
}

@Suite("What is not known is not drawn as if it were")
struct UnknownsTests {
  @Test("levels that nobody has looked at tell nothing yet")
  func informationComesInSlices() throws {
    let stage = Stage(try Laboratory(.small), way: .jump)
    let subject = DecisionTimes.Subject(
      experiment: .small, direction: .forward, way: .jump, trainingSteps: nil)
    var decisions = DecisionTimes(subject, stage: stage)
    #expect(decisions.told(at: 0) == nil && decisions.decided(at: 0) == nil)
    for _ in 0..<8 { decisions.advance() }
    #expect(decisions.told(at: 0.2) != nil && decisions.decided(at: 0.2) != nil)
    #expect(decisions.told(at: 0.3) == nil && decisions.decided(at: 0.3) == nil)
    let early = decisions.histogram(32)
    while decisions.progress < 1 { decisions.advance() }
    #expect(decisions.told(at: 1) != nil)
    // What was counted early stays counted where it was.
    #expect(zip(early, decisions.histogram(32)).allSatisfy { $0 <= $1 })
  }

  @Test("a picture waits for what is on it, or says what is missing")
  func picturesWait() throws {
    let state = try AppState(experiment: .small, size: Size(columns: 100, rows: 30))
    var session = OffscreenSession(state)
    let script = "pause; direction reverse; time 0.5; panel schedule; view solo on"
    try session.play(try Script(play: script))
    let picture = { (session: OffscreenSession) in
      ScreenPicture.draw(state: session.state, glyphs: .braille).plainText
    }
    #expect(picture(session).contains("working out") || picture(session).contains("here    ?"))
    #expect(session.settle { false } == ["what the levels tell"])
    #expect(session.settle { true } == [])
    #expect(picture(session).contains(" of 3.00 bits") && !picture(session).contains("?  of"))
    // Figures that are not on the picture may have been worked out beside the levels.
    session = OffscreenSession(state)
    try session.play(try Script(play: "pause; direction reverse; time 0.5; panel quality"))
    #expect(session.state.quality.measurement == nil)
    // A part alone does not wait for what stands beside it.
    #expect(session.settle(.plane) { false } == [])
    #expect(session.settle { false } == ["the figures of the samples"])
    #expect(session.settle { true } == [])
    #expect(session.state.quality.measurement?.steps == 40)
  }
}
