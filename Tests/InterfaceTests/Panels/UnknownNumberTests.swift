import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("What is not a number") struct UnknownNumberTests {
  @Test("is said to be unknown, in the room that the number would have had")
  func unknown() {
    #expect(Text.pair(Point(.nan, 1), scale: 1) == "(     ?, 1.000)")
  }

  @Test("is never drawn as a number, wherever the screen shows one")
  func neverNan() throws {
    let transport = try Experiment.transport(.opposite, sampler: .flowEuler, particles: 32)
    for experiment in [Experiment.small, transport] {
      var player = try Player(experiment)
      player.wait(0.2)
      player.press("r")
      player.wait(0.2)
      player.state.frame.points = player.state.frame.points.map { _ in Point(.nan, .nan) }
      if var inspection = player.state.frame.inspection {
        inspection.point = Point(.nan, .nan)
        inspection.next = Point(.nan, .nan)
        inspection.estimate = Estimate(clean: Point(.nan, 0), noise: Point(0, .nan))
        player.state.frame.inspection = inspection
      }
      if var reading = player.state.frame.velocityReading {
        reading.point = Point(.nan, .nan)
        reading.velocity = Point(.nan, .nan)
        player.state.frame.velocityReading = reading
      }
      for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
        player.state.size = size
        for panel in Panel.all {
          player.state.focus = panel
          let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
          #expect(!picture.lowercased().contains("nan"), "\(panel)")
          if panel == .plane { #expect(picture.contains("ran away")) }
        }
      }
    }
  }
}
