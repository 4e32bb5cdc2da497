import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Legends of layers")
struct LayerLegendTests {
  @Test("A narrow plane breaks a legend between its parts, and a wide one has it in a row")
  func partsStayWhole() throws {
    var player = try Player(.small)
    for line in ["pause", "walk ou 1 0.5", "walk on 500"] { try player.say(line) }
    let parts = WalkLayer.legend(player.state, .braille).map { $0.runs.map(\.text).joined() }
    #expect(parts.count == 4)
    for width in 24...70 {
      let size = Size(columns: width, rows: 12)
      var surface = Surface(size: size)
      LayerLegends.draw(player.state, on: &surface, in: Rect(x: 0, y: 0, width: width, height: 11))
      let text = surface.plainText.split(separator: "\n")
      // It is left out as a whole where two rows are too little.
      guard width >= 36 || text.contains(where: { $0.contains(parts[0]) }) else { continue }
      for part in parts { #expect(text.contains { $0.contains(part) }, "\(width): \(part)") }
      if width >= 60 { #expect(text.contains { line in parts.allSatisfy(line.contains) }) }
    }
  }
}
