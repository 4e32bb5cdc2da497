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

  mutating func pickParticle(near place: Point) {
    let nearest = frame.points.indices.min {
      (frame.points[$0] - place).squaredLength < (frame.points[$1] - place).squaredLength
    }
    if let nearest { particle = nearest }
  }
}
