/// How well a few typed letters fit a text: the letters of every typed word occur in it in order.
///
/// Letters at the beginning of words and letters that follow one another count for more, so that
/// both `cos` and `ssc` find `set schedule cosine`; letters scattered anywhere are no match. Of a
/// typed word of four letters or more every stretch has to begin a word, so that `setcos` finds it
/// too, or all of it stands there in one piece.
public struct FuzzyMatch: Sendable, Equatable {
  /// How good the match is; more is better, 0 is an empty query.
  public let score: Int
  /// The offsets of the letters found, counted in Unicode scalars.
  public let places: Set<Int>

  private static let atWordStart = 8
  private static let inSequence = 9
  /// What a letter must be worth on average in words of three letters.
  private static let leastPerLetter = 4
  /// The most letters of a word that may be found apart anywhere.
  private static let mostScattered = 3

  /// The match of all words of a query, or nil where one of them is not found.
  ///
  /// - Parameters:
  ///   - text: what is searched.
  ///   - inPieces: whether longer words may be found as the beginnings of several, as in titles.
  public init?(_ query: FuzzyQuery, in text: FuzzyText, inPieces: Bool = true) {
    // Most texts have not even the letters.
    guard query.words.allSatisfy(text.hasInOrder) else { return nil }
    var score = 0
    var places = Set<Int>()
    for letters in query.words {
      let isLong = letters.count > Self.mostScattered
      let whole = isLong ? Self.whole(letters, in: text) : nil
      guard let found = whole ?? (isLong && !inPieces ? nil : Self.best(letters, in: text)),
        letters.count < 3 || found.score >= Self.leastPerLetter * letters.count
      else { return nil }
      score += found.score
      places.formUnion(found.places)
    }
    self.score = score
    self.places = places
  }

  /// The letters of one word in one piece, at the beginning of a word where they are.
  private static func whole(
    _ letters: [Unicode.Scalar], in text: FuzzyText
  ) -> (score: Int, places: [Int])? {
    let starts = text.letters.indices.filter { text.letters[$0...].starts(with: letters) }
    guard let start = starts.first(where: { text.isWordStart[$0] }) ?? starts.first
    else { return nil }
    let bonus = text.isWordStart[start] ? atWordStart : 0
    let score = letters.count + inSequence * (letters.count - 1) + bonus
    return (score, Array(start..<start + letters.count))
  }

  /// The most telling way to find the letters of one word; of a long one, stretches that begin
  /// words.
  private static func best(
    _ letters: [Unicode.Scalar], in text: FuzzyText
  ) -> (score: Int, places: [Int])? {
    let isLong = letters.count > mostScattered
    // The best score with the latest letter at each place, and the place of the letter before.
    var scores = [Int?](repeating: nil, count: text.letters.count)
    var steps: [[Int]] = []
    for (index, letter) in letters.enumerated() {
      var next = [Int?](repeating: nil, count: text.letters.count)
      var origins = [Int](repeating: -1, count: text.letters.count)
      var reached: (score: Int, place: Int)?
      for place in text.letters.indices {
        if text.letters[place] == letter {
          let begins = text.isWordStart[place]
          let own = 1 + (begins ? atWordStart : 0)
          let adjacent = place > 0 ? scores[place - 1].map { $0 + inSequence } : nil
          let apart = begins || !isLong ? reached?.score : nil
          if index == 0 {
            next[place] = begins || !isLong ? own : nil
          } else if let adjacent, adjacent >= apart ?? .min {
            next[place] = own + adjacent
            origins[place] = place - 1
          } else if let apart, let reached {
            next[place] = own + apart
            origins[place] = reached.place
          }
        }
        if let score = scores[place], score > reached?.score ?? .min { reached = (score, place) }
      }
      scores = next
      steps.append(origins)
    }
    guard let end = text.letters.indices.max(by: { scores[$0] ?? .min < scores[$1] ?? .min }),
      let score = scores[end]
    else { return nil }
    let places = steps.indices.dropFirst().reversed().reduce(into: [end]) { places, step in
      places.append(steps[step][places[places.count - 1]])
    }
    return (score, places)
  }
}
