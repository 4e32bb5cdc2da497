import Testing

@testable import Diffusion

@Suite("Words as data")
struct LetteringTests {
  private func mixture(_ word: String) throws -> GaussianMixture {
    try DistributionSpecification.word(word).mixture()
  }

  @Test("every letter can be written, has dots within its frame and a shape of its own")
  func lettersDiffer() throws {
    var shapes = Set<[UInt8]>()
    for letter in Typeface.all {
      let rows = try #require(Typeface.rows(of: letter))
      #expect(rows.count == Typeface.rows && rows.allSatisfy { $0 < 32 })
      #expect(rows.contains { $0 != 0 })
      #expect(shapes.insert(rows).inserted, "\(letter)")
    }
    #expect("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".allSatisfy { Typeface.rows(of: $0) != nil })
  }

  @Test("a word is centred, fits its room, and has a label for each letter")
  func wordsFit() throws {
    for word in ["I", "HELLO", "DIFFUSION MODELS", "ABCDEFGHIJKLMNOPQRSTUVWX", "A B C D E F"] {
      let mixture = try mixture(word)
      let (x, y) = (mixture.components.map(\.mean.x), mixture.components.map(\.mean.y))
      #expect((x.max() ?? 9) <= 2.3 + 1e-9 && (x.min() ?? -9) >= -2.3 - 1e-9)
      #expect((y.max() ?? 9) <= 1.9 + 1e-9 && (y.min() ?? -9) >= -1.9 - 1e-9)
      #expect(mixture.labels.count == word.count { $0 != " " })
    }
    #expect(try mixture("hello").labels == ["H", "E", "L", "L2", "O"])
    #expect(try mixture("Hello").components == mixture("HELLO").components)
  }

  @Test("letters stand upright, from left to right, lines from top to bottom")
  func wordsAreUpright() throws {
    // The foot of an L is at its bottom, and the L stands left of the I.
    let mixture = try mixture("LI")
    let l = mixture.components.filter { $0.label == "L" }.map(\.mean)
    let i = mixture.components.filter { $0.label == "I" }.map(\.mean)
    #expect((l.map(\.x).max() ?? 0) < (i.map(\.x).min() ?? 0))
    let lowest = l.map(\.y).min() ?? 0
    #expect(l.count { $0.y == lowest } == Typeface.columns)
    let lines = try self.mixture("A B")
    let heights = { (label: String) in
      lines.components.filter { $0.label == label }.map(\.mean.y)
    }
    #expect((heights("A").min() ?? 0) > (heights("B").max() ?? 0))
  }

  @Test(
    "what cannot be written is refused with the reason",
    arguments: [("", "from 1 to 24"), ("   ", "from 1 to 24"), ("a;b", "';' cannot be drawn")])
  func nonsenseIsRefused(word: String, part: String) {
    do {
      _ = try mixture(word)
      Issue.record("'\(word)' was written")
    } catch {
      #expect("\(error)".contains(part))
    }
  }

  @Test("a word too long is refused")
  func longWordsAreRefused() {
    #expect(throws: DistributionError.wordLength(25)) {
      try mixture(String(repeating: "A", count: 25))
    }
  }
}
