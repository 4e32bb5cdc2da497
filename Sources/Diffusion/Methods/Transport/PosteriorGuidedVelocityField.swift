/// A model that knows no labels, led to some by what is exactly known of them:
/// `model + exact(labels) − exact(everybody)`.
struct PosteriorGuidedVelocityField: VelocityField {
  /// The model of everybody.
  let model: any VelocityField
  let labelled: ExactVelocityField
  let everybody: ExactVelocityField

  var knowsScore: Bool { model.knowsScore }
  var isRounded: Bool { model.isRounded }

  func fieldValues(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [FieldValue] {
    let fieldValues = model.fieldValues(of: points, given: conditioning, at: time)
    let towards = labelled.fieldValues(of: points, given: conditioning, at: time)
    let from = everybody.fieldValues(of: points, given: conditioning, at: time)
    return fieldValues.indices.map { i in
      FieldValue(
        velocity: fieldValues[i].velocity + towards[i].velocity - from[i].velocity,
        score: fieldValues[i].score + towards[i].score - from[i].score)
    }
  }

  func velocities(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [Point] {
    let velocities = model.velocities(of: points, given: conditioning, at: time)
    let towards = labelled.velocities(of: points, given: conditioning, at: time)
    let from = everybody.velocities(of: points, given: conditioning, at: time)
    return velocities.indices.map { velocities[$0] + towards[$0] - from[$0] }
  }

  func calls(at time: Double) -> Int { model.calls(at: time) }
}
