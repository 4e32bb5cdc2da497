import Diffusion

/// The lists, questions and pages that lie over the panels.
extension AppState {
  mutating func updateOverlay(_ action: OverlayAction) -> [Effect] {
    switch action {
    case .open(let kind):
      if let reason = kind.obstacle(in: self) {
        say(reason)
        return []
      }
      overlay = .picker(picker(kind))
      kind.remark(self).map { say($0) }
    case .toggleHelp:
      if case .help = overlay { overlay = nil } else { overlay = .help(scroll: 0) }
    case .moveSelection(let offset):
      moveSelection(offset)
    case .turnPage(let pages):
      moveSelection(pages * max(1, rowsOfPage))
    case .accept:
      return accept()
    case .back:
      back()
    }
    return []
  }

  /// Moves the selection of what lies over the panels, or what is seen of it.
  mutating func moveSelection(_ offset: Int) { overlay?.kind.move(&self, offset) }

  /// How many rows of what lies over the panels are seen at once.
  var rowsOfPage: Int { overlay?.kind.rowsOfPage(self) ?? 1 }

  mutating func accept() -> [Effect] { overlay?.kind.accept(&self) ?? [] }

  /// One level back: out of a search and an overlay, then to the plane, then from the screen for a class to
  /// the usual one; never out of the program.
  private mutating func back() {
    if let drawing {
      keep(drawing)
      overlay = nil
    } else if case .picker(var picker) = overlay, !picker.list.query.isEmpty {
      picker.list.search("")
      overlay = .picker(picker)
    } else if overlay != nil {
      overlay = nil
    } else if simulation.shareOfLongStep != nil {
      callOffStep()
    } else if ScreenLayout(self).isSolo {
      view.isSolo = false
    } else if focus != .plane {
      foreground = Foreground(panel: .plane, isAlone: false)
    } else if view.audience == .presenter {
      _ = PresenterAction.toggle.update(&self)
    } else {
      notice = nil
    }
  }
}
