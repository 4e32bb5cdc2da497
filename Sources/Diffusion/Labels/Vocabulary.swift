/// The words that ask for parts of a distribution: each of its labels, words that cover several, and
/// one that covers all.
///
/// A word stands for a set of labels, and so of components: what it asks for is a mixture again, and
/// everything about it is exact.
public struct Vocabulary: Sendable, Equatable {
  /// A word and what it covers.
  public struct Word: Sendable, Hashable {
    public let name: String
    /// Indices into the labels, rising.
    public let labels: [Int]
  }

  /// The word for everything, unless a label or a group has taken it.
  public static let everything = "thing"

  /// The labels of the distribution.
  public let labels: [String]
  /// All words: the labels, then the groups, then the one for everything.
  public let words: [Word]

  /// The words for labels; of groups only what they cover of these.
  public init(labels: [String], groups: [LabelGroup] = []) {
    self.labels = labels
    var words = labels.enumerated().map { Word(name: $1, labels: [$0]) }
    for group in groups + [LabelGroup(Self.everything, covers: labels)] {
      let covered = labels.indices.filter { group.labels.contains(labels[$0]) }
      if covered.isEmpty || words.contains(where: { $0.name == group.name }) { continue }
      words.append(Word(name: group.name, labels: covered))
    }
    self.words = words
  }

  /// The labels a prompt picks.
  ///
  /// - Parameter text: a word, or words joined by `or` and `not`; see `Prompt`.
  public func selection(_ text: String) throws(PromptError) -> LabelSelection {
    // A label may itself read like a prompt.
    if let word = words.first(where: { $0.name == text }) {
      return LabelSelection(prompt: text, indices: word.labels, among: labels)
    }
    var picked: Set<Int> = []
    for term in try Prompt(text).terms {
      let covered = try covered(by: term.word)
      switch term.joint {
      case .or: picked.formUnion(covered)
      case .not: picked.subtract(covered)
      }
    }
    if picked.isEmpty { throw .empty(text) }
    return LabelSelection(prompt: text, indices: picked.sorted(), among: labels)
  }

  /// The labels a word covers; those of everything where `not` begins a prompt.
  private func covered(by word: String?) throws(PromptError) -> [Int] {
    guard let word else { return Array(labels.indices) }
    guard let known = words.first(where: { $0.name == word }) else {
      throw .unknownWord(UnknownName(name: word, family: "label", known: words.map(\.name)))
    }
    return known.labels
  }
}

/// Labels that a prompt has picked.
public struct LabelSelection: Sendable, Hashable {
  /// What was asked for, in words.
  public let prompt: String
  /// Indices into the distribution's labels, rising; at least one.
  public let indices: [Int]
  /// The labels themselves.
  public let labels: [String]

  init(prompt: String, indices: [Int], among labels: [String]) {
    self.prompt = prompt
    self.indices = indices
    self.labels = indices.map { labels[$0] }
  }
}
