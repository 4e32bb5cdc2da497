import Diffusion
import TextScreen

/// The mouse over the curve of the schedule: its control points are taken, added and deleted.
extension AppState {
  /// Takes hold of the control point under the mouse, or of a new one where the curve is pressed, on
  /// an axis that then keeps still. Anywhere else nothing is bent.
  mutating func hold(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .schedule),
      SchedulePanel.plot(in: rect, of: self).contains(column: mouse.column, row: mouse.row)
    else { return [] }
    guard stage.laboratory.schedule.geometry == .variancePreserving else {
      return explainNoHandles()
    }
    guard view.curve == .beta else {
      view.curve = .beta
      say("the curve of betas is the one that bends: press on it")
      return []
    }
    let found = SchedulePanel.handle(
      atColumn: mouse.column, row: mouse.row, in: rect, state: self)
    if let found {
      handle = found
      drag = .handle(found, axis: SchedulePanel.axis(for: experiment.schedule))
      return []
    }
    guard SchedulePanel.isOnCurve(column: mouse.column, row: mouse.row, in: rect, state: self)
    else {
      takeNearest(to: mouse, in: rect)
      return []
    }
    return insertHandle(under: mouse, in: rect)
  }

  /// A press on the curve makes a control point there, to be dragged on.
  private mutating func insertHandle(under mouse: Mouse, in rect: Rect) -> [Effect] {
    let axis = SchedulePanel.axis(for: experiment.schedule)
    let place = SchedulePanel.place(
      atColumn: mouse.column, row: mouse.row, in: rect, of: self, on: axis)
    guard let custom = ScheduleEditor.custom(from: experiment.schedule),
      let more = ScheduleEditor.inserting(at: snapped(place), in: custom)
    else {
      say("there is no room for another control point here")
      return []
    }
    drag = .handle(more.index, axis: axis)
    let gesture = "drag \(more.index)"
    if experiment.schedule.kind != .custom {
      return takeCustom(more.schedule, handle: more.index, gesture: gesture)
    }
    handle = more.index
    return bend(more.schedule, gesture: gesture)
  }

  /// A press beside the curve takes the control point in hand that is nearest in time, and says so.
  private mutating func takeNearest(to mouse: Mouse, in rect: Rect) {
    let plot = SchedulePanel.plotArea(in: rect, of: self)
    let time = plot.place(atColumn: mouse.column, row: mouse.row).x
    let handles = ScheduleEditor.handles(of: experiment.schedule)
    let nearest = handles.indices.min { abs(handles[$0].x - time) < abs(handles[$1].x - time) }
    guard let nearest else {
      say("a press on the curve makes a control point there")
      return
    }
    handle = nearest
    say(
      "in hand: the point at t \(Text.short(handles[nearest].x)); a press on the curve makes one")
  }

  mutating func deleteHandle(under mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    guard let rect = layout.rect(of: .schedule),
      let found = SchedulePanel.handle(
        atColumn: mouse.column, row: mouse.row, in: rect, state: self)
    else { return [] }
    handle = found
    return route(.schedule(.deleteHandle))
  }
}
