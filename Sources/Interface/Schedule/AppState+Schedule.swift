import Diffusion
import Foundation
import TextScreen

extension AppState {
  mutating func updateSchedule(_ action: ScheduleAction) -> [Effect] {
    let specification = experiment.schedule
    let handles = ScheduleEditor.handles(of: specification)
    // What the mouse held may be another point after this.
    if case .handle = drag { drag = nil }
    switch action {
    case .cycleCurve:
      if let reason = action.obstacle(in: self) {
        say(reason)
      } else {
        view.curve = view.curve.next
      }
      return []
    case .selectHandle(let offset):
      if let other = stage.method.takingInHand(offset: offset, in: self) { return route(other) }
      focus = .schedule
      guard !handles.isEmpty else { return explainNoHandles() }
      view.curve = .beta
      handle = ((handle + offset) % handles.count + handles.count) % handles.count
      return []
    case .nudgeHandle(let time, let value):
      guard handles.indices.contains(handle) else { return explainNoHandles() }
      view.curve = .beta
      let place = handles[handle]
      let moved = snapped(
        Point(place.x + 0.01 * Double(time), place.y * pow(1.1, Double(value))))
      return bend(
        ScheduleEditor.moving(handle, of: specification, to: moved), gesture: "nudge \(handle)")
    case .placeHandle(let place):
      guard handles.indices.contains(handle) else { return explainNoHandles() }
      view.curve = .beta
      focus = .schedule
      return bend(ScheduleEditor.moving(handle, of: specification, to: place))
    case .typeHandle:
      return typeHandle(handles)
    case .toggleGhosts:
      view.showsGhosts.toggle()
      say(view.showsGhosts ? ghostsShown : "the curve alone")
      return []
    case .toggleSnapping:
      view.snaps.toggle()
      say(view.snaps ? "control points go to round numbers" : "control points go anywhere")
      return []
    case .addHandle:
      return addHandle(specification)
    case .deleteHandle:
      guard specification.kind == .custom,
        let fewer = ScheduleEditor.deleting(handle, from: specification)
      else {
        say("only the inner control points of a custom schedule can be deleted")
        return []
      }
      handle = max(0, handle - 1)
      return bend(fewer)
    }
  }

  /// Makes a schedule the experiment's; a drag is one entry of the undo history.
  mutating func bend(_ schedule: ScheduleSpecification, gesture: String? = nil) -> [Effect] {
    var changed = experiment
    changed.schedule = schedule
    return edit(changed, gesture: gesture)
  }

  /// A place of a handle, at round numbers if the view asks for them.
  func snapped(_ place: Point) -> Point { view.snaps ? ScheduleEditor.snapped(place) : place }

  /// A control point more after the one in hand, which it takes in hand; a schedule that has none
  /// is made a custom one first.
  private mutating func addHandle(_ specification: ScheduleSpecification) -> [Effect] {
    view.curve = .beta
    guard let custom = ScheduleEditor.custom(from: specification) else {
      return explainNoHandles()
    }
    let isNew = specification.kind != .custom
    let handles = ScheduleEditor.handles(of: specification)
    let time = handles.indices.contains(handle) ? handles[handle].x : 0
    let before =
      isNew ? custom.points.lastIndex { $0.x <= time } ?? 0 : handle
    guard let more = ScheduleEditor.adding(after: before, to: custom) else {
      if isNew { return takeCustom(custom, handle: min(before, custom.points.count - 1)) }
      say("there is no room for another control point here")
      return []
    }
    let added = min(before, custom.points.count - 2) + 1
    if isNew { return takeCustom(more, handle: added) }
    handle = added
    return bend(more)
  }

  /// Makes a schedule with control points the experiment's own, with one of them in hand.
  mutating func takeCustom(
    _ schedule: ScheduleSpecification, handle wanted: Int, gesture: String? = nil
  ) -> [Effect] {
    say("the curve is yours now: a custom schedule with \(schedule.points.count) control points")
    let effects = bend(schedule, gesture: gesture)
    handle = wanted
    return effects
  }

  /// Opens the command line on the numbers of the control point in hand, to be typed over.
  private mutating func typeHandle(_ handles: [Point]) -> [Effect] {
    guard handles.indices.contains(handle) else { return explainNoHandles() }
    view.curve = .beta
    let place = handles[handle]
    return route(
      .line(.openCommandLine("point \(Text.short(place.x)) \(Text.short(place.y))")))
  }

  /// That ghosts are shown, and what there has to be done to see them.
  private var ghostsShown: String {
    let layout = ScreenLayout(self)
    let words = "other schedules stand behind the curve"
    if SchedulePanel.hasRoomForGhosts(in: layout.rect(of: .schedule), of: self) { return words }
    return layout.tier == .full && !layout.isSolo
      ? "\(words) where it is tall: Z gives its panel the room"
      : "\(words) where it is tall; this screen is too low for them"
  }

  /// Why the schedule cannot be bent.
  var noHandles: String {
    let kind = experiment.schedule.kind
    return stage.laboratory.schedule.geometry == .variancePreserving
      ? "\(kind.title.lowercased()) has no ends to move; + makes it a custom schedule"
      : "\(kind.title.lowercased()) is not made of betas; s chooses another schedule"
  }

  mutating func explainNoHandles() -> [Effect] {
    say(noHandles)
    return []
  }
}

extension ViewOptions.Curve {
  /// The next curve, again the first after the last.
  var next: ViewOptions.Curve {
    switch self {
    case .beta: .alphaBar
    case .alphaBar: .logSNR
    case .logSNR: .posteriorVariance
    case .posteriorVariance: .drift
    case .drift: .diffusion
    case .diffusion: .beta
    }
  }
}
