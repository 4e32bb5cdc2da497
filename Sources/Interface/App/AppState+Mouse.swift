import Diffusion
import TextScreen

/// The mouse: whatever can be seen can be clicked or dragged, and every gesture has a key too.
extension Mouse: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateMouse(self) }

  var withinBounds: Mouse { self }

  // A drag is one entry of the undo history until the button is let go.
  var continuesGesture: Bool { true }

  var keepsNotice: Bool {
    switch kind {
    case .press, .wheelUp, .wheelDown: false
    case .drag, .release: true
    }
  }
}

extension AppState {
  mutating func updateMouse(_ mouse: Mouse) -> [Effect] {
    let layout = ScreenLayout(self)
    if overlay != nil { return updateOverlay(mouse) }
    switch mouse.kind {
    case .press where mouse.button == .left: return press(mouse, layout)
    case .press where mouse.button == .right:
      return toolOnPlane(under: mouse, layout)?(&self, mouse, layout)
        ?? deleteHandle(under: mouse, layout)
    case .press: return []
    case .drag: return move(mouse, layout)
    case .release: return release()
    case .wheelUp: return turnWheel(mouse, layout, closer: true)
    case .wheelDown: return turnWheel(mouse, layout, closer: false)
    }
  }

  // MARK: - Over an open list

  private mutating func updateOverlay(_ mouse: Mouse) -> [Effect] {
    if let drawing { return draw(drawing, with: mouse) }
    switch mouse.kind {
    case .wheelUp: moveSelection(-1)
    case .wheelDown: moveSelection(1)
    case .press:
      if mouse.row == size.rows - 1 { return clickFooter(mouse) }
      return overlay?.kind.click(&self, mouse) ?? []
    case .drag, .release: break
    }
    return []
  }

  mutating func clickFooter(_ mouse: Mouse) -> [Effect] {
    let layout = ScreenLayout(self)
    let binding = FooterLine.binding(atColumn: mouse.column, state: self, layout: layout)
    return binding.map { route($0.action) } ?? []
  }

  // MARK: - Over the panels

  private mutating func press(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    if layout.footer.contains(column: mouse.column, row: mouse.row) { return clickFooter(mouse) }
    if layout.sheet.contains(column: mouse.column, row: mouse.row) {
      let choice = lesson.flatMap { lesson in
        LessonSheet.choice(
          atColumn: mouse.column, row: mouse.row, of: lesson, layout: layout,
          glyphs: .all(in: notation))
      }
      return choice.map { route(.lesson(.choose($0))) } ?? []
    }
    if layout.timeline.contains(column: mouse.column, row: mouse.row) {
      drag = .timeline
      return move(mouse, layout)
    }
    if layout.trainingTime.contains(column: mouse.column, row: mouse.row) {
      drag = .trainingTime
      return move(mouse, layout)
    }
    if layout.planeBeside.contains(column: mouse.column, row: mouse.row) {
      return turnToOtherSide() + press(mouse, ScreenLayout(self))
    }
    if let tool = toolOnPlane(under: mouse, layout) { return tool(&self, mouse, layout) }
    guard let panel = layout.panel(atColumn: mouse.column, row: mouse.row) else { return [] }
    // Where the panel beside the plane is the focused one, a click on the plane must not put
    // another in its place.
    let isKept = layout.isSolo || (layout.tier == .compact && !isComparing)
    if panel != .plane || !isKept { focus = panel }
    return panel.press(&self, mouse, layout)
  }

  /// What the panel in hand does with the plane, where the mouse is over it.
  private func toolOnPlane(
    under mouse: Mouse, _ layout: ScreenLayout
  ) -> (@Sendable (inout AppState, Mouse, ScreenLayout) -> [Effect])? {
    guard lesson?.asksForPlace != true else { return nil }
    return layout.panel(atColumn: mouse.column, row: mouse.row) == .plane ? focus.pressPlane : nil
  }

  private mutating func move(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    switch drag {
    case .timeline:
      return route(.time(.seekTime(TimelineBar.time(ofColumn: mouse.column, on: layout.ruler))))
    case .trainingTime:
      let step = TrainingRuler.step(
        ofColumn: mouse.column, of: training, on: layout.trainingRuler)
      return route(.trainingTime(.rewind(to: step)))
    case .plane(let held, _):
      let place = PlanePanel.place(
        atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
      guard let place else { return [] }
      view.camera.move(to: view.camera.centre + (held - place) / fit.extent)
      drag = .plane(held: held, moved: true)
      return []
    case .laser:
      presenter.pointer = PresenterState.Spot(column: mouse.column, row: mouse.row)
      return []
    case .query(let offset):
      let place = PlanePanel.place(
        atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
      if let place { view.conditional.query = (place + offset).bounded }
      return []
    case .slider(let panel):
      return panel.slide(&self, mouse, layout)
    case .prior(let index, _, let offset):
      let place = PlanePanel.place(
        atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
      guard let place else { return [] }
      return change(index, gesture: "drag prior \(index)") { $0.mean = place + offset }
    case .handle(let index, let axis):
      guard let rect = layout.rect(of: .schedule) else { return [] }
      let place = SchedulePanel.place(
        atColumn: mouse.column, row: mouse.row, in: rect, of: self, on: axis)
      return bend(
        ScheduleEditor.moving(index, of: experiment.schedule, to: snapped(place)),
        gesture: "drag \(index)")
    case nil:
      return []
    }
  }

  /// A press and release without a drag picks the particle nearest to the mouse, or where the
  /// conditional picture is shown the place that it takes apart.
  private mutating func release() -> [Effect] {
    defer {
      drag = nil
      presenter.pointer = nil
      history.endGesture()
    }
    guard case .plane(let held, moved: false) = drag else { return [] }
    if lesson?.asksForPlace == true {
      let place = stage.laboratory.frame.restored(held)
      return route(.lesson(.answer([place.x, place.y])))
    }
    if PlaneLayer.conditional.isSeen(in: self) {
      view.conditional.query = held.bounded
    } else {
      pickParticle(near: held)
    }
    return []
  }

  private mutating func turnWheel(
    _ mouse: Mouse, _ layout: ScreenLayout, closer: Bool
  ) -> [Effect] {
    if layout.timeline.contains(column: mouse.column, row: mouse.row) {
      return route(.time(.step(closer ? 1 : -1)))
    }
    if layout.trainingTime.contains(column: mouse.column, row: mouse.row) {
      return route(.trainingTime(.rewindBy(closer ? 1 : -1)))
    }
    if let turn = layout.panel(atColumn: mouse.column, row: mouse.row)?.turnWheel {
      return turn(&self, closer)
    }
    let isBeside = layout.planeBeside.contains(column: mouse.column, row: mouse.row)
    let seen = isBeside ? turnedRound : self
    let place = PlanePanel.place(
      atColumn: mouse.column, row: mouse.row, state: seen, layout: ScreenLayout(seen))
    if let place {
      let fit = seen.fit
      view.camera.zoom(by: closer ? 1.25 : 0.8, around: (place - fit.middle) / fit.extent)
    }
    return []
  }
}
