import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("What the schedule panel's curves are")
struct PanelsScheduleValuesTests {
  @Test("What the curve is now is what it is at the level on the screen", arguments: [7, 50])
  func presentValue(timesteps: Int) throws {
    let experiment = PanelsFixture.experiment(ScheduleSpecification(timesteps: timesteps))
    var player = try Player(experiment, size: Size(columns: 120, rows: 40))
    try player.command("pause")
    let schedule = player.state.stage.laboratory.schedule
    let figures: [(word: String, value: (Int) -> Double)] = [
      ("beta", { schedule.betas[$0 - 1] }), ("alpha-bar", { schedule.levels[$0 - 1].alphaBar }),
      ("log-snr", { schedule.levels[$0 - 1].logSNR }),
      ("drift", { -schedule.drift(atIndex: $0 - 1) }),
      ("diffusion", { schedule.diffusion(atIndex: $0 - 1) }),
    ]
    for (word, value) in figures {
      try player.command("view curve \(word)")
      for step in [1, 3, timesteps - 1, timesteps] {
        try player.command("seek \(step)")
        player.arrive()
        #expect(player.state.frame.step == step)
        let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
        #expect(text.contains("now \(Text.short(value(step)))"), "\(word) after \(step)")
      }
    }
  }

  @Test("f and g of the SDE are the schedule's own steps", arguments: ScheduleKind.allCases)
  func driftAndDiffusion(kind: ScheduleKind) throws {
    let points = [Point(0, 0.001), Point(0.4, 0.3), Point(1, 0.02)]
    let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: 40, points: points))
    for index in 0..<schedule.timesteps {
      let (f, g) = (schedule.drift(atIndex: index), schedule.diffusion(atIndex: index))
      let step = schedule.transition(atIndex: index)
      guard f.isFinite else {
        #expect(step.scale == 0)
        continue
      }
      // The exact solution of dx = f x dt + g dW over 1 / T.
      let rate = f / 40
      #expect(abs(exp(rate) - step.scale) < 1e-12)
      let variance = g * g / 40 * (rate == 0 ? 1 : expm1(2 * rate) / (2 * rate))
      #expect(abs(variance - step.variance) <= 1e-12 * max(1, step.variance))
      if schedule.geometry == .variancePreserving {
        #expect(abs(g * g + 2 * f) < 1e-9 * max(1, g * g))
      }
    }
  }

  @Test("The curve that is shown is named in the title", arguments: ViewOptions.Curve.allCases)
  func curvesAreNamed(curve: ViewOptions.Curve) throws {
    let draw = try #require(PanelsFixture.panels["schedule"])
    var state = try PanelsFixture.state()
    state.view.curve = curve
    let text = PanelsFixture.text(draw, state, Size(columns: 32, rows: 21))
    let names: [ViewOptions.Curve: String] = [
      .beta: "schedule: β", .alphaBar: "schedule: \u{1FB1}", .logSNR: "schedule: log-SNR",
      .posteriorVariance: "posterior variance", .drift: "f(t)", .diffusion: "g(t)",
    ]
    #expect(text.contains(try #require(names[curve])))
    #expect(!text.contains("nan"))
  }
}
