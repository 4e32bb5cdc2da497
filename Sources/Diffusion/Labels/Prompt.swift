/// What is asked for in words: `north`, `north or east`, `thing not east`.
///
/// Read from left to right: `or` adds what a word covers, `not` takes it away; a prompt that begins
/// with `not` takes away from everything. Words may have blanks in them.
public struct Prompt: Sendable, Hashable {
  /// What a word does to the words before it.
  public enum Joint: String, Sendable, CaseIterable {
    case or
    case not
  }

  /// A word of the prompt.
  public struct Term: Sendable, Hashable {
    public let joint: Joint
    /// Nil for everything, before a `not` that begins the prompt.
    public let word: String?
  }

  public let terms: [Term]

  /// Reads a prompt; whether its words are known is another question.
  public init(_ text: String) throws(PromptError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty { throw .noWords }
    var terms: [Term] = []
    var joint: Joint? = .or
    for part in words.split(omittingEmptySubsequences: false, whereSeparator: Self.isJoint) {
      let isFirst = part.startIndex == 0
      if !isFirst { joint = Joint(rawValue: words[part.startIndex - 1]) }
      guard let joint else { continue }
      if part.isEmpty {
        guard isFirst, Joint(rawValue: words[0]) == .not else {
          throw .missingWord(isFirst ? words[0] : joint.rawValue, isBefore: isFirst)
        }
        terms.append(Term(joint: .or, word: nil))
      } else {
        terms.append(Term(joint: joint, word: part.joined(separator: " ")))
      }
    }
    self.terms = terms
  }

  private static func isJoint(_ word: String) -> Bool { Joint(rawValue: word) != nil }
}

/// Why a prompt picks nothing.
public enum PromptError: Error, CustomStringConvertible, Equatable {
  case noWords
  /// A joint without a word after it, or before it at the beginning.
  case missingWord(String, isBefore: Bool)
  case unknownWord(UnknownName)
  /// All that was asked for was taken away again.
  case empty(String)
  /// All that was asked for has no weight.
  case weightless(String)

  public var description: String {
    switch self {
    case .noWords:
      "a prompt needs a word, such as \(Vocabulary.everything)"
    case .missingWord(let joint, let isBefore):
      "'\(joint)' needs a word \(isBefore ? "before" : "after") it"
    case .unknownWord(let error):
      error.description
    case .empty(let prompt):
      "'\(prompt)' leaves nothing: 'not' takes away all that was asked for"
    case .weightless(let prompt):
      "the label '\(prompt)' has no weight; nothing can be drawn from it"
    }
  }
}
