/// Says of a picture some of what is true of it, differently each time: what text encoders and
/// networks that read prompts learn from.
struct CaptionWriter: Sendable {
  let vocabulary: PictureVocabulary
  /// How often each attribute is mentioned: the subject nearly always.
  private static let subjectShare = 0.9
  private static let otherShare = 0.45
  /// How often something is said that is not so.
  private static let negationShare = 0.25

  /// Words in any order; with a share of them a word that is not true, after `not`.
  func tokens(for traits: [Int], from stream: inout RandomStream) -> [Int] {
    var phrases: [[Int]] = []
    var silent: [Int] = []
    for (attribute, word) in traits.enumerated() {
      let share = attribute == 0 ? Self.subjectShare : Self.otherShare
      if stream.uniform() < share {
        phrases.append([vocabulary.token(attribute, word)])
      } else {
        silent.append(attribute)
      }
    }
    if stream.uniform() < Self.negationShare, let attribute = silent.randomElement(using: &stream) {
      let count = vocabulary.attributes[attribute].words.count
      if count > 1 {
        let other = (traits[attribute] + 1 + Int(stream.next() % UInt64(count - 1))) % count
        phrases.append([vocabulary.negation, vocabulary.token(attribute, other)])
      }
    }
    return phrases.shuffled(using: &stream).flatMap { $0 }
  }

  /// All that is true of a picture.
  func fullTokens(for traits: [Int]) -> [Int] {
    traits.enumerated().map { vocabulary.token($0, $1) }
  }
}
