/// A text that is searched by few letters again and again, with all that does not depend on them.
public struct FuzzyText: Sendable, Equatable {
  /// The lower-case letters.
  public let letters: [Unicode.Scalar]
  /// Where words begin, for every letter.
  let isWordStart: [Bool]

  public init(_ text: String) {
    letters = Array(text.lowercased().unicodeScalars)
    let isInWord = letters.map(Self.isOfWord)
    isWordStart = isInWord.indices.map { $0 == 0 || !isInWord[$0 - 1] }
  }

  /// A letter or a digit; nearly all are of ASCII, where nobody has to look into tables.
  private static func isOfWord(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: !letter.isASCII && letter.properties.isAlphabetic
    }
  }

  /// Whether letters occur in this order, with anything between them.
  func hasInOrder(_ word: [Unicode.Scalar]) -> Bool {
    var index = 0
    for letter in letters where index < word.count && letter == word[index] { index += 1 }
    return index == word.count
  }
}
