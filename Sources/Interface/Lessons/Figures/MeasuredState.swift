import Diffusion

/// A state with what had to be worked out to read figures off it.
///
/// Places and lengths are in the data's own units, as on the axes of the plane, also where the
/// experiment runs on standardized data.
struct MeasuredState {
  let state: AppState
  /// The figures of the samples; nil where they were not asked for, or there is no model to draw any.
  var quality: QualityMeasurement?

  var laboratory: Laboratory { state.stage.laboratory }
  var method: any StagedMethod { state.stage.method }
  /// What brings the coordinates of the runs to the data's own units.
  var frame: Standardization { laboratory.frame }

  /// The exact distribution of the moment that is shown, in the coordinates of the runs.
  func marginal() throws -> Marginal {
    guard let marginal = state.marginal else {
      throw MissingFigure("nothing exact is known of \(method.withoutExactAnswer)")
    }
    return marginal
  }

  /// What the clean point and the noise of a place are in the mean, at the moment that is shown.
  func estimate(_ values: FigureValues) throws -> Estimate {
    guard let estimate = try marginal().estimate else {
      throw MissingFigure("no noise is added here, so that none can be expected")
    }
    return estimate(frame.standardized(values.place))
  }

  /// The data, in the coordinates of the runs.
  func data() throws -> GaussianMixture {
    guard let data = method.data(in: laboratory) else {
      throw MissingFigure(
        "nothing exact is known of the data that \(method.withoutExactAnswer) are of")
    }
    return data
  }

  /// The schedule, whose levels are those of the points.
  func schedule() throws -> Schedule {
    if let reason = method.noLevels { throw MissingFigure(reason) }
    return laboratory.schedule
  }

  /// The level after a number of noising steps; where none is given, that of the moment shown.
  func level(_ values: FigureValues) throws -> NoiseLevel {
    let schedule = try schedule()
    guard let steps = values.numbers.first else { return state.frame.level }
    return schedule.level(afterSteps: Int(min(max(steps, 0), 1e6).rounded()))
  }

  /// The entropy of Gaussians in the coordinates of the runs, in nats of the data's own units.
  func entropy(of components: [GaussianMixture.Component]) throws -> Double {
    guard let mixture = try? GaussianMixture(components: components) else {
      throw MissingFigure("points of no width have no entropy until noise comes to them")
    }
    var stream = laboratory.experiment.randomness.stream(.reference)
    return mixture.entropy(drawing: 20_000, from: &stream).value + frame.logVolume
  }
}
