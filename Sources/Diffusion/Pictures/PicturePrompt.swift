/// What somebody asks a picture to be: words that hold and words that do not.
///
/// `not` turns away from the one word after it; commas and little words such as `a` say nothing.
public struct PicturePrompt: Hashable, Sendable {
  /// The words as tokens of the vocabulary, in their order, with `not`.
  public let tokens: [Int]
  /// The tokens that hold.
  public let wanted: [Int]
  /// The tokens that do not.
  public let unwanted: [Int]

  /// The most words of a prompt that say something.
  public static let mostTokens = 12

  /// A prompt that asks for nothing.
  public static let empty = PicturePrompt(tokens: [], in: PictureVocabulary([]))

  /// - Parameter tokens: a word after every `not`.
  init(tokens: [Int], in vocabulary: PictureVocabulary) {
    self.tokens = tokens
    var wanted: [Int] = []
    var unwanted: [Int] = []
    var isNegated = false
    for token in tokens {
      if token == vocabulary.negation && !vocabulary.attributes.isEmpty {
        isNegated = true
      } else if isNegated {
        unwanted.append(token)
        isNegated = false
      } else {
        wanted.append(token)
      }
    }
    self.wanted = wanted
    self.unwanted = unwanted
  }

  /// Reads a prompt.
  ///
  /// - Throws: `PromptError` for an unknown word, a `not` without a word, too many words, and words
  ///   that exclude one another, such as two digits.
  public init(_ text: String, in vocabulary: PictureVocabulary) throws(PictureError) {
    var tokens: [Int] = []
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "." }
    for word in words.map(String.init) {
      if let token = vocabulary.token(of: word) {
        if tokens.last == vocabulary.negation && token == vocabulary.negation {
          throw PictureError("'not' stands twice in a row; say what is not wanted after it")
        }
        tokens.append(token)
      } else if !PictureVocabulary.fillers.contains(word) {
        throw PictureError(
          "\(UnknownName(name: word, family: "word", known: vocabulary.words))")
      }
    }
    if tokens.last == vocabulary.negation {
      throw PictureError("a word has to follow 'not', such as 'not bold'")
    }
    if tokens.count > Self.mostTokens {
      throw PictureError("a prompt has at most \(Self.mostTokens) words, not \(tokens.count)")
    }
    self.init(tokens: tokens, in: vocabulary)
    try check(in: vocabulary)
  }

  private func check(in vocabulary: PictureVocabulary) throws(PictureError) {
    for (index, attribute) in vocabulary.attributes.enumerated() {
      let range = vocabulary.tokens(of: index)
      let asked = wanted.filter(range.contains)
      if let other = asked.first(where: { $0 != asked[0] }) {
        let (one, two) = (vocabulary.words[asked[0]], vocabulary.words[other])
        throw PictureError(
          "a picture has one \(attribute.name), and the prompt asks for both \(one.excerpt) and"
            + " \(two.excerpt); leave one of them out")
      }
      if let both = asked.first(where: unwanted.contains) {
        let word = vocabulary.words[both].excerpt
        throw PictureError("the prompt asks for \(word) and for not \(word); leave one of them out")
      }
      if Set(unwanted.filter(range.contains)).count == range.count {
        throw PictureError("the prompt wants no \(attribute.name) at all; leave one of them")
      }
    }
  }

  /// Whether a picture with these traits is what is asked for, as far as words say it that are known from
  /// the start.
  public func holds(for traits: [Int], in vocabulary: PictureVocabulary) -> Bool {
    let tokens = traits.enumerated().map { vocabulary.token($0, $1) }
    return wanted.allSatisfy { $0 == vocabulary.newWord || tokens.contains($0) }
      && !unwanted.contains(where: tokens.contains)
  }
}

extension PictureVocabulary {
  /// The token of a word as it is typed: digits may be figures.
  func token(of word: String) -> Int? {
    if let known = words.firstIndex(where: { $0.lowercased() == word }) { return known }
    guard let figure = Int(word), attributes.first == .digit, (0...9).contains(figure) else {
      return nil
    }
    return token(0, figure)
  }
}

/// What is wrong with a prompt or with pictures, in words for people.
public struct PictureError: Error, CustomStringConvertible, Equatable {
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
