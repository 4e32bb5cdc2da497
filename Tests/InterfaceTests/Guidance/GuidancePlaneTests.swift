import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("Guidance on the plane")
struct GuidancePlaneTests {
  private func guided(_ weight: Double, size: Size = Size(columns: 120, rows: 40)) throws -> Player
  {
    var player = try Player(size: size)
    try player.say("prompt north")
    try player.say("set guidance weight \(weight)")
    player.press("space")
    player.perform(.time(.seek(step: 25)))
    player.wait(1)
    return player
  }

  @Test(
    "the tilted ground is p(x) p(c | x)^w at every pixel, up to a constant", arguments: [0, 1, 3])
  func theGroundIsTilted(weight: Double) throws {
    var player = try guided(weight)
    for ground in [ViewOptions.Ground.tilted, .tiltedHere] {
      player.state.view.ground = ground
      let guidance = try #require(player.state.stage.laboratory.guidance)
      let level = ground == .tilted ? NoiseLevel.clean : player.state.frame.level
      let density = TiltedDensity(of: guidance, at: level)
      let size = Size(columns: 30, rows: 30)
      let space = PlaneSpace(player.state, room: Rect(x: 0, y: 0, width: 30, height: 15))
      let raster = try #require(TiltedGround.raster(player.state, size: size, on: space.pixels))
      let peak = try #require(raster.peak)
      let exact = (0..<900).map { index in
        density.logDensity(
          at: space.pixels.place(
            ofDot: Point(Double(index % 30) + 0.5, Double(index / 30) + 0.5)))
      }
      let exactPeak = try #require(exact.max())
      for (value, logarithm) in zip(raster.values, exact) where logarithm > exactPeak - 30 {
        #expect(abs((value - peak) - (logarithm - exactPeak)) < 1e-6)
      }
    }
  }

  @Test("the ground says that guidance does not sample it, and is passed over without guidance")
  func theGroundIsExplained() throws {
    var player = try guided(3)
    try player.say("view ground tilted")
    #expect(player.picture.contains("p(x) p(c | x)^3: guidance does not sample it"))
    var plain = try Player()
    for _ in 0..<8 {
      plain.press("h")
      #expect(!plain.state.view.ground.isAboutGuidance)
    }
  }

  @Test("three arrows with letters at the particle, side by side everywhere, and what they are")
  func threeArrows() throws {
    var player = try guided(4)
    #expect(player.state.view.opinions == .particle)
    #expect(player.picture.contains("w weak  s strong  g guided"))
    player.press("V")
    #expect(player.picture.contains("1st weak  2nd strong  3rd guided"))
    player.press("V")
    #expect(!player.picture.contains("strong"))
    for glyphs in [Glyphs.ascii, .halfBlock] {
      player.press("V")
      #expect(ScreenPicture.draw(state: player.state, glyphs: glyphs).size == player.state.size)
    }
  }

  @Test("the arrows of the field are guided: they lead to the prompt from everywhere")
  func theFieldIsGuided() throws {
    var player = try guided(2)
    player.perform(.time(.seek(step: 30)))
    player.wait(1)
    try player.say("view score exact")
    try player.say("view opinions off")
    #expect(player.picture.contains("guided exact field"))
    let guided = player.picture
    try player.say("prompt")
    player.press("space")
    player.perform(.time(.seek(step: 30)))
    player.wait(1)
    #expect(player.picture != guided && !player.picture.contains("guided exact"))
  }

  @Test("the inspector shows the answer that moves the particle, which is the guided one")
  func theInspectorIsGuided() throws {
    let player = try guided(3)
    let inspection = try #require(player.state.frame.inspection)
    let laboratory = player.state.stage.laboratory
    let guided = laboratory.guided(laboratory.exactDenoiser)
      .estimates(of: [inspection.point], at: inspection.level)[0]
    #expect(inspection.estimate == guided)
  }
}
