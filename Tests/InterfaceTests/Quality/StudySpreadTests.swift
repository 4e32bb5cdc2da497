import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("Differences that are noise are told from those that are not")
struct StudySpreadTests {
  private func laboratory(seed: UInt64 = 7) throws -> Laboratory {
    var experiment = Experiment.small
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 4)
    experiment.seed = seed
    return try Laboratory(experiment)
  }

  private func chart(_ laboratory: Laboratory, seeds: Int) -> QualityChart {
    var chart = QualityChart(
      laboratory, model: DenoisingModel(laboratory.exactDenoiser), trainingSteps: nil,
      samplers: [.ddpm, .ddim], count: 100, seeds: seeds)
    while chart.progress < 1 { chart.advance() }
    return chart
  }

  @Test("the mean and the deviation are those of the single seeds, all samplers with each")
  func meansOverSeeds() throws {
    let whole = chart(try laboratory(), seeds: 3)
    let single = try (0..<3).map { chart(try laboratory(seed: 7 + UInt64($0)), seeds: 1) }
    #expect(whole.results.count == single[0].results.count && whole.seedsDone == 3)
    for (index, result) in whole.results.enumerated() {
      let values = single.map { $0.results[index].distance }
      #expect(result.distances.values == values)
      let mean = values.reduce(0, +) / 3
      let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      #expect(abs((result.distances.deviation ?? 0) - (squares / 2).squareRoot()) < 1e-12)
    }
    #expect(whole.floors.values == single.flatMap(\.floors.values))
    #expect(whole.floors.count == 24 && (whole.floors.deviation ?? 0) > 0)
  }

  @Test("samplers of a seed are held against the same real data from the same noise")
  func noiseIsCommon() throws {
    let laboratory = try laboratory()
    var twice = QualityChart(
      laboratory, model: DenoisingModel(laboratory.exactDenoiser), trainingSteps: nil,
      samplers: [.ddim, .ddim], count: 100, seeds: 2)
    while twice.progress < 1 { twice.advance() }
    let sides = (0..<2).map { side in
      twice.results.filter { $0.sampler == side }.map(\.distances)
    }
    #expect(sides[0] == sides[1])
  }

  @Test("the parts of a budget add up with every seed, and what is chance is said to be")
  func budgets() throws {
    let laboratory = try laboratory()
    var budget = ErrorBudget(
      laboratory, model: DenoisingModel(laboratory.exactDenoiser), trainingSteps: nil, count: 400,
      seeds: 4)
    while budget.progress < 1 { budget.advance() }
    let spreads = ErrorBudget.Part.allCases.compactMap(budget.spread)
    #expect(spreads.count == 4 && spreads.allSatisfy { $0.count == 4 })
    let sum = spreads.map(\.mean).reduce(0, +)
    #expect(abs(sum - (budget.total ?? 0)) < 1e-12)
    // Four coarse steps are no chance; the exact model in place of itself is nothing at all.
    #expect(budget.spread(of: .steps)?.isNoise == false)
    #expect(budget.spread(of: .network)?.isNoise == true)
    // With the first seed its total is what the samples panel says of as many samples.
    let measured = laboratory.measurement(of: laboratory.exactDenoiser, count: 400)
    #expect(budget.distances[0][3] == measured.report.slicedW2)
  }

  @Test("every series of a chart has a colour and a shape of its own")
  func series() {
    let inks = (0..<8).map(SeriesInk.ink)
    let shapes = (0..<8).map(Glyphs.braille.marker(ofLabel:))
    #expect(Set(inks).count == 8 && Set(shapes).count == 8)
    // Orange and yellow, which look alike, are never both among the first five.
    #expect(!inks.prefix(5).contains(.label(0)) && !inks.prefix(5).contains(.label(3)))
  }

  @Test("at 80 x 24 too a chart says of how many samples and seeds it is, in explained words")
  func sizeIsSaid() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.performsStudies = true
    player.state.studyExtent.samples = 100
    player.state.studyExtent.seeds = 2
    try player.say("chart on")
    player.wait(5)
    let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(text.contains("n 50, 2 seeds") || text.contains("n 50 x 2"))
    for panel in [Panel.schedule, .quality, .guidance] {
      #expect(panel.words.contains { $0.label == "seeds" })
    }
  }

  @Test("numbers of studies leave as CSV and SVG, with n and the seeds")
  func exports() throws {
    var player = try Player()
    player.performsStudies = true
    player.state.studyExtent.samples = 100
    player.state.studyExtent.seeds = 2
    try player.say("save chart csv")
    #expect(player.state.notice?.text.contains("nothing is known of the chart yet") == true)
    try player.say("chart ddim ddpm")
    player.press("B")
    player.wait(4)
    let files = [("chart", "csv"), ("chart", "svg"), ("budget", "csv"), ("budget", "svg")]
    for (line, ending) in files {
      player.forget()
      try player.say("save \(line) \(ending)")
      let texts = player.effects.compactMap { effect -> String? in
        if case .saveText(let text, let name, ending, _) = effect, name.hasSuffix(line) {
          text
        } else {
          nil
        }
      }
      let text = try #require(texts.first)
      if ending == "csv" {
        let rows = text.split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.count > 4 && rows.allSatisfy { $0.count == rows[0].count })
        let n = try #require(rows[0].firstIndex(of: "n"))
        let seeds = try #require(rows[0].firstIndex(of: "seeds"))
        let count = line == "chart" ? "50" : "100"
        #expect(rows.dropFirst().allSatisfy { $0[n] == count && $0[seeds] == "2" })
      } else {
        let seed = player.state.experiment.seed
        #expect(text.hasPrefix("<svg") && text.hasSuffix("</svg>\n"))
        #expect(text.contains("seeds \(seed)..\(seed + 1)") && text.contains("<path"))
      }
    }
  }
}
