import Diffusion
import TextScreen

/// One particle at this moment: where it is, what the model believes, where it goes next.
public struct Inspection: Sendable {
  /// The number of the particle.
  public var particle: Int
  public var point: Point
  public var level: NoiseLevel
  /// What the model in use says about the particle.
  public var estimate: Estimate
  /// How wide it has learned that a step is from there; nil where it has not.
  var variance: LearnedVariance?
  /// What the closed form says.
  public var exact: Estimate
  /// On the way to noise, where the particle came from and the noise that is in it: what a network
  /// is to predict.
  public var origin: Origin?
  /// The standard deviation of the data per axis.
  public var spread = 1.0
  /// Where the run takes it, and the level there; nil at the end of the run.
  public var next: Point?
  public var nextLevel: NoiseLevel?
}

extension Inspection: ParticleReading {
  /// What it has of noise.
  func reach(spread: Double) -> Double { level.sigma }

  func fits(in room: Rect) -> Bool { CircuitPicture.fits(in: room) }

  func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    if CircuitPicture.fits(in: room) {
      CircuitPicture(state, self, glyphs: surface.glyphs).draw(on: &surface, in: room)
      return
    }
    var rest = room
    let page = InspectorPage(state, self, size: room.size, glyphs: surface.glyphs)
    for line in page.lines { surface.write(line, in: rest.takeTop(1)) }
  }

  func sentence(_ state: AppState) -> String {
    let frame = state.stage.laboratory.frame
    let clean = frame.restored(estimate.clean)
    return "Particle \(particle) is at \(Text.place(frame.restored(point))); "
      + "the model expects it to come from \(Text.place(clean))."
  }
}

extension Frame {
  /// What the denoiser says of the particle that is looked into.
  public internal(set) var inspection: Inspection? {
    get { reading as? Inspection }
    set { reading = newValue }
  }
}
