extension [InputEvent] {
  /// The same events with each unbroken series of drags reduced to where it ended, so that a
  /// fast hand never makes more work than one frame can do.
  public var coalescingDrags: [InputEvent] {
    var events: [InputEvent] = []
    for event in self {
      if case .mouse(let next) = event, next.kind == .drag,
        case .mouse(let last) = events.last, last.kind == .drag, last.button == next.button
      {
        events.removeLast()
      }
      events.append(event)
    }
    return events
  }
}
