import Foundation
import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

/// Reads the page of a particle as a person does who checks it by hand: only what is printed.
@Suite("The formula of a step adds up by hand")
struct PanelsFormulaTests {
  private static let schedule = ScheduleSpecification(timesteps: 20, beta: .init(0.005, 0.4))

  /// A page with room for everything.
  private func page(_ state: AppState) throws -> [String] {
    let inspection = try #require(state.frame.inspection)
    return InspectorPage(
      state, inspection, size: Size(columns: 60, rows: 40), glyphs: .braille
    ).lines.map { $0.runs.map(\.text).joined() }
  }

  /// The pair of numbers printed after a name.
  private func vector(_ name: String, in page: [String]) throws -> Point {
    let line = try #require(page.first { $0.hasPrefix("\(name) ") }, "\(name): \(page)")
    let inside = try #require(line.firstMatch(of: /\(([^,]*),([^)]*)\)/))
    let numbers = [inside.1, inside.2].map { $0.trimmingCharacters(in: .whitespaces) }
    return Point(try #require(Double(numbers[0])), try #require(Double(numbers[1])))
  }

  /// The value of the printed formula, from the printed vectors.
  private func value(of result: String, in page: [String]) throws -> Point {
    let start = try #require(page.firstIndex { $0.hasPrefix(result + " ") }, "\(page)")
    let formula = page[start...].prefix { $0.hasPrefix(result) || $0.hasPrefix("       ") }
      .joined().dropFirst(result.count)
    let text = String(formula).replacing("−", with: "-").replacing(" ", with: "")
    if let gate = text.prefixMatch(of: /\(x_t-([0-9.e-]+)ε\)\/([0-9.]+)/) {
      let (b, a) = (try #require(Double(gate.1)), try #require(Double(gate.2)))
      let mean =
        (try vector("x_t", in: page) - b * vector("ε", in: page)) / a
      return try sum(String(text[gate.range.upperBound...]), in: page) + mean
    }
    return try sum(text, in: page)
  }

  private func sum(_ text: String, in page: [String]) throws -> Point {
    let term = /([+-]?)([0-9]*\.?[0-9]*(?:e-?[0-9]+)?)(clean|x_t|x_0|trueε|ε|z|c)/
    let names = ["trueε": "true ε"]
    var rest = text[...]
    var sum = Point.zero
    while let match = rest.prefixMatch(of: term) {
      let name = String(match.3)
      let factor = match.2.isEmpty ? 1 : try #require(Double(match.2))
      sum += (match.1 == "-" ? -factor : factor) * (try vector(names[name] ?? name, in: page))
      rest = rest[match.range.upperBound...]
    }
    #expect(rest.isEmpty, "\(text)")
    return sum
  }

  /// Within one unit of the last place of what is printed as the result.
  private func expectSum(_ result: String, in page: [String], _ remark: String) throws {
    let sum = try value(of: result, in: page)
    let printed = try vector("=", in: page)
    let off = sum - printed
    #expect(max(abs(off.x), abs(off.y)) <= 0.0101, "\(remark): \(page)")
  }

  @Test("backward, for every sampler, at every step", arguments: Sampler.allCases)
  func backward(sampler: Sampler) throws {
    var experiment = PanelsFixture.experiment(Self.schedule, sampler: sampler)
    experiment.sampler.options.eta = 0.7
    experiment.sampler.options.churn = 6
    experiment.sampler.steps = 20
    experiment.particles = 16
    for step in [0, 1, 5, 12, 18, 19] {
      let state = try PanelsFixture.reverse(experiment, step: step)
      let page = try page(state)
      let result = step == 19 ? "x_0" : "x_t-1"
      try expectSum(result, in: page, "\(sampler.id) step \(step)")
    }
  }

  @Test("backward with a few long steps, where the scale is far from 1")
  func longSteps() throws {
    for sampler in [Sampler.ddpm, .ddim, .eulerAncestral, .eulerMaruyama, .dpmpp2m] {
      var experiment = PanelsFixture.experiment(sampler: sampler)
      experiment.sampler.steps = 5
      experiment.sampler.options.variance = .large
      for step in 0..<5 {
        let state = try PanelsFixture.reverse(experiment, step: step)
        let page = try page(state)
        let result = try #require(page.first { $0.hasPrefix("x_t-") || $0.hasPrefix("x_0") })
        try expectSum(
          String(result.prefix { $0 != " " }), in: page, "\(sampler.id) step \(step)")
      }
    }
  }

  @Test("forward, by the walk and by the jump", arguments: [0, 1, 7, 19])
  func forward(step: Int) throws {
    var state = try PanelsFixture.state(PanelsFixture.experiment(Self.schedule))
    _ = state.update(.time(.seek(step: step)))
    for _ in 0..<50 { _ = state.update(.time(.tick(seconds: 0.01, work: 64_000))) }
    #expect(state.frame.step == step && state.stage.way == .walk)
    try expectSum("x_t+1", in: page(state), "walk")
    _ = state.update(.time(.toggleWay))
    try expectSum("x_t+1", in: page(state), "jump")
  }

  @Test("z is the noise that the step drew")
  func freshNoise() throws {
    let experiment = PanelsFixture.experiment(Self.schedule)
    let back = try PanelsFixture.reverse(experiment, step: 7)
    var stream = experiment.randomness.stream(.sampling, step: 7)
    let drawn = stream.normalPoints(experiment.particles)[back.particle]
    #expect((try vector("z", in: page(back)) - drawn).length < 0.001)
    var state = try PanelsFixture.state(experiment)
    _ = state.update(.time(.seek(step: 7)))
    for _ in 0..<50 { _ = state.update(.time(.tick(seconds: 0.01, work: 64_000))) }
    var walk = experiment.randomness.stream(.forward, step: 7)
    let step = walk.normalPoints(experiment.particles)[state.particle]
    #expect((try vector("z", in: page(state)) - step).length < 0.001)
  }

  @Test("The true noise is what the data point was blended with, and stands beside the predicted")
  func trueNoise() throws {
    var state = try PanelsFixture.state(PanelsFixture.experiment(Self.schedule))
    _ = state.update(.time(.seek(step: 9)))
    for _ in 0..<50 { _ = state.update(.time(.tick(seconds: 0.01, work: 64_000))) }
    let clean = state.stage.laboratory.data(count: 64).points[state.particle]
    let level = state.frame.level
    let point = state.frame.points[state.particle]
    let page = try page(state)
    let truth = try vector("true ε", in: page)
    #expect((level.alpha * clean + level.sigma * truth - point).length < 0.002)
    #expect(page.contains { $0.contains("the target") })
    let predicted = try vector("ε", in: page)
    #expect((predicted - state.frame.inspection!.estimate.noise).length < 0.001)
    let small = InspectorPage(
      state, try #require(state.frame.inspection), size: Size(columns: 28, rows: 4),
      glyphs: .braille)
    #expect(small.lines.contains { $0.runs[0].text.hasPrefix("true ε") })
  }
}
