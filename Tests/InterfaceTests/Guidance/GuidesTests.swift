import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("What guidance asks besides the model")
struct GuidesTests {
  @Test("a classifier is trained beside the screen and then takes the place of the exact posterior")
  func classifiersAreTrained() throws {
    var player = try Player(.learning(labels: false))
    player.performsStudies = true
    try player.say("prompt north")
    try player.say("set guidance kind classifier")
    #expect(player.state.stage.laboratory.guides.classifier == nil)
    #expect(GuidanceWords(player.state)?.lead == .learningClassifier)
    player.wait(1)
    #expect(player.picture.contains("classifier at"))
    player.wait(1.2)
    #expect(player.state.classifier.steps(for: player.state.experiment) == ClassifierTraining.goal)
    #expect(player.state.stage.laboratory.guides.classifier != nil)
    #expect(GuidanceWords(player.state)?.lead == .classifier)
    let loss = try #require(player.state.classifier.loss)
    // The labels alone have ln 8 nats; noisy points tell some of them.
    #expect(loss < 1.9)
    // It stays for another weight and another prompt, and goes with the data.
    try player.say("prompt east")
    #expect(!player.state.classifier.isDue(for: player.state.experiment))
    try player.say("set distribution two-moons")
    #expect(player.state.classifier.steps(for: player.state.experiment) == 0)
  }

  @Test("autoguidance turns away from an earlier network, says which, and undo takes it back")
  func earlierNetworksAreLeft() throws {
    var player = try Player(.learning(labels: false))
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<5 { player.train(&trainer, steps: 10) }
    try player.say("set guidance autoguidance 10")
    let weaker = try #require(player.state.stage.laboratory.guides.weaker as? LearnedDenoiser)
    #expect(weaker.weights.steps == 10)
    #expect(player.state.experiment.guidance?.weight == 2)
    #expect(player.picture.contains("away from the network of step 10"))
    // Exactly weak + 2 (strong - weak), by the two networks.
    let (point, level) = (Point(0.4, -0.3), player.state.stage.level(.reverse, at: 20))
    let strong = try #require(player.state.stage.denoiser as? LearnedDenoiser)
    let answers = [strong, weaker].map { $0.estimates(of: [point], at: level)[0].noise }
    let guided = player.state.stage.laboratory.guided(strong).estimates(of: [point], at: level)[0]
    #expect((guided.noise - (2 * answers[0] - answers[1])).length < 1e-12)
    player.press("u")
    #expect(player.state.stage.laboratory.guides.weaker == nil)
    #expect(player.state.experiment.guidance == nil)
  }

  @Test("an earlier network that is asked for before training is there is waited for")
  func earlierNetworksAreWaitedFor() throws {
    var experiment = Experiment.learning(labels: false)
    experiment.guidance = GuidanceSpecification(weight: 2, weakerSteps: 20)
    var player = try Player(experiment)
    #expect(player.state.notice?.text == "away from step 20 once training is there")
    #expect(GuidanceWords(player.state)?.lead == .earlierNetwork)
    #expect(GuidanceWords(player.state)?.leads.last == "nobody yet")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 10)
    #expect(player.state.stage.laboratory.guides.weaker == nil)
    player.train(&trainer, steps: 10)
    let weaker = try #require(player.state.stage.laboratory.guides.weaker as? LearnedDenoiser)
    #expect(weaker.weights.steps == 20)
    #expect(player.state.notice?.text.contains("away from the network of step 20") == true)
    for _ in 0..<3 { player.train(&trainer, steps: 10) }
    #expect(player.state.weakerNetwork?.steps == 20)
    #expect(GuidanceWords(player.state)?.leads[0] == "leaving the network of step 20")
    // Begun again, it is waited for again.
    player.perform(.training(.restartTraining))
    #expect(player.state.weakerNetwork == nil)
    // The exact model has nothing that it could have been before.
    player.press("m")
    #expect(player.picture.contains("the exact model has no earlier network"))
    try player.say("set guidance autoguidance 5")
    #expect(player.state.notice?.text.contains("no earlier network") == true)
    #expect(player.state.experiment.guidance?.weakerSteps == 20)
  }

  @Test("a network from a file has no earlier one, and the panel says so")
  func networksFromFilesHaveNone() throws {
    var experiment = Experiment.learning(labels: false)
    var trainer = try Laboratory(experiment).trainer()
    for _ in 0..<50 { _ = trainer.step() }
    experiment.guidance = GuidanceSpecification(weight: 2, weakerSteps: 20)
    let state = try AppState(
      experiment: experiment, weights: trainer.weights, size: Size(columns: 120, rows: 40))
    #expect(GuidanceWords(state)?.weaker == "no network of step 20 is kept; T trains anew")
  }

  @Test("on a transport too guidance turns away from an earlier network")
  func earlierMotionsAreLeft() throws {
    var experiment = try Experiment.transport(.aligned, sampler: .flowEuler)
    experiment.model.kind = .learned
    experiment.guidance = GuidanceSpecification(weight: 3, weakerSteps: 10)
    var player = try Player(experiment)
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<3 { player.train(&trainer, steps: 10) }
    let laboratory = player.state.stage.laboratory
    let weaker = try #require(laboratory.guides.weakerVelocityField as? LearnedVelocityField)
    #expect(weaker.weights.steps == 10)
    let strong = LearnedVelocityField(
      weights: try #require(trainer.weights as? Weights), of: try #require(laboratory.transport),
      isLabelPassed: false)
    func velocity(_ model: any VelocityField) -> Point {
      model.velocities(of: [Point(0.4, -0.3)], given: Conditioning(), at: 0.6)[0]
    }
    let expected = velocity(weaker) + 3 * (velocity(strong) - velocity(weaker))
    #expect((velocity(try laboratory.guided(strong)) - expected).length < 1e-12)
  }

  @Test("the curve is made in slices, can be called off, and stays when only the weight changes")
  func curvesAreSliced() throws {
    var player = try Player()
    player.performsStudies = true
    player.state.studyExtent.samples = 400
    player.state.studyExtent.seeds = 2
    player.press("Y")
    #expect(player.state.notice?.text.contains("A asks for one") == true)
    try player.say("prompt north")
    player.press("space", "Y")
    player.wait(0.1)
    player.press("Y")
    player.wait(0.2)
    guard let part = player.state.studies.weights else {
      Issue.record("no curve")
      return
    }
    #expect(part.progress > 0 && part.progress < 1 && !player.state.studies.isPending(.weights))
    player.press("'", "Y")
    player.wait(1)
    guard let curve = player.state.studies.weights else {
      Issue.record("no curve after a change of weight")
      return
    }
    #expect(curve.progress == 1)
    let figures = curve.results.map(\.figures)
    // Of eight labels, one is had by an eighth at weight 0, and by nearly all from 1 on.
    #expect(abs((figures[0].accuracy ?? 0) - 0.125) < 0.1)
    #expect(figures.dropFirst(2).allSatisfy { ($0.accuracy ?? 0) > 0.97 })
    // A U: the label's own weight is nearest, both sides of it are further away.
    let distances = figures.map(\.frechet)
    #expect(distances[2] < 0.1 * distances[0] && distances[2] < 0.5 * distances[8])
    #expect(player.picture.contains("Frechet d²") && player.picture.contains("o labels"))
    try player.say("prompt east")
    #expect(player.state.studies[.weights] == nil)
  }
}
