/// A model that knows no labels, led to some by what is exactly known of them:
/// `model + exact(labels) − exact(everybody)`.
struct LedMotion: TransportModel {
  /// The model of everybody.
  let model: any TransportModel
  let labelled: ExactMotion
  let everybody: ExactMotion

  var knowsScore: Bool { model.knowsScore }
  var isRounded: Bool { model.isRounded }

  func motions(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [TransportMotion] {
    let motions = model.motions(of: points, carrying: cargo, at: time)
    let towards = labelled.motions(of: points, carrying: cargo, at: time)
    let from = everybody.motions(of: points, carrying: cargo, at: time)
    return motions.indices.map { i in
      TransportMotion(
        velocity: motions[i].velocity + towards[i].velocity - from[i].velocity,
        score: motions[i].score + towards[i].score - from[i].score)
    }
  }

  func velocities(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [Point] {
    let velocities = model.velocities(of: points, carrying: cargo, at: time)
    let towards = labelled.velocities(of: points, carrying: cargo, at: time)
    let from = everybody.velocities(of: points, carrying: cargo, at: time)
    return velocities.indices.map { velocities[$0] + towards[$0] - from[$0] }
  }

  func calls(at time: Double) -> Int { model.calls(at: time) }
}
