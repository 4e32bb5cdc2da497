import TextScreen

/// What is in front: the panel with the keys, and whether it has the room of the others too.
struct Foreground: Sendable, Equatable {
  var panel: Panel
  var isAlone: Bool
}

extension AppState {
  var foreground: Foreground {
    get { Foreground(panel: focus, isAlone: view.isSolo) }
    set {
      focus = newValue.panel
      view.isSolo = newValue.isAlone
    }
  }

  /// Gives the panel with the keys, or the plane, the room of the others, or takes it back; where it
  /// has all the room there is, that is said.
  mutating func toggleSolo() {
    let layout = ScreenLayout(self)
    switch layout.tier {
    case .full:
      view.isSolo.toggle()
    case .compact where focus == .plane:
      view.isSolo.toggle()
    case .compact:
      view.isSolo = false
      say("the panel has its column to itself already; in the plane, Z gives that all the room")
    case .plane, .tooSmall:
      view.isSolo = false
      say("on so small a screen the \(focus.title) has all the room already; tab goes on")
    }
  }

  /// Gives a panel the keys and room for all it has to show; where that is not enough, it is said.
  ///
  /// - Parameter rows: how many it needs inside its frame.
  mutating func reveal(_ panel: Panel, rows: Int) {
    bringForward(panel)
    let room = ScreenLayout(self).rect(of: panel).map(PanelFrame.content(of:)) ?? .zero
    guard room.height < rows else { return }
    say("the \(panel.title) panel has \(room.height) rows here; \(rows) show what comes of it")
  }

  private mutating func bringForward(_ panel: Panel) {
    foreground = Foreground(panel: panel, isAlone: ScreenLayout(self).tier == .full)
  }
}

// MARK: - Slow motion

extension AppState {
  /// Brings the circuit of the particle forward, where there is room for it beside the plane.
  ///
  /// - Returns: whether it can be seen.
  mutating func bringCircuitForward() -> Bool {
    let before = foreground
    let isBesidePlane = ScreenLayout(self).tier != .plane && !isComparing
    bringForward(.inspector)
    let room = ScreenLayout(self).rect(of: .inspector).map(PanelFrame.content(of:)) ?? .zero
    guard isBesidePlane, frame.reading?.fits(in: room) == true else {
      foreground = before
      return false
    }
    foregroundBeforeCircuit = before
    return true
  }

  /// Gives back what the circuit took the place of, unless somebody has turned to something else.
  mutating func sendCircuitBack() {
    guard let before = foregroundBeforeCircuit else { return }
    foregroundBeforeCircuit = nil
    guard focus == .inspector else { return }
    foreground = before
    // The panel may have made room for another one meanwhile.
    settleFocus()
  }
}
