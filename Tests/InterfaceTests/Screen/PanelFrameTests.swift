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

  @Test("what figures are of is said at every width that has room for it", arguments: 40...100)
  func sizes(width: Int) throws {
    let words = "n 256, seed \(try PlaneStates.state().experiment.seed)"
    for height in [5, 12] {
      let text = try Self.text(Size(columns: width, rows: height), judged: 256)
      #expect(text.contains(words))
      #expect(height < 12 || text.contains("r1"))
    }
  }

  @Test("a panel without figures says what was chosen", arguments: 40...100)
  func nothing(width: Int) throws {
    let text = try Self.text(Size(columns: width, rows: 5), judged: nil)
    #expect(text.contains("r1"))
    #expect(!text.contains("seed"))
  }
}
