import TextScreen

/// A group of keys, or of gestures of the mouse, under a heading.
struct HelpSection: Sendable {
  typealias Line = StyledText

  private struct Entry: Sendable {
    /// The keys, or the word, which stands first.
    var keys: String
    var title: String
  }

  private let title: String
  private var entries: [Entry]
  /// Whether words stand where keys do.
  private var explainsWords = false

  /// The groups of the key table in their order, each before the keys of its panels, then the mouse, then
  /// what lies over the panels.
  static let all: [HelpSection] =
    KeyBinding.Group.allCases.flatMap(sections) + [mouse]
    + KeyTable.inOverlays.map { title, bindings in
      // The others are on the screen while it is open.
      HelpSection(title: title, bindings: bindings.filter { $0.brief == nil })
    }

  private static func sections(of group: KeyBinding.Group) -> [HelpSection] {
    let bindings = KeyTable.all.filter { $0.group == group && $0.isOfTheScreen }
    let panels = bindings.compactMap(\.panel).reduce(into: [Panel]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return [HelpSection(title: group.rawValue, bindings: bindings.filter { $0.panel == nil })]
      + panels.map { panel in
        HelpSection(
          title: "In the \(panel.id) panel",
          entries: entries(of: bindings.filter { $0.panel == panel }, in: panel))
      }
  }

  /// The keys of a panel; neighbours that say the same, such as four arrows, in one row.
  private static func entries(of bindings: [KeyBinding], in panel: Panel) -> [Entry] {
    bindings.reduce(into: []) { entries, binding in
      let title = binding.together ?? binding.title(in: panel)
      if binding.together != nil, entries.last?.title == title {
        entries[entries.count - 1].keys += " \(binding.keyNames)"
      } else {
        entries.append(Entry(keys: binding.keyNames, title: title))
      }
    }
  }

  /// What the words mean that a panel shows.
  init(wordsOf panel: Panel) {
    title = "Words of the \(panel.title) panel"
    entries = panel.words.map { Entry(keys: $0.label, title: $0.meaning) }
    explainsWords = true
  }

  /// The same in another notation.
  func relabelled(_ relabelling: Relabelling) -> HelpSection {
    var section = self
    for index in entries.indices {
      section.entries[index].title = relabelling(entries[index].title)
      if explainsWords { section.entries[index].keys = relabelling(entries[index].keys) }
    }
    return section
  }

  private init(title: String, bindings: [KeyBinding]) {
    self.title = title
    entries = bindings.map { Entry(keys: $0.keyNames, title: $0.title) }
  }

  private init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  private static let mouse = HelpSection(
    title: "Mouse",
    entries: [
      Entry(keys: "click", title: "look into the nearest particle; take a panel, a row, a key"),
      Entry(keys: "drag", title: "move the plane, a timeline, a slider, a point"),
      Entry(keys: "wheel", title: "closer or further away, where the pointer is"),
      Entry(keys: "right-click", title: "delete a point; a press on the curve adds one"),
      Entry(keys: "shift-drag", title: "the terminal's own: select text to copy"),
    ])

  /// The entries, the heading above the first of them and a line of air below the last.
  func blocks(width: Int) -> [[Line]] {
    let room = max(8, width - Self.keyWidth)
    var blocks = entries.map { entry -> [Line] in
      // What is too long for its column pushes the words aside, or stands in a line of its own.
      if entry.keys.count >= Self.keyWidth {
        if entry.keys.count + 1 + entry.title.count <= width {
          return [StyledText.key(entry.keys) + " \(entry.title)"]
        }
        return [StyledText.key(entry.keys)]
          + TextWrap.lines(entry.title, width: room).map {
            OverlayFrame.padded(StyledText(), to: Self.keyWidth) + $0
          }
      }
      let words = TextWrap.lines(entry.title, width: room)
      return words.enumerated().map { index, text in
        let keys = index == 0 ? .key(entry.keys) : StyledText()
        return OverlayFrame.padded(keys, to: Self.keyWidth) + text
      }
    }
    if blocks.isEmpty { blocks = [[]] }
    blocks[0].insert(StyledText(title, .title), at: 0)
    blocks[blocks.count - 1].append(StyledText())
    return blocks
  }

  private static let keyWidth = 14
}
