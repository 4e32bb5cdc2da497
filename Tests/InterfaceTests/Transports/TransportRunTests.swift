import Diffusion
import Testing

@testable import Interface

@Suite("Runs from another prior")
struct TransportRunTests {
  @Test(
    "the way back is that of the engine, from the same starts",
    arguments: [Sampler.flowEuler, .eulerMaruyama])
  func reverseIsTheEngines(sampler: Sampler) throws {
    var player = try Player.transport(.opposite, sampler: sampler)
    try player.goToData()
    let laboratory = try Laboratory(player.state.experiment)
    let start = try #require(laboratory.transportStart(count: 64))
    let velocityField = try #require(laboratory.exactVelocityField)
    let process = try #require(
      laboratory.transportProcess(with: velocityField, given: start.conditioning))
    #expect(player.state.frame.points == process.run(from: start.points))
  }

  @Test("a solver without stops of its own is watched on its way and ends where it ends by itself")
  func adaptiveIsWatched() throws {
    var player = try Player.transport(.rotated)
    try player.goToData()
    #expect(player.state.frame.length == 40)
    let laboratory = try Laboratory(player.state.experiment)
    #expect(laboratory.grid.steps == 1)
    let start = try #require(laboratory.transportStart(count: 64))
    let velocityField = try #require(laboratory.exactVelocityField)
    let process = try #require(
      laboratory.transportProcess(with: velocityField, given: start.conditioning))
    for (seen, wanted) in zip(player.state.frame.points, process.run(from: start.points)) {
      #expect((seen - wanted).length < 1e-3)
    }
  }

  @Test("the way to the prior follows the paths of the pairs, end to end")
  func forwardFollowsPairs() throws {
    var player = try Player.transport(.opposite)
    let laboratory = player.state.stage.laboratory
    let transport = try #require(laboratory.transport)
    let pairs = try #require(laboratory.transportPairs(count: 64))
    for (point, clean) in zip(player.state.frame.points, pairs.clean) {
      #expect((point - clean).length < 1e-12)
    }
    player.perform(.time(.seekTime(0.5)))
    for (index, point) in player.state.frame.points.enumerated() {
      #expect((point - transport.state(of: pairs, index, at: 0.5).point).length < 1e-12)
    }
    player.perform(.time(.goToEnd))
    for (point, start) in zip(player.state.frame.points, pairs.starts) {
      #expect((point - start).length < 1e-12)
    }
  }

  @Test(
    "the meter tells what is known of the arrangements",
    arguments: [(Arrangement.aligned, 1.0), (.rotated, 1.0), (.opposite, 0.0)])
  func retention(arrangement: Arrangement, share: Double) throws {
    var player = try Player.transport(arrangement)
    try player.goToData()
    let retention = try #require(player.state.frame.retention)
    #expect(retention.isEnd)
    #expect(retention.count == 64)
    #expect(abs(retention.share - share) < 0.05)
  }

  @Test("particles keep the class they started in, and the class chooses the colour")
  func classesOfStarts() throws {
    let player = try Player.transport(.opposite)
    #expect(player.state.colour == .label)
    let labels = try #require(player.state.stage.labels(.reverse))
    let means = player.state.experiment.labelPriors.map(\.mean)
    for (start, label) in zip(player.state.stage.startPoints, labels) {
      #expect((start - means[label]).length < 6 * 0.6)
    }
    let diffusing = try Player()
    #expect(diffusing.state.colour == .density)
  }

  @Test("rewinding shows the same points again")
  func rewinding() throws {
    var player = try Player.transport(.opposite, sampler: .eulerMaruyama)
    try player.goToData()
    player.perform(.time(.seek(step: 7)))
    player.wait(0.1)
    let seen = player.state.frame.points
    try player.goToData()
    player.perform(.time(.seek(step: 7)))
    player.wait(0.1)
    #expect(player.state.frame.points == seen)
  }

  @Test("pairs are matched beside the screen, slice by slice, and the caption says how far that is")
  func matching() throws {
    var experiment = try Experiment.transport(.aligned, sampler: .flowEuler, particles: 5000)
    experiment.couple(.optimalTransport)
    experiment.model.kind = .learned
    var player = try Player(experiment)
    player.matchesPairs = false
    player.wait(0.1)
    func handedOut() -> Matching? {
      player.effects.lazy.compactMap { if case .match(let pairs) = $0 { pairs } else { nil } }.first
    }
    let first = try #require(handedOut())
    // Nothing is matched before an answer, and nothing is asked for twice.
    #expect(player.effects.count { if case .match = $0 { true } else { false } } == 1)
    #expect(player.state.stage.matchingProgress == 0 && player.state.isMoving)
    #expect(player.shown.plainText.contains("matching pairs, 0 %"))
    // Other draws have come by now: the answer is out of date and nothing is taken from it.
    player.forget()
    player.perform(.experiment(.reseed), .time(.matched(first.performed())))
    #expect(player.state.stage.matchingProgress == 0)
    player.wait(0.1)
    player.matchesPairs = true
    let second = try #require(handedOut())
    player.perform(.time(.matched(second.performed())))
    #expect(player.state.stage.matchingProgress == nil)
    let laboratory = player.state.stage.laboratory
    let (transport, pairs) = (
      try #require(laboratory.transport), try #require(laboratory.transportPairs(count: 5000))
    )
    player.perform(.time(.togglePlay), .time(.seekTime(0.5)))
    for index in [0, 2047, 2048, 4999] {
      let place = transport.state(of: pairs, index, at: 0.5).point
      #expect((player.state.frame.points[index] - place).length < 1e-12)
    }
    #expect(!player.shown.plainText.contains("matching pairs"))
  }

  @Test("steps too long for the SDE are told at once, with what would be right")
  func stepSizeWarning() throws {
    var player = try Player.transport(.opposite, sampler: .eulerMaruyama)
    #expect(player.state.stage.stepSizeWarning == nil)
    try player.command("set diffusion 9")
    let stepSizeWarning = try #require(player.state.stage.stepSizeWarning)
    #expect(player.state.notice?.text == stepSizeWarning.description)
    player.perform(.time(.toggleDirection))
    #expect(player.shown.plainText.contains("steps too long for the SDE"))
    try player.command("set solver ode")
    #expect(!player.shown.plainText.contains("steps too long"))
    var noisy = try Experiment.transport(.opposite, sampler: .eulerMaruyama)
    noisy.transport?.diffusion = 9
    let opened = try Player(noisy)
    #expect(opened.state.notice?.text == stepSizeWarning.description)
  }

  @Test("guidance that leads nobody says why, and its weight has nothing to weigh")
  func guidanceThatLeadsNobody() throws {
    var experiment = try Experiment.transport(.aligned, sampler: .flowEuler)
    experiment.couple(.optimalTransport)
    experiment.model.kind = .learned
    var player = try Player(experiment)
    try player.command("prompt north")
    #expect(player.state.stage.guidanceRefusal == nil)
    #expect(GuidanceWords(player.state)?.lead == .starts)
    #expect(player.state.notice?.text.contains("led by its starts alone") == true)
    try player.command("set guidance weight 3")
    let refusal = try #require(player.state.stage.guidanceRefusal)
    #expect(player.state.notice?.text == refusal)
    #expect(refusal == TransportError.nobodyLeads(to: "north", .optimalTransport).description)
    #expect(GuidanceWords(player.state)?.lead == .nobody)
    #expect(player.state.obstacle(to: .guide(.addWeight(tenths: 1))) == refusal)
    // A network that is told labels leads by itself.
    player.perform(.guide(.toggleLabels))
    #expect(player.state.stage.guidanceRefusal == nil)
    #expect(GuidanceWords(player.state)?.lead == .ownAnswers)
    let names = player.state.stage.laboratory.mixture.labels
    #expect(LabelCells.told(player.state) == names.map { $0 == "north" ? 1 : 0 })
    #expect(player.state.obstacle(to: .guide(.addWeight(tenths: 1))) == nil)
  }

  @Test("the share of a prompt is judged by what is known of the way, not of diffusion")
  func shareInPrompt() throws {
    var player = try Player.transport(.opposite, sampler: .flowEuler)
    try player.command("prompt north")
    player.perform(.time(.togglePlay), .time(.seekTime(0.8)))
    player.wait(0.2)
    // The starts of the north are in the south, where diffused data of the south would be.
    #expect(player.state.frame.points.allSatisfy { $0.y < 0 })
    #expect(player.state.shareInPrompt ?? 0 > 0.95)
  }

  @Test("what belongs to the standard prior alone says so and changes nothing")
  func refusals() throws {
    var player = try Player.transport(.opposite)
    for (action, words) in [
      (Action.time(.toggleWay), "one path"), (.schedule(.cycleCurve), "one curve"),
    ] {
      player.perform(action)
      #expect(player.state.notice?.text.contains(words) == true)
      #expect(player.state.obstacle(to: action) != nil)
    }
    try player.command("set schedule cosine")
    #expect(player.state.notice?.tone == .warning)
    #expect(player.state.experiment.schedule.kind == .straightLine)
    try player.command("set sampler ddpm")
    #expect(player.state.experiment.sampler.kind == .ode)
  }
}
