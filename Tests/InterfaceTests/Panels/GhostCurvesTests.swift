import Testing
import TextScreen

@testable import Diffusion
@testable import Interface

@Suite("Other schedules behind the curve") struct GhostCurvesTests {
  @Test("Ghosts are seen in the panel of a small terminal, and gone without them")
  func ghostsInSmallPanels() throws {
    let draw = try #require(PanelsFixture.panels["schedule"])
    for size in [Size(columns: 32, rows: 21), Size(columns: 48, rows: 9)] {
      var state = try PanelsFixture.state()
      let with = PanelsFixture.picture(draw, state, size)
      _ = state.update(.schedule(.toggleGhosts))
      let without = PanelsFixture.picture(draw, state, size)
      let ghosts = zip(with.cells, without.cells).count { $0 != $1 && $0.ink == .ghost }
      #expect(ghosts > 5, "\(size)")
    }
  }

  @Test("Names of ghosts never run into one another", arguments: ScheduleKind.allCases)
  func ghostNames(kind: ScheduleKind) throws {
    let draw = try #require(PanelsFixture.panels["schedule"])
    var experiment = Experiment.small
    experiment.schedule = ScheduleSpecification(
      kind: kind, points: [Point(0, 1e-4), Point(1, 0.9)])
    var state = try AppState(experiment: experiment, size: Size(columns: 80, rows: 24))
    var named = 0
    for curve in ViewOptions.Curve.allCases {
      state.view.curve = curve
      for size in [Size(columns: 32, rows: 10), Size(columns: 32, rows: 21)] {
        let picture = PanelsFixture.picture(draw, state, size)
        for row in 0..<size.rows {
          let inks = (0..<size.columns).map { picture[$0, row] }
          let words = String(
            String.UnicodeScalarView(
              inks.map { $0.ink == .ghost && $0.unicodeScalar.isASCII ? $0.unicodeScalar : " " }))
          for word in words.split(separator: " ") where word.contains(where: \.isLetter) {
            named += 1
            #expect(ScheduleKind.allCases.contains { $0.id == word }, "\(curve) \(word)")
          }
        }
      }
    }
    // Those without a variance-preserving path have no others behind them.
    #expect(named > 3 || state.stage.laboratory.schedule.geometry != .variancePreserving)
  }
}
