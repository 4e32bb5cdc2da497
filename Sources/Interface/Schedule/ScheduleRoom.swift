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

  init(_ inner: Rect) {
    guard inner.height >= Self.leastHeight else {
      curve = inner
      decisions = .zero
      chart = .zero
      return
    }
    var rest = inner
    curve = rest.takeTop(max(8, inner.height * 2 / 5))
    _ = rest.takeTop(inner.height >= 24 ? 1 : 0)
    decisions = rest.takeTop(inner.height >= 24 ? 8 : 3)
    _ = rest.takeTop(inner.height >= 24 ? 1 : 0)
    chart = rest
  }

  /// Whether a panel of this frame shows what is decided.
  static func isShown(in rect: Rect?) -> Bool {
    rect.map { !ScheduleRoom(PanelFrame.content(of: $0)).decisions.isEmpty } ?? false
  }
}
