import Diffusion
import TextScreen

/// A search over everything that can be done: keys, commands with each of their values, presets.
public struct CommandPalette: Sendable, Equatable {
  /// One thing that can be done.
  struct Entry: Sendable, Equatable {
    enum Deed: Sendable, Equatable {
      /// The action of a row of the key table.
      case binding(Int)
      /// A whole line of the command line.
      case line(String)
      /// The beginning of a line that a value has to be written behind.
      case draft(String)
    }

    let title: String
    let summary: String
    let keys: String
    let deed: Deed
    /// What is searched first.
    let titleText: FuzzyText
    /// What is searched then: the title with the summary and further names.
    let text: FuzzyText

    init(_ title: String, summary: String, keys: String = "", also: String = "", _ deed: Deed) {
      self.title = title
      self.summary = summary
      self.keys = keys
      self.deed = deed
      titleText = FuzzyText(title)
      text = FuzzyText("\(title) \(summary) \(also)")
    }
  }

  /// An entry that fits the query.
  struct Hit: Sendable, Equatable {
    let entry: Int
    let match: FuzzyMatch
  }

  /// Whether an entry can be chosen now.
  enum Standing: Sendable, Equatable {
    case possible
    /// It is chosen already.
    case inUse
    case impossible(String)
  }

  let entries: [Entry]
  private(set) var query = ""
  private(set) var hits: [Hit]
  private(set) var selected = 0
  /// How the seen hits stand, by their place among the hits.
  var standings: [Int: Standing] = [:]

  private static let mostCharacters = 60

  init(_ entries: [Entry]) {
    self.entries = entries
    hits = Self.hits(for: "", in: entries)
  }

  /// The entry that would be chosen.
  var chosen: Entry? {
    hits.indices.contains(selected) ? entries[hits[selected].entry] : nil
  }

  mutating func type(_ character: Character) {
    guard query.hasRoom(forOneOf: Self.mostCharacters) else { return }
    search(query + String(character))
  }

  mutating func paste(_ text: String) {
    search(String((query + text).prefix(Self.mostCharacters)))
  }

  /// Whether a text has room in the query.
  func hasRoom(for text: String) -> Bool { query.count + text.count <= Self.mostCharacters }

  mutating func erase() {
    search(String(query.dropLast()))
  }

  mutating func select(_ index: Int) {
    selected = min(max(0, index), max(0, hits.count - 1))
  }

  mutating func search(_ text: String) {
    query = text
    hits = Self.hits(for: text, in: entries)
    selected = 0
  }

  /// What fits, the best first; of equals the shorter, then the earlier.
  private static func hits(for query: String, in entries: [Entry]) -> [Hit] {
    let query = FuzzyQuery(query)
    let found = entries.indices.compactMap { index in
      let entry = entries[index]
      let inTitle = FuzzyMatch(query, in: entry.titleText)
      return (inTitle ?? FuzzyMatch(query, in: entry.text, inPieces: false)).map { match in
        let rank = rank(match, of: entry, isInTitle: inTitle != nil)
        return (hit: Hit(entry: index, match: match), rank: rank)
      }
    }
    return found.sorted { one, other in
      (-one.rank, one.hit.entry) < (-other.rank, other.hit.entry)
    }.map(\.hit)
  }

  /// Letters found in the title count twice, and a title of few other letters is nearer.
  private static func rank(_ match: FuzzyMatch, of entry: Entry, isInTitle: Bool) -> Int {
    guard !match.places.isEmpty else { return 0 }
    return 8 * match.score * (isInTitle ? 2 : 1) - entry.title.count
  }
}
