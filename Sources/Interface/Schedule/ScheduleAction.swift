import Diffusion

/// What can happen to the schedule and its curve.
public enum ScheduleAction: Sendable {
  case selectHandle(offset: Int)
  /// Moves the selected handle: in time by hundredths, in value by factors of 1.1.
  case nudgeHandle(time: Int, value: Int)
  case addHandle
  case deleteHandle
  case cycleCurve
  /// Puts the selected handle at a time and a beta that were typed.
  case placeHandle(Point)
  /// Asks for the time and the beta of the selected handle.
  case typeHandle
  case toggleGhosts
  case toggleSnapping
}

extension ScheduleAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateSchedule(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .selectHandle(let offset):
      if let other = state.stage.method.takingInHand(offset: offset, in: state) {
        state.obstacle(to: other)
      } else {
        noHandles(in: state)
      }
    case .cycleCurve: state.stage.method.noCurves
    case .typeHandle, .nudgeHandle(time: 0, value: _):
      noHandles(in: state)
    case .nudgeHandle:
      canMoveInTime(in: state)
        ? nil : "only inner control points of a custom schedule move in time"
    case .deleteHandle:
      canMoveInTime(in: state)
        ? nil : "only the inner control points of a custom schedule can be deleted"
    case .addHandle:
      state.stage.laboratory.schedule.geometry == .variancePreserving ? nil : state.noHandles
    case .placeHandle, .toggleGhosts, .toggleSnapping: nil
    }
  }

  private func noHandles(in state: AppState) -> String? {
    ScheduleEditor.handles(of: state.experiment.schedule).isEmpty ? state.noHandles : nil
  }

  private func canMoveInTime(in state: AppState) -> Bool {
    ScheduleEditor.canMoveInTime(state.handle, of: state.experiment.schedule)
  }

  var withinBounds: ScheduleAction {
    switch self {
    case .selectHandle(let offset): .selectHandle(offset: offset.bounded)
    case .nudgeHandle(let time, let value): .nudgeHandle(time: time.bounded, value: value.bounded)
    case .placeHandle(let place): .placeHandle(place.bounded)
    case .addHandle, .deleteHandle, .cycleCurve, .typeHandle, .toggleGhosts, .toggleSnapping: self
    }
  }

  var isMove: Bool {
    switch self {
    case .selectHandle, .nudgeHandle: true
    case .addHandle, .deleteHandle, .cycleCurve, .placeHandle, .typeHandle, .toggleGhosts,
      .toggleSnapping:
      false
    }
  }

  var continuesGesture: Bool { if case .nudgeHandle = self { true } else { false } }
}
