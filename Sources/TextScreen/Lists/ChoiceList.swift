/// A list to choose one row from, which typing makes shorter.
public struct ChoiceList: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let id: String
    public let title: String
    public var summary: String
    /// Whether it cannot be chosen; the summary says why.
    public var isBroken: Bool
    /// What it belongs to, where the list has parts.
    public var group: String

    public init(
      id: String, title: String, summary: String, isBroken: Bool = false, group: String = ""
    ) {
      self.id = id
      self.title = title
      self.summary = summary
      self.isBroken = isBroken
      self.group = group
    }
  }

  /// Everything that can be chosen.
  public let all: [Row]
  /// What is in use now.
  public let currentID: String?
  /// What was typed to find a row.
  public private(set) var query = ""
  /// The rows that fit what was typed.
  public private(set) var rows: [Row]
  /// The index of the selected one among `rows`, 0 where there are none.
  public private(set) var selected: Int

  /// - Parameters:
  ///   - rows: everything that can be chosen.
  ///   - currentID: the id of the row that is in use and selected first; nil where none is in use.
  public init(_ rows: [Row], currentID: String?) {
    all = rows
    self.currentID = currentID
    self.rows = rows
    selected = rows.firstIndex { $0.id == currentID } ?? 0
  }

  /// The index of the row that is in use now; nil where it is not among `rows`.
  public var current: Int? { rows.firstIndex { $0.id == currentID } }

  /// The selected row; nil where none fits.
  public var choice: Row? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// Selects a row, the nearest one where there is none of that index.
  public mutating func select(_ index: Int) {
    selected = min(max(0, index), max(0, rows.count - 1))
  }
}

/// Typing leaves the rows that fit, those whose titles begin so first.
extension ChoiceList {
  private static let mostCharacters = 30

  public mutating func type(_ character: Character) {
    guard query.hasRoom(forOneOf: Self.mostCharacters) else { return }
    search(query + String(character))
  }

  /// - Returns: whether all of the text had room.
  public mutating func paste(_ text: String) -> Bool {
    let before = query.count
    search(String((query + text).prefix(Self.mostCharacters)))
    return before + text.count <= Self.mostCharacters
  }

  public mutating func erase() { search(String(query.dropLast())) }

  /// Leaves the rows that fit a text. The whole list keeps the row that was selected in the part.
  public mutating func search(_ text: String) {
    guard text != query else { return }
    let before = choice?.id
    query = text
    let fitting = all.enumerated().compactMap { place, row in
      row.distance(from: text).map { (row: row, distance: $0, place: place) }
    }
    rows = fitting.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.map(\.row)
    selected = text.isEmpty ? rows.firstIndex { $0.id == before } ?? 0 : 0
  }
}

extension ChoiceList.Row {
  /// How far the row is from what somebody may mean by a text: 0 where the title begins so, more
  /// where its words are only within the title or begin words of the summary; nil where one is in
  /// neither.
  fileprivate func distance(from text: String) -> Int? {
    let (title, summary) = (title.lowercased(), " \(summary.lowercased())")
    if title.hasPrefix(text.lowercased()) { return 0 }
    var distance = 0
    for word in text.lowercased().split(separator: " ") {
      if title.contains(word) {
        distance = max(distance, 1)
      } else if summary.contains(" \(word)") {
        distance = 2
      } else {
        return nil
      }
    }
    return distance
  }
}
