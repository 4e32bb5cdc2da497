import Diffusion

extension LessonFigure {
  /// What an energy model says of places at the moment shown.
  static let energy: [LessonFigure] = [
    LessonFigure(
      "energy", [.number("X"), .number("Y")], "of energy: the learned energy of a place"
    ) { measured, values in
      guard let learned = measured.state.learnedEnergy else {
        throw MissingFigure("no energy has been learned here")
      }
      return learned.energies(of: [values.place], at: measured.state.frame.level)[0].energy
    },
    LessonFigure("acceptance", "of energy: the share of Langevin steps taken at this level") {
      measured, _ in
      guard let stage = measured.method as? EnergyStage,
        let acceptance = stage.acceptance(measured.state)
      else { throw MissingFigure("no step is refused here") }
      return acceptance
    },
  ]
}
