/// The panels beside the plane, in their order on the screen.
public enum PanelID: String, Sendable, Hashable, CaseIterable {
  case plane
  case schedule
  /// The meter of the labels kept, in the schedule's place where points come from another prior.
  case retention = "labels-kept"
  case training
  case quality = "samples"
  case guidance
  case inspector = "particle"

  public var title: String {
    switch self {
    case .plane: "plane"
    case .schedule: "schedule"
    case .retention: "labels kept"
    case .training: "training"
    case .quality: "samples"
    case .guidance: "guidance"
    case .inspector: "particle"
    }
  }

  /// The panels beside the plane.
  ///
  /// - Parameter first: what stands first: the schedule, or the meter in its place.
  static func side(first: PanelID) -> [PanelID] {
    [first, .training, .quality, .guidance, .inspector]
  }
}

extension PanelID: Renamed {
  static let formerNames = ["quality": "samples", "inspector": "particle"]
}

extension AppState {
  /// The panel that stands first beside the plane: the schedule, or with another prior the labels
  /// kept.
  var firstPanel: PanelID { isTransport ? .retention : .schedule }

  /// The panels that can have the keys now: that of guidance where it has something to show.
  var sidePanels: [PanelID] {
    PanelID.side(first: firstPanel).filter { $0 != .guidance || showsGuidance }
  }

  /// Why a panel is not among them, and which one is in its place; nil where it can have the keys.
  func absence(of panel: PanelID) -> String? {
    guard panel != firstPanel else { return nil }
    switch panel {
    case .schedule:
      return "with another prior the labels kept are in the schedule's place: panel"
        + " \(firstPanel.rawValue)"
    case .retention:
      return "labels are kept on the way from another prior; in its place here is panel"
        + " \(firstPanel.rawValue)"
    case .plane, .training, .quality, .guidance, .inspector: return nil
    }
  }

  /// Hands the keys of a panel that is no longer there to the one in its place.
  mutating func settleFocus() {
    if absence(of: focus) != nil { focus = firstPanel }
  }
}
