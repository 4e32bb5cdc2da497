/// A word that a panel shows beside its figures, and what it means in one sentence.
public struct PanelWord: Sendable, Equatable {
  /// The word as it stands where there is room.
  public let label: String
  /// What stands in its place where there is little, or at other times.
  public let others: [String]
  public let meaning: String

  init(_ label: String, or others: [String] = [], _ meaning: String) {
    self.label = label
    self.others = others
    self.meaning = meaning
  }
}
