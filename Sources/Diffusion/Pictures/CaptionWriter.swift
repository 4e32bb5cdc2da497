/// Says of a picture some of what is true of it, differently each time: what text encoders and
/// networks that read prompts learn from.
struct CaptionWriter: Sendable {
  private let source: PictureSource
  let vocabulary: PictureVocabulary
  /// How often each attribute is mentioned: the subject nearly always.
  private static let subjectShare = 0.9
  private static let otherShare = 0.45
  /// How often something is said that is not so.
  private static let negationShare = 0.25

  init(of source: PictureSource) {
    self.source = source
    vocabulary = PictureVocabulary(source.attributes)
  }

  /// Words in any order; with a share of them a word that is not true, after `not`.
  ///
  /// What is held out is not said together either: were `not red` all that is ever said of red beside
  /// a digit that is never red, the two words together would come to mean the opposite.
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
    if stream.uniform() < Self.negationShare, let attribute = silent.randomElement(using: &stream),
      let other = others(than: traits, in: attribute).randomElement(using: &stream)
    {
      phrases.append([vocabulary.negation, vocabulary.token(attribute, other)])
    }
    return phrases.shuffled(using: &stream).flatMap { $0 }
  }

  /// The words of an attribute that are not true of a picture and could be.
  private func others(than traits: [Int], in attribute: Int) -> [Int] {
    vocabulary.attributes[attribute].words.indices.filter { word in
      var changed = traits
      changed[attribute] = word
      return word != traits[attribute] && !source.isHeldOut(changed)
    }
  }

  /// All that is true of a picture.
  func fullTokens(for traits: [Int]) -> [Int] {
    traits.enumerated().map { vocabulary.token($0, $1) }
  }
}
