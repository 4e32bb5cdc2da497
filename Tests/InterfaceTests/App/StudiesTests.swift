import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Studies beside the screen")
struct StudiesTests {
  /// A screen on which a slice is made for every frame.
  private func player(size: Size = Size(columns: 120, rows: 40)) throws -> Player {
    var experiment = Experiment.small
    experiment.sampler.kind = .ddim
    experiment.sampler.steps = 5
    var player = try Player(experiment, size: size)
    player.performsStudies = true
    player.state.studyExtent.samples = 200
    player.state.studyExtent.seeds = 2
    player.press("space")
    return player
  }

  @Test("the chart is made slice by slice, can be called off, and has the floor as a line")
  func chartsAreSliced() throws {
    var player = try player()
    try player.say("chart ddim dpmpp-2m")
    // What the levels decide stands above the chart, takes a moment and comes first.
    var frames = 0
    while player.chart?.results.isEmpty ?? true, frames < 200 {
      player.wait(0.03)
      frames += 1
    }
    #expect((player.state.information?.progress ?? 0) >= 1)
    let part = try #require(player.chart)
    #expect(part.results.count > 0 && part.progress < 1)
    player.press("Q")
    player.wait(0.2)
    #expect(!player.state.studies.isPending(.chart))
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(picture.contains("model calls") && picture.contains("floor "))
    #expect(picture.contains("o DDIM") && picture.contains("x DPM++ 2M"))
  }

  @Test("with the exact model more steps come nearer to the floor")
  func moreStepsAreBetter() throws {
    let laboratory = try Laboratory(.small)
    var chart = QualityChart(
      laboratory, model: DenoisingModel(laboratory.exactDenoiser), trainingSteps: nil,
      samplers: [.ddim],
      count: 1000)
    while chart.progress < 1 { chart.advance() }
    let distances = chart.results.map(\.distance)
    #expect(chart.results.map(\.calls) == [2, 3, 5, 10, 20])
    let floor = try #require(chart.floor)
    #expect(distances[0] > 3 * floor)
    #expect(distances[4] < 2 * floor && distances[4] < distances[1])
  }

  @Test("an experiment that changes takes its studies with it, and late answers are nothing")
  func studiesBelongToTheirExperiment() throws {
    var player = try player()
    player.press("B")
    var state = player.state
    let request = state.studyIfDue().compactMap { effect -> StudyRequest? in
      if case .study(let request) = effect { request } else { nil }
    }.first
    _ = state.update(.experiment(.reseed))
    _ = state.update(.studies(.studied(try #require(request).performed())))
    #expect(state.studies[.budget] == nil)
  }

  @Test("the parts of the error budget add up, and each is found where it was put")
  func budgetsAddUp() throws {
    var experiment = Experiment.small
    experiment.sampler.kind = .ddim
    experiment.sampler.steps = 4
    let few = try Laboratory(experiment)
    var budget = ErrorBudget(
      few, model: DenoisingModel(few.exactDenoiser), trainingSteps: nil, count: 1000)
    while budget.progress < 1 { budget.advance() }
    let parts = ErrorBudget.Part.allCases.compactMap(budget.share)
    #expect(abs(parts.reduce(0, +) - (budget.total ?? 0)) < 1e-12)
    // The exact model in four steps errs by its steps alone.
    #expect(budget.share(of: .network) == 0)
    #expect((budget.share(of: .steps) ?? 0) > 0.05)
    #expect(abs(budget.share(of: .start) ?? 1) < 0.02)
    // A schedule that stops half way begins from the wrong noise: without the mean of the data.
    experiment.distribution = .components([
      GaussianMixture.Component(
        mean: Point(3, 0), covariance: Covariance(standardDeviation: 0.4), label: "one")
    ])
    experiment.schedule = ScheduleSpecification(timesteps: 40, beta: .init(0.001, 0.05))
    let short = try Laboratory(experiment)
    var other = ErrorBudget(
      short, model: DenoisingModel(short.exactDenoiser), trainingSteps: nil, count: 1000)
    while other.progress < 1 { other.advance() }
    #expect((other.share(of: .start) ?? 0) > 0.1)
  }

  @Test("the data tell all of the mode, noise nothing, and everybody is decided in between")
  func decisionsComeInTime() throws {
    let laboratory = try Laboratory(.small)
    let stage = Stage(laboratory, way: .jump)
    let subject = DecisionTimes.Subject(
      experiment: .small, direction: .forward, way: .jump, trainingSteps: nil)
    var decisions = DecisionTimes(subject, stage: stage)
    while decisions.progress < 1 { decisions.advance() }
    let bits = decisions.information.map(\.bits)
    #expect(abs(decisions.entropy - 3) < 1e-9)
    #expect(abs(bits[0] - 3) < 1e-3 && bits[bits.count - 1] < 0.1)
    #expect(zip(bits, bits.dropFirst()).allSatisfy { $1 <= $0 + 0.15 })
    let decided = decisions.times.compactMap(\.self)
    #expect(decided.count == decisions.times.count)
    #expect(decided.allSatisfy { $0 > 0.02 && $0 < 0.9 })
    #expect(decisions.histogram(8).reduce(0, +) == decided.count)
  }

  @Test("decision times colour the particles of the run, in both directions")
  func decisionsAreColours() throws {
    for direction in Direction.allCases {
      var player = try player()
      if direction == .reverse { player.press("r") }
      try player.say("view colour decision")
      player.wait(2)
      let decisions = try #require(player.state.decisions)
      #expect(decisions.isDone && decisions.subject.direction == direction)
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      #expect(picture.contains("decided near data "))
    }
  }

  @Test("the histograms of what is decided say what their columns are and how high")
  func histogramsAreLabelled() throws {
    var player = try player(size: Size(columns: 120, rows: 40))
    player.press("tab", "Z")
    player.wait(2)
    let decisions = try #require(player.state.information)
    let rows = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n").map(String.init)
    let first = try #require(rows.firstIndex { $0.contains("modes decided ") })
    let second = try #require(rows.firstIndex { $0.contains("told here ") })
    #expect(second > first + 1)
    #expect(rows[first + 1].contains(" % ") && rows[second - 1].contains(" 0 "))
    #expect(rows[second + 1].contains(" \(Text.decimal(decisions.entropy, decimals: 2)) "))
  }

  @Test("tall panels show it all at 80 x 24 and alone in their column on larger screens")
  func tallPanelsShowAll() throws {
    for size in [
      Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), .init(columns: 200, rows: 60),
    ] {
      var player = try player(size: size)
      try player.say("chart ddim")
      player.wait(2)
      let text = { (player: Player) in
        ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      }
      #expect(text(player).contains("modes decided"))
      #expect(text(player).contains("sliced W2, exact"))
      player.press("B")
      player.wait(1)
      player.state.quality.measurement = try PanelsFixture.measurement(missing: 0)
      #expect(text(player).contains("error budget  W2 0."))
      try player.say("panel inspector")
      #expect(text(player).contains("noising step"))
      player.press("esc")
      #expect(!player.state.view.isSolo)
    }
  }
}

extension DecisionTimes {
  fileprivate var isDone: Bool { progress >= 1 }
}

extension Player {
  fileprivate var chart: QualityChart? {
    state.studies.chart
  }
}
