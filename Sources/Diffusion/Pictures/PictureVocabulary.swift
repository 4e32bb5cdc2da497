/// The words that prompts about some pictures are made of.
public struct PictureVocabulary: Hashable, Sendable {
  public let attributes: [PictureAttribute]
  /// All words, each a token by its index: the words of the attributes in turn, then the word that can
  /// be learned from pictures, then `not`.
  public let words: [String]
  /// Where the words of each attribute begin.
  private let starts: [Int]

  /// Words that say nothing of a picture and are passed over.
  public static let fillers = ["a", "an", "the", "and", "digit", "leaning", "picture", "of"]
  static let negation = "not"
  static let newWord = "*"

  public init(_ attributes: [PictureAttribute]) {
    self.attributes = attributes
    words = attributes.flatMap(\.words) + [Self.newWord, Self.negation]
    var start = 0
    starts = attributes.map { attribute in
      defer { start += attribute.words.count }
      return start
    }
  }

  /// The token of `not`.
  public var negation: Int { words.count - 1 }

  /// The token of the word that means nothing until it is learned from pictures.
  public var newWord: Int { words.count - 2 }

  /// How many words say something of a picture from the start.
  public var traitCount: Int { words.count - 2 }

  /// The token of a word of an attribute.
  public func token(_ attribute: Int, _ word: Int) -> Int { starts[attribute] + word }

  /// The tokens of an attribute's words.
  public func tokens(of attribute: Int) -> Range<Int> {
    starts[attribute]..<starts[attribute] + attributes[attribute].words.count
  }

  /// The attribute and the word of a token; nil for the learned word and for `not`.
  public func trait(of token: Int) -> (attribute: Int, word: Int)? {
    guard token < traitCount else { return nil }
    let attribute = starts.lastIndex { $0 <= token } ?? 0
    return (attribute, token - starts[attribute])
  }

  /// A picture's traits as a sentence, such as `a bold red seven, leaning left`.
  public func caption(of traits: [Int]) -> String {
    let said = zip(attributes, traits).map { $0.words[$1] }
    guard said.count == 6 else { return said.joined(separator: " ") }
    return "a \(said[4]) \(said[2]) \(said[5]) \(said[1]) \(said[0]), "
      + (said[3] == "upright" ? said[3] : "leaning \(said[3])")
  }
}
