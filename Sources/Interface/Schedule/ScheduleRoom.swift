import Diffusion
import TextScreen

/// How a tall schedule panel is shared: the curve, what every level decides, and the chart of
/// quality by steps.
struct ScheduleRoom: Sendable, Equatable {
  let curve: Rect
  let decisions: Rect
  let chart: Rect

  /// From this height on there is room for more than the curve.
  static let leastHeight = 16

  /// From this height on the parts stand apart.
  private static let roomyHeight = 24

  /// - Parameters:
  ///   - inner: the panel within its frame.
  ///   - hasChart: whether there is a chart, or just the key that draws it, which needs a row.
  init(_ inner: Rect, hasChart: Bool) {
    guard inner.height >= Self.leastHeight else {
      curve = inner
      decisions = .zero
      chart = .zero
      return
    }
    let gap = inner.height >= Self.roomyHeight ? 1 : 0
    var rest = inner
    if hasChart {
      curve = rest.takeTop(max(8, inner.height * 2 / 5))
      _ = rest.takeTop(gap)
      decisions = rest.takeTop(gap > 0 ? 8 : 3)
      _ = rest.takeTop(gap)
      chart = rest
    } else {
      chart = rest.takeBottom(1)
      _ = rest.takeBottom(gap)
      decisions = rest.takeBottom(rest.height / 3)
      _ = rest.takeBottom(gap)
      curve = rest
    }
  }

  /// The room within a panel that has the frame `rect`.
  init(in rect: Rect, of state: AppState) {
    self.init(PanelFrame.content(of: rect), hasChart: state.studies.chart != nil)
  }
}

extension AppState {
  /// Whether the screen shows what the levels of the schedule decide.
  var showsDecisions: Bool {
    ScreenLayout(self).rect(of: .schedule).map {
      !ScheduleRoom(in: $0, of: self).decisions.isEmpty
    } ?? false
  }
}
