/// A word that a panel shows beside its figures, and what it means in one sentence.
///
/// The help over a panel and `stipple list words` read this one table.
public struct PanelWord: Sendable, Equatable {
  public let panel: Panel
  /// The word as it stands where there is room.
  public let label: String
  /// What stands in its place where there is little, or at other times.
  public let others: [String]
  public let meaning: String

  init(_ panel: Panel, _ label: String, or others: [String] = [], _ meaning: String) {
    self.panel = panel
    self.label = label
    self.others = others
    self.meaning = meaning
  }

  /// All words, panel by panel.
  public static let all: [PanelWord] =
    plane + schedule + training + samples + particle
    + MethodScreen.all.flatMap(\.offers.words) + guidance

  /// The words of a panel.
  public static func words(of panel: Panel) -> [PanelWord] { all.filter { $0.panel == panel } }
}
