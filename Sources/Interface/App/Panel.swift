/// The panels beside the plane, in their order on the screen.
public enum PanelID: String, Sendable, Hashable, CaseIterable {
  case plane
  case schedule
  case training
  case quality
  case inspector

  public var title: String {
    switch self {
    case .plane: "plane"
    case .schedule: "schedule"
    case .training: "training"
    case .quality: "samples"
    case .inspector: "particle"
    }
  }

  /// The panels beside the plane.
  public static let side: [PanelID] = [.schedule, .training, .quality, .inspector]
}
