/// The captions in which a new word is learned. Beside it stand words for what its pictures do not have
/// in common, so that it need not come to mean that too: as the neutral texts of textual inversion, but
/// for each picture its own.
struct WordCaptions: Sendable {
  /// For each picture the words for that.
  private let beside: [[Int]]
  private let subjects: Range<Int>
  private let word: Int

  /// What so many of the pictures share is theirs in common; a reading may be wrong.
  private static let common = 0.7
  /// How often the subject is named, and how often anything else: about as in training.
  private static let shares = (subject: 0.9, other: 0.6)

  /// - Parameter traits: what each picture shows.
  init(of traits: [[Int]], in vocabulary: PictureVocabulary) {
    (word, subjects) = (vocabulary.newWord, vocabulary.tokens(of: 0))
    let differing = vocabulary.attributes.indices.filter { attribute in
      let counts = Dictionary(grouping: traits) { $0[attribute] }.values.map(\.count)
      return Double(counts.max() ?? 0) < Self.common * Double(traits.count)
    }
    beside = traits.map { some in differing.map { vocabulary.token($0, some[$0]) } }
  }

  /// A caption of a picture: some of its words and the new one, in any order.
  func tokens(of picture: Int, from stream: inout RandomStream) -> [Int] {
    let said = beside[picture].filter { token in
      let share = subjects.contains(token) ? Self.shares.subject : Self.shares.other
      return stream.uniform() < share
    }
    return (said + [word]).shuffled(using: &stream)
  }
}
