import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("The bound on the screen") struct BoundStudyTests {
  private static func experiment(_ variance: SamplerOptions.Variance = .large) -> Experiment {
    var experiment = Experiment.small
    experiment.schedule = ScheduleSpecification(kind: .cosine, timesteps: 30)
    experiment.sampler = SamplerSpecification(
      kind: .ddpm, options: SamplerOptions(variance: variance))
    experiment.model.kind = .exact
    return experiment
  }

  private static func study(_ experiment: Experiment) throws -> BoundStudy {
    let laboratory = try Laboratory(experiment)
    var study = BoundStudy(
      laboratory.boundSubject(of: nil), in: laboratory, trainingSteps: nil, count: 100)
    while !study.isComplete { study.advance() }
    return study
  }

  @Test("It is the engine's bound, term by term, and never below the entropy")
  func terms() throws {
    for variance in [SamplerOptions.Variance.small, .optimal] {
      let laboratory = try Laboratory(Self.experiment(variance))
      let study = try Self.study(laboratory.experiment)
      let own = try VariationalBound(
        of: laboratory.boundSubject(of: nil), count: 100,
        randomness: laboratory.experiment.randomness)
      let shown = try #require(study.bound)
      #expect(shown.terms == own.terms && shown.total == own.total && study.steps.count == 29)
      #expect(shown.total.value + study.unit > (study.entropy?.value ?? .infinity))
    }
  }

  /// `beta² / (2 V (1 - beta) (1 - alpha-bar))`, Ho et al. 2020, equation 12.
  @Test("Its weights are those of the paper, and the simple loss has the mean at every level")
  func weights() throws {
    let study = try Self.study(Self.experiment(.large))
    let schedule = try Laboratory(Self.experiment(.large)).schedule
    for t in 2...30 {
      let beta = schedule.betas[t - 1]
      let wanted =
        beta / (2 * (1 - beta) * (1 - schedule.level(afterSteps: t).alphaBar))
      #expect(abs(study.weights[t - 1] / wanted - 1) < 1e-9, "\(t)")
    }
    let mean = study.relativeWeights.reduce(0, +) / 30
    #expect(abs(mean - 1) < 1e-12)
    // The bound counts the levels near the data most.
    #expect(study.weights[0] > 4 * study.weights[15])
  }

  @Test("$ works it out beside the screen, and its numbers can be kept")
  func shown() throws {
    for size in [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)] {
      var player = try Player(Self.experiment(), size: size)
      player.performsStudies = true
      player.state.studyExtent.samples = 100
      player.press("space")
      player.press("$")
      for _ in 0..<200 where player.state.studies.variationalBound?.isComplete != true {
        player.wait(0.03)
      }
      let bound = try #require(player.state.studies.variationalBound?.bound)
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      #expect(picture.contains("exact model") && picture.contains("nll at most"))
      // As many digits as there is room for.
      let numbers = [3, 4].map { Text.decimal(bound.total.value, decimals: $0) }
      #expect(numbers.contains { picture.contains($0) }, "\(numbers)")
      #expect(picture.contains("bound") && picture.contains("simple"))
      let table = StudyTable(try #require(player.state.studies.variationalBound))
      #expect(table.rows.count == 31 && table.rows[0][0] == "prior")
      let sum = table.rows.compactMap { Double($0[2]) }.reduce(0, +)
      #expect(abs(sum - bound.total.value) < 1e-9)
      try player.say("save bound svg")
      #expect(player.effects.contains { if case .saveText = $0 { true } else { false } })
    }
  }

  @Test("A method without a chain says so")
  func absent() throws {
    var experiment = Self.experiment()
    experiment.methodSpecification = MethodSpecification(.vae)
    experiment.model.network.hidden = [8]
    var player = try Player(experiment, size: Size(columns: 100, rows: 30))
    player.perform(.studies(.toggle(.variationalBound)))
    #expect(player.state.studies.variationalBound == nil)
    #expect(player.state.notice?.text.contains("diffusion has one") == true)
  }
}

@Suite("A learned schedule on the screen") struct ScheduleStudyTests {
  @Test("% learns it beside the schedule, and it stays while that is bent")
  func learned() throws {
    var experiment = Experiment.small
    experiment.schedule = ScheduleSpecification(timesteps: 200)
    experiment.model.kind = .exact
    var player = try Player(experiment, size: Size(columns: 120, rows: 40))
    player.performsStudies = true
    player.press("space")
    player.press("%")
    for _ in 0..<300 where player.state.studies.learnedSchedule?.isComplete != true {
      player.wait(0.03)
    }
    let known = try #require(player.state.scheduleVariances)
    #expect(known.least <= known.learned && known.learned < known.own)
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(picture.contains("learned \(Text.short(known.learned))"))
    let before = try #require(player.state.learnedSchedule)
    try player.say("set schedule cosine")
    let after = try #require(player.state.learnedSchedule)
    let bent = try #require(player.state.scheduleVariances)
    // Other ends, the same network.
    #expect(after.levels != before.levels && bent.own != known.own)
    #expect(player.state.studies.learnedSchedule?.isComplete == true)
    // Other data have another one.
    try player.say("set distribution two-moons")
    #expect(player.state.studies.learnedSchedule == nil)
  }
}
