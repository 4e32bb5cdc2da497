import Diffusion
import TextScreen

/// The mouse over the plane: it is dragged, particles are picked, priors of labels are taken.
extension AppState {
  mutating func pressPlane(_ mouse: Mouse, _ layout: ScreenLayout) -> [Effect] {
    if let prior = prior(atColumn: mouse.column, row: mouse.row, in: layout) {
      take(hold: prior, mouse, layout)
      return []
    }
    let held = PlanePanel.place(
      atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
    if let held, isOnQuery(mouse, layout) {
      drag = .query(offset: conditionalQuery - held)
      return []
    }
    if view.audience == .presenter, lesson?.asksForPlace != true {
      drag = .laser
      presenter.pointer = PresenterState.Spot(column: mouse.column, row: mouse.row)
      return []
    }
    if let held { drag = .plane(held: held, moved: false) }
    return []
  }

  /// Takes hold of the prior of a label.
  private mutating func take(hold index: Int, _ mouse: Mouse, _ layout: ScreenLayout) {
    let place = PlanePanel.place(
      atColumn: mouse.column, row: mouse.row, state: self, layout: layout)
    priors.selected = index
    drag = .prior(
      index, fit: fit,
      offset: experiment.labelPriors[index].mean - (place ?? .zero))
  }

  /// Whether a cell is at the place of the conditional picture, at most two columns and one row away.
  private func isOnQuery(_ mouse: Mouse, _ layout: ScreenLayout) -> Bool {
    guard PlaneLayer.conditional.isSeen(in: self) else { return false }
    let space = PlaneSpace(self, room: layout.plane.inset(by: 1))
    guard let cell = space.cell(of: conditionalQuery) else { return false }
    return abs(cell.column - mouse.column) <= 2 && abs(cell.row - mouse.row) <= 1
  }

  mutating func pickParticle(near place: Point) {
    let nearest = frame.points.indices.min {
      (frame.points[$0] - place).squaredLength < (frame.points[$1] - place).squaredLength
    }
    if let nearest { particle = nearest }
  }
}
