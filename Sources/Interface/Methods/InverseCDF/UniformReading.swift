import Diffusion
import TextScreen

/// A particle of inverse CDF sampling: the uniform numbers it is made of, and where the maps take
/// them.
struct UniformReading: LinedReading {
  let number: Int
  let point: Point
  /// The uniform numbers, in the order of x and y.
  let uniform: Point
  /// Where the exact map takes them.
  let exact: Point
  /// The same with the axes in the other order.
  let other: Point
  /// Where the network takes them; nil where none is asked.
  let learned: Point?

  init(_ particle: WatchedParticle, by model: InverseCDFModel, in state: AppState) {
    number = particle.number
    point = particle.point
    let stage = state.stage.method as? InverseCDFStage
    let all = state.playback.direction == .forward ? stage?.draws.shares : stage?.draws.uniform
    let uniform = all?[particle.number] ?? .zero
    self.uniform = uniform
    exact = model.process.map.points(at: [uniform])[0]
    other = stage?.otherMap.points(at: [uniform])[0] ?? exact
    learned = model.weights == nil ? nil : model.map.points(at: [uniform])[0]
  }

  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine] {
    let spread = state.stage.laboratory.mixture.spread
    let names = (state.experiment.axes ?? .xy).names
    var lines = [
      ParticleLine("u", Text.pair(uniform, scale: 1), note: "uniform"),
      ParticleLine("now", Text.pair(point, scale: spread)),
      ParticleLine("\(names[0]) first", Text.pair(exact, scale: spread), note: "exact"),
    ]
    if let learned {
      lines.append(ParticleLine("learned", learned, insteadOf: exact, scale: spread))
    }
    lines.append(
      ParticleLine("\(names[1]) first", Text.pair(other, scale: spread), note: "exact"))
    return lines
  }

  func sentence(_ state: AppState) -> String {
    let names = (state.experiment.axes ?? .xy).names
    return "Particle \(number) is made of the uniform numbers \(Text.place(uniform)): with"
      + " \(names[0]) first the exact map takes them to \(Text.place(exact)), with \(names[1])"
      + " first to \(Text.place(other))."
  }
}
