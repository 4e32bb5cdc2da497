import TextScreen

/// One row of the key table: what a key does, in which words, and when.
public struct KeyBinding: Sendable {
  /// The headings of the help page, in its order.
  public enum Group: String, Sendable, CaseIterable {
    case time = "Time"
    case model = "Model and training"
    case experiment = "Experiment"
    case schedule = "Schedule"
    case view = "View"
    case guidance = "Labels and guidance"
    case program = "Program"
  }

  public let keys: [Key]
  public let group: Group
  /// A few words for the help page and the README.
  public let title: String
  /// One or two words for the footer; nil keeps the binding out of it.
  public let brief: String?
  /// The words that the help page has for this binding and its neighbours of the same words, in one row.
  let together: String?
  public let action: Action
  /// The overlays and panels in which the binding holds.
  let scope: Scope

  /// Where a binding holds.
  enum Scope: Sendable, Hashable {
    /// Wherever no overlay is open and no narrower binding has the key.
    case everywhere
    /// While a lesson is open, in a part of it.
    case lesson(LessonState.Keys)
    /// While a panel has the focus.
    case panel(Panel)
    /// While something of that kind lies over the panels.
    case overlay(OverlayKind)
  }

  /// Whether it goes one level back on the screen itself.
  var leadsBack: Bool {
    if case .overlay(.back) = action { scope == .everywhere } else { false }
  }

  /// The panel in which it holds; nil where it holds elsewhere too.
  var panel: Panel? {
    if case .panel(let panel) = scope { panel } else { nil }
  }

  /// The words without those that say the panel.
  func title(in panel: Panel) -> String {
    let place = "in the \(panel.id) panel: "
    return title.hasPrefix(place) ? String(title.dropFirst(place.count)) : title
  }

  /// The names of the keys, as a person says them.
  public var keyNames: String { keys.map(\.name).joined(separator: " ") }

  init(
    _ keys: [Key], _ group: Group, _ title: String, brief: String? = nil, together: String? = nil,
    _ action: Action, in scope: Scope = .everywhere
  ) {
    self.keys = keys
    self.group = group
    self.title = title
    self.brief = brief
    self.together = together
    self.action = action
    self.scope = scope
  }
}
