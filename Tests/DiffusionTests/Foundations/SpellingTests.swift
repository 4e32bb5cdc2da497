import Diffusion
import Testing

@Suite struct SpellingTests {
  @Test(
    "A word is taken for the one that differs least, if that is little",
    arguments: [
      ("nort", "north"), ("nroth", "north"), ("Soth", "south"), ("s", "south"), ("xy", nil),
      ("e", "east"), ("b", nil), ("", nil),
    ] as [(String, String?)])
  func nearest(typed: String, meant: String?) {
    #expect(Spelling.nearest(to: typed, among: ["north", "south", "east", "a"]) == meant)
  }
}
