import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Frames of panels with figures")
struct PanelFrameTests {
  private static let setting = (full: "stabilizer r1", short: "r1")

  private static func text(_ size: Size, judged: Int?) throws -> String {
    var surface = Surface(size: size, glyphs: .ascii)
    let state = try PlaneStates.state()
    _ = PanelFrame.draw(
      .discriminator, setting: setting, judged: judged, of: state, on: &surface,
      in: surface.bounds)
    return surface.plainText
  }

  @Test("what figures are of and what was chosen is said in every panel", arguments: 24...100)
  func sizes(width: Int) throws {
    let words = "n 256, seed \(try PlaneStates.state().experiment.seed)"
    let tall = try Self.text(Size(columns: width, rows: 12), judged: 256)
    #expect(tall.contains(words) && tall.contains("r1"))
    let low = try Self.text(Size(columns: width, rows: 5), judged: 256)
    #expect(low.contains(width < 35 ? "r1" : words))
  }

  @Test("a panel without figures says what was chosen", arguments: 40...100)
  func nothing(width: Int) throws {
    let text = try Self.text(Size(columns: width, rows: 5), judged: nil)
    #expect(text.contains("r1"))
    #expect(!text.contains("seed"))
  }
}
