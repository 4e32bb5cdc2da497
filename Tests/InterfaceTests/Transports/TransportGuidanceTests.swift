import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Guidance from another prior")
struct TransportGuidanceTests {
  /// The share of the particles that end with a label asked for.
  private func hits(_ player: inout Player) throws -> Double {
    player.state.playback.isPlaying = false
    try player.goToData()
    return try #require(player.state.shareInPrompt)
  }

  @Test("a label alone says where starts come from; a weight leads them, by key and by slider")
  func weights() throws {
    var player = try Player.transport(.standardNormal)
    try player.command("prompt north")
    #expect(GuidanceWords(player.state)?.lead == .starts)
    let said = try #require(player.state.notice?.text)
    #expect(said == "asked for: north; led by its starts alone; a weight leads them too")
    #expect(player.picture.contains("its starts alone"))
    #expect(try hits(&player) < 0.4)
    player.press("'")
    #expect(player.state.experiment.guidance?.saidWeight == 1.5)
    // What is led there is told the label on the way: chance is no bound any more.
    #expect(player.state.labelBound == 1)
    #expect(GuidanceWords(player.state)?.lead == .exactAnswers)
    #expect(try hits(&player) > 0.95)
    let layout = ScreenLayout(player.state)
    let slider = GuidancePanel.sliderRow(in: try #require(layout.rect(of: .guidance)))
    player.perform(.mouse(Mouse(.press, column: slider.maxX - 3, row: slider.y)))
    player.perform(.mouse(Mouse(.release, column: slider.maxX - 3, row: slider.y)))
    #expect(player.state.experiment.guidance?.weight ?? 0 > 3)
  }

  @Test("who leads is said where the label is told, where nobody knows it and where nobody can")
  func leads() throws {
    var told = try Player.transport(.opposite)
    try told.command("set label-passed on")
    try told.command("prompt north")
    #expect(told.state.notice?.text.hasSuffix("led by the label, told at every step") == true)
    var standard = try Player.transport(.opposite)
    standard.perform(.experiment(.change(standard.state.experiment.from(.standard))))
    try standard.command("prompt north")
    #expect(standard.state.notice?.text.contains("this prior knows no labels") == true)
    standard.press("'")
    #expect(GuidanceWords(standard.state)?.lead == .exactAnswers)
    var experiment = try Experiment.transport(.aligned, sampler: .flowEuler)
    experiment.model.kind = .learned
    experiment.couple(.optimalTransport)
    var paired = try Player(experiment)
    var trainer = try #require(paired.startedTraining).trainer
    paired.train(&trainer, steps: 5)
    try paired.command("prompt north")
    try paired.command("set guidance weight 2")
    #expect(GuidanceWords(paired.state)?.lead == .nobody)
    #expect(!paired.state.stage.isGuided)
    #expect(paired.state.notice?.text.hasPrefix("nobody leads to 'north'") == true)
    // A curve over weights that weigh nothing is none.
    paired.press("Y")
    #expect(paired.state.studies[.weights] == nil)
  }

  @Test("arrows, field and inspector tell the guided velocity field, which moves the particle")
  func guidedMotion() throws {
    var player = try Player.transport(.standardNormal, sampler: .flowEuler)
    try player.command("prompt north")
    try player.command("set guidance weight 3")
    player.perform(.time(.togglePlay), .time(.seek(step: 8)))
    player.wait(0.3)
    let reading = try #require(player.state.frame.velocityReading)
    let laboratory = player.state.stage.laboratory
    let exact = try #require(laboratory.exactVelocityField)
    let led = laboratory.led(exact).velocities(
      of: [reading.point], given: Conditioning(), at: reading.time)[0]
    #expect((reading.velocity - led).length < 1e-12)
    let (next, time) = (try #require(reading.next), try #require(reading.nextTime))
    #expect((next - (reading.point + (time - reading.time) * led)).length < 1e-9)
    try player.command("view opinions particle")
    #expect(player.picture.contains("w weak  s strong  g guided"))
    try player.command("view opinions lattice")
    #expect(player.picture.contains("1st weak  2nd strong  3rd guided"))
    try player.command("view score exact")
    try player.command("view opinions off")
    #expect(player.picture.contains("guided exact field"))
  }

  @Test("the tilted ground is that of the data, or of the classes at this time")
  func tiltedGround() throws {
    var player = try Player.transport(.opposite)
    try player.command("prompt north")
    try player.command("set guidance weight 2")
    player.perform(.time(.togglePlay), .time(.seekTime(0.3)))
    player.wait(0.3)
    let transport = try #require(player.state.stage.laboratory.transport)
    let north = try #require(transport.labels.firstIndex(of: "north"))
    let time = player.state.stage.time(.reverse, at: player.state.frame.step)
    let size = Size(columns: 30, rows: 30)
    let space = PlaneSpace(player.state, room: Rect(x: 0, y: 0, width: 30, height: 15))
    let places = (0..<900).map { index in
      space.pixels.place(ofDot: Point(Double(index % 30) + 0.5, Double(index / 30) + 0.5))
    }
    let sides = [
      ViewOptions.Ground.tilted: (
        transport.data.diffused(to: .clean).logDensities(at: places),
        try transport.data.conditioned(on: "north").diffused(to: .clean).logDensities(at: places)
      ),
      .tiltedHere: (
        transport.marginal(at: time).logDensities(at: places),
        transport.marginal(at: time, ofLabels: [north]).logDensities(at: places)
      ),
    ]
    for (ground, (weak, strong)) in sides {
      player.state.view.ground = ground
      let raster = try #require(TiltedGround.raster(player.state, size: size, on: space.pixels))
      let exact = zip(weak, strong).map { 2 * $1 - $0 }
      let (peak, exactPeak) = (try #require(raster.peak), try #require(exact.max()))
      for (value, logarithm) in zip(raster.values, exact) where logarithm > exactPeak - 30 {
        #expect(abs((value - peak) - (logarithm - exactPeak)) < 1e-6)
      }
      #expect(player.picture.contains("p(x) p(c | x)^2"))
    }
  }

  @Test("guided samples are judged at the end, and the curve of weights is drawn")
  func verdictAndCurve() throws {
    var player = try Player.transport(.standardNormal, sampler: .flowEuler)
    player.performsStudies = true
    player.state.studyExtent.samples = 200
    player.state.studyExtent.seeds = 2
    try player.command("prompt north")
    try player.command("set guidance weight 2")
    try player.goToData()
    player.wait(0.5)
    let verdict = try #require(player.state.verdict)
    #expect(verdict.accuracy ?? 0 > 0.95 && verdict.spread < 1.2)
    player.press("Y")
    player.wait(1)
    guard let curve = player.state.studies.weights else {
      Issue.record("no curve")
      return
    }
    let accuracies = curve.results.compactMap(\.figures.accuracy)
    #expect(accuracies.count == WeightCurve.weights.count)
    #expect(accuracies[0] < 0.4 && accuracies[4] > 0.95)
  }

  @Test("a network that is told labels leads by its own answers, away from an earlier one")
  func networks() throws {
    var player = try Player.transport(.standardNormal, sampler: .flowEuler)
    player.press("m", "J")
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<3 { player.train(&trainer, steps: 10) }
    try player.command("prompt north")
    try player.command("set guidance weight 2")
    #expect(GuidanceWords(player.state)?.lead == .ownAnswers)
    let told = try #require(LabelCells.told(player.state))
    #expect(told.count == 8 && told.reduce(0, +) == 1)
    try player.command("set guidance autoguidance 10")
    let weaker = player.state.stage.laboratory.guides.weakerVelocityField as? LearnedVelocityField
    #expect(weaker?.weights.steps == 10)
    #expect(player.picture.contains("away from the network of step 10"))
    let velocityField = try #require(player.state.stage.model.velocityField)
    #expect(player.state.stage.laboratory.led(velocityField) is GuidedVelocityField)
  }
}

extension Experiment {
  /// The same from another prior.
  fileprivate func from(_ prior: PriorSpecification) -> Experiment {
    var changed = self
    changed.setPrior(prior)
    return changed
  }
}
