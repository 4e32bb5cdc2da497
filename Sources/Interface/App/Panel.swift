/// The panels beside the plane, in their order on the screen.
public enum PanelID: String, Sendable, Hashable, CaseIterable {
  case plane
  case schedule
  case training
  case quality
  case guidance
  case inspector

  public var title: String {
    switch self {
    case .plane: "plane"
    case .schedule: "schedule"
    case .training: "training"
    case .quality: "samples"
    case .guidance: "guidance"
    case .inspector: "particle"
    }
  }

  /// The panels beside the plane.
  public static let side: [PanelID] = [.schedule, .training, .quality, .guidance, .inspector]
}

extension AppState {
  /// The panels that can have the keys now: that of guidance where it has something to show.
  var sidePanels: [PanelID] {
    PanelID.side.filter { $0 != .guidance || showsGuidance }
  }
}
