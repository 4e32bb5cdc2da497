import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Any scalar can be typed")
struct TypedScalarsTests {
  private static let edits: [LineEdit] = [
    .moveLeft, .moveRight, .moveWordLeft, .moveWordRight, .moveToStart, .moveToEnd,
    .eraseForwards, .eraseWord, .eraseToStart, .eraseToEnd,
  ]

  @Test(
    "The same scalars can be typed wherever text is typed",
    arguments: ["word ", "prompt ", "set title ", "load ", "point "])
  func everywhere(opening: String) throws {
    var random = RandomStream(seed: UInt64(opening.count))
    var player = try Player(size: Size(columns: 60, rows: 24))
    for opens in [
      Action.line(.openCommandLine(opening)), .overlay(.open(.distribution)), .line(.openPalette),
    ] {
      player.perform(opens)
      for _ in 0..<60 {
        player.perform(.line(.type(Character(Self.scalar(&random)))))
        if Bool.random(using: &random) { player.perform(.line(.erase)) }
        if let edit = Self.edits.randomElement(using: &random) {
          player.perform(.line(.edit(edit)))
        }
        player.perform(.line(.complete))
        let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
        #expect(picture.size == player.state.size)
      }
      player.perform(.overlay(.back), .overlay(.back))
    }
  }

  private static func scalar(_ random: inout RandomStream) -> Unicode.Scalar {
    if Bool.random(using: &random) {
      return RandomAction.scalars.randomElement(using: &random) ?? "a"
    }
    return Unicode.Scalar(UInt32.random(in: 0x20...0x1FFFF, using: &random)) ?? "a"
  }
}
