import Testing

@testable import TextScreen

@Suite("Fuzzy matches")
struct FuzzyMatchTests {
  private func match(_ query: String, _ text: String) -> FuzzyMatch? {
    FuzzyMatch(FuzzyQuery(query), in: FuzzyText(text))
  }

  @Test("letters are found in order, at the beginnings of words or in a row")
  func lettersAreFound() {
    let text = "set schedule cosine"
    #expect(match("cos", text)?.places == [13, 14, 15])
    #expect(match("ssc", text)?.places == [0, 4, 5])
    #expect(match("cos sch", text)?.places == [4, 5, 6, 13, 14, 15])
    #expect(match("", text)?.places == [])
  }

  @Test("letters that are missing, in another order or scattered are no match")
  func othersAreNot() {
    #expect(match("cosx", "set schedule cosine") == nil)
    #expect(match("soc", "set schedule cosine") == nil)
    #expect(match("ehl", "set schedule cosine") == nil)
    #expect(match("longer than the text", "short") == nil)
  }

  @Test("longer words are found whole, or in titles as the beginnings of words, never in scraps")
  func longWordsHoldTogether() {
    let text = "set schedule cosine"
    #expect(match("setcos", text)?.places == [0, 1, 2, 13, 14, 15])
    #expect(match("dule", text)?.places == [8, 9, 10, 11])
    #expect(match("sedule", text) == nil)
    #expect(match("cosie", text) == nil)
    let whole = FuzzyText(text)
    #expect(FuzzyMatch(FuzzyQuery("setcos"), in: whole, inPieces: false) == nil)
    let found = FuzzyMatch(FuzzyQuery("cosine"), in: whole, inPieces: false)
    #expect(found?.places == Set(13...18))
  }

  @Test("a word's beginning beats its middle, and letters in a row beat letters apart")
  func scoresRank() throws {
    let (start, middle) = (match("tra", "train on"), match("tra", "view contrast"))
    #expect(try #require(start).score > #require(middle).score)
    let (row, apart) = (match("st", "xsty"), match("st", "xsxty"))
    #expect(try #require(row).score > #require(apart).score)
  }
}
