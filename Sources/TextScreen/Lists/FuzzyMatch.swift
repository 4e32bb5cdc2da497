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
  ///   - text: the lower-case letters of what is searched.
  ///   - inPieces: whether longer words may be found as the beginnings of several, as in titles.
  public init?(_ query: String, in text: [Unicode.Scalar], inPieces: Bool = true) {
    var score = 0
    var places = Set<Int>()
    for word in query.lowercased().split(separator: " ") {
      let letters = Array(word.unicodeScalars)
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
    _ letters: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> (score: Int, places: [Int])? {
    let starts = text.indices.filter { text[$0...].starts(with: letters) }
    guard let start = starts.first(where: { isWordStart($0, in: text) }) ?? starts.first
    else { return nil }
    let bonus = isWordStart(start, in: text) ? atWordStart : 0
    let score = letters.count + inSequence * (letters.count - 1) + bonus
    return (score, Array(start..<start + letters.count))
  }

  /// The most telling way to find the letters of one word; of a long one, stretches that begin
  /// words.
  private static func best(
    _ letters: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> (score: Int, places: [Int])? {
    guard letters.count <= text.count else { return nil }
    let isLong = letters.count > mostScattered
    // The best score with the latest letter at each place, and the place of the letter before.
    var scores = [Int?](repeating: nil, count: text.count)
    var steps: [[Int]] = []
    for (index, letter) in letters.enumerated() {
      var next = [Int?](repeating: nil, count: text.count)
      var origins = [Int](repeating: -1, count: text.count)
      var reached: (score: Int, place: Int)?
      for place in text.indices {
        if text[place] == letter {
          let begins = isWordStart(place, in: text)
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
    guard let end = text.indices.max(by: { scores[$0] ?? .min < scores[$1] ?? .min }),
      let score = scores[end]
    else { return nil }
    let places = steps.indices.dropFirst().reversed().reduce(into: [end]) { places, step in
      places.append(steps[step][places[places.count - 1]])
    }
    return (score, places)
  }

  private static func isWordStart(_ place: Int, in text: [Unicode.Scalar]) -> Bool {
    guard place > 0 else { return true }
    return !text[place - 1].properties.isAlphabetic && !("0"..."9" ~= text[place - 1])
  }
}
