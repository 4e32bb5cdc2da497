import Diffusion
import Testing
import TextScreen

@testable import Interface

/// No panel cuts a word or a number in half: what has no room is said shorter, on a line of its own,
/// or not at all.
@Suite("Whole words") struct WholeWordsTests {
  /// One of every method, as it opens, and those with more to say.
  private static func experiments() throws -> [Experiment] {
    var guided = Experiment()
    guided.guidance = GuidanceSpecification()
    guided.guidance?.label = "north"
    guided.guidance?.weight = 2
    var stochastic = Experiment()
    try stochastic.arrange(.named("opposite"))
    stochastic.sampler.kind = .eulerMaruyama
    var unlabelled = Experiment()
    try unlabelled.arrange(.named("standard"))
    unlabelled.sampler.kind = .flowEuler
    let methods = Method.allCases.map { method in
      var experiment = Experiment()
      experiment.methodSpecification = MethodSpecification(method)
      if let sampler = method.samplers.first { experiment.sampler.kind = sampler }
      return experiment
    }.filter { (try? Laboratory($0)) != nil }
    return [guided, stochastic, unlabelled] + methods
  }

  @Test(
    "in every panel of every method",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func panels(size: Size) throws {
    var seen = 0
    for var experiment in try Self.experiments() {
      experiment.particles = 60
      experiment.training.batch = 8
      var session = OffscreenSession(try AppState(experiment: experiment, size: size))
      for lines in ["pause; time 0.4", "direction reverse; time 0.4; view conditional on"] {
        try session.play(Script(play: lines))
        session.run(seconds: 0.3)
        for panel in session.state.sidePanels {
          try session.play(Script(play: "panel \(panel.id)"))
          let picture = ScreenPicture.draw(state: session.state, glyphs: .braille)
          let layout = ScreenLayout(session.state)
          let rect = try #require(layout.rect(of: panel), "\(panel.id)")
          for row in rect.y..<rect.maxY {
            let text = picture.text(row: row, in: rect)
            seen += 1
            #expect(!text.contains("…"), "\(experiment.method.id), \(panel.id): \(text)")
          }
        }
      }
    }
    #expect(seen > 500)
  }
}

extension Surface {
  fileprivate func text(row: Int, in rect: Rect) -> String {
    String((rect.x..<rect.maxX).map { Character(self[$0, row].unicodeScalar) })
  }
}
