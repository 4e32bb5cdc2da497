import Diffusion
import TextScreen

/// The particle that is looked into, at a step of a run.
struct WatchedParticle: Sendable {
  let number: Int
  let point: Point
  /// The step of the run.
  let step: Int
  /// Where the run takes it; nil at the end of the run.
  let next: Point?
}

/// What is read off a particle: what the model says of it, and what becomes of that.
protocol ParticleReading: Sendable {
  var point: Point { get }

  /// How far a pull of length 1 leads from it.
  ///
  /// - Parameter spread: the standard deviation of the data per axis.
  func reach(spread: Double) -> Double

  /// Whether all of it can be seen in a room.
  func fits(in room: Rect) -> Bool

  /// Draws it in the particle's panel.
  func draw(_ state: AppState, on surface: inout Surface, in room: Rect)

  /// The same in a sentence.
  func sentence(_ state: AppState) -> String
}

/// A reading that is told in lines, and has room wherever a part of them has.
protocol LinedReading: ParticleReading {
  /// The most telling first.
  func lines(_ state: AppState, _ glyphs: Glyphs) -> [ParticleLine]
}

extension LinedReading {
  func reach(spread: Double) -> Double { spread }
  func fits(in room: Rect) -> Bool { true }

  func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    lines(state, surface.glyphs).draw(on: &surface, in: room)
  }
}
