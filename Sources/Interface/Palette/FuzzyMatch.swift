/// How well a few typed letters fit a text: the letters of every typed word occur in it in order.
///
/// Letters at the beginning of words and letters that follow one another count for more, so that
/// both `cos` and `ssc` find `set schedule cosine`; letters scattered anywhere are no match.
struct FuzzyMatch: Sendable, Equatable {
  let score: Int
  /// The offsets of the letters found, counted in Unicode scalars.
  let places: Set<Int>

  private static let atWordStart = 8
  private static let inSequence = 9
  /// What a letter must be worth on average in words of three letters or more.
  private static let leastPerLetter = 4

  /// The match of all words of a query, or nil where one of them is not found.
  ///
  /// - Parameter text: the lower-case letters of what is searched.
  init?(_ query: String, in text: [Unicode.Scalar]) {
    var score = 0
    var places = Set<Int>()
    for word in query.lowercased().split(separator: " ") {
      let letters = Array(word.unicodeScalars)
      guard let found = Self.best(letters, in: text),
        letters.count < 3 || found.score >= Self.leastPerLetter * letters.count
      else { return nil }
      score += found.score
      places.formUnion(found.places)
    }
    self.score = score
    self.places = places
  }

  /// The most telling way to find the letters of one word.
  private static func best(
    _ letters: [Unicode.Scalar], in text: [Unicode.Scalar]
  ) -> (score: Int, places: [Int])? {
    guard letters.count <= text.count else { return nil }
    // The best score with the latest letter at each place, and the place of the letter before.
    var scores = [Int?](repeating: nil, count: text.count)
    var steps: [[Int]] = []
    for (index, letter) in letters.enumerated() {
      var next = [Int?](repeating: nil, count: text.count)
      var origins = [Int](repeating: -1, count: text.count)
      var reached: (score: Int, place: Int)?
      for place in text.indices {
        if text[place] == letter {
          let own = 1 + (isWordStart(place, in: text) ? atWordStart : 0)
          if index == 0 {
            next[place] = own
          } else if let reached {
            let adjacent = place > 0 ? scores[place - 1].map { $0 + inSequence } : nil
            let follows = adjacent.map { $0 >= reached.score } ?? false
            next[place] = own + (follows ? adjacent ?? 0 : reached.score)
            origins[place] = follows ? place - 1 : reached.place
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
