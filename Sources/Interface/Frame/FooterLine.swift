import TextScreen

/// The line at the bottom: the keys that work now.
public enum FooterLine {
  /// A key of the line with the columns it takes.
  public struct Entry: Sendable {
    public let binding: KeyBinding
    public let columns: Range<Int>
    let key: String
    let brief: String
  }

  private static let gap = 2

  public static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.clipped(to: rect) { surface in
      for entry in entries(state, in: rect) {
        let column = entry.columns.lowerBound
        let width = surface.write(
          entry.key, column: column, row: rect.y, style: .accent.with(.bold))
        surface.write(entry.brief, column: column + width + 1, row: rect.y, style: .dim)
      }
    }
  }

  /// The keys that fit, whole entries only, and where they stand; help and the way back keep their
  /// places at the right end whatever else has to go.
  public static func entries(_ state: AppState, in rect: Rect) -> [Entry] {
    let bindings = KeyTable.footer(in: state)
    var entries: [Entry] = []
    var end = rect.maxX - 1
    var column = rect.x + 1
    for binding in bindings where isPinned(binding) {
      let entry = entry(binding, state, endingAt: end)
      guard entry.columns.lowerBound >= column else { continue }
      entries.append(entry)
      end = entry.columns.lowerBound - gap
    }
    var others: [Entry] = []
    for binding in bindings where !isPinned(binding) {
      let entry = entry(binding, state, at: column)
      guard entry.columns.upperBound <= end else { break }
      others.append(entry)
      column = entry.columns.upperBound + gap
    }
    return others + entries.reversed()
  }

  /// The key that stands at a column of the footer, to be clicked.
  public static func binding(
    atColumn column: Int, state: AppState, layout: ScreenLayout
  ) -> KeyBinding? {
    PresenterLine.isShown(state)
      ? nil : entries(state, in: layout.footer).first { $0.columns.contains(column) }?.binding
  }

  private static func entry(
    _ binding: KeyBinding, _ state: AppState, at column: Int = 0, endingAt end: Int? = nil
  ) -> Entry {
    let key = binding.keys.first?.name ?? ""
    let brief = brief(of: binding, state)
    let width = key.columns + 1 + brief.columns
    let first = end.map { $0 - width } ?? column
    return Entry(binding: binding, columns: first..<first + width, key: key, brief: brief)
  }

  private static func brief(of binding: KeyBinding, _ state: AppState) -> String {
    switch binding.action {
    case .time(.togglePlay): state.playback.isPlaying ? "pause" : "play "
    case .schedule(.selectHandle) where binding.brief != nil: state.stage.method.inHand
    default: state.relabelling(binding.brief ?? "")
    }
  }

  private static func isPinned(_ binding: KeyBinding) -> Bool {
    if case .overlay(.toggleHelp) = binding.action { true } else { binding.leadsBack }
  }
}
