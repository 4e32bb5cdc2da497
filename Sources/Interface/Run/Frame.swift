import Diffusion

/// The moment that is on the screen: the points, the level they are at, one particle looked into.
public struct Frame: Sendable {
  public var points: [Point]
  /// Where in its run it is.
  public var place: RunPlace
  /// The step that was asked for, while the run is still on its way there.
  public var target: Int?
  public var inspection: Inspection?
  /// The same for a transport, where particles move and have no noise to be told.
  public var passage: Passage?
  /// How many particles are where their class is, where they belong to one.
  public var retention: Retention?

  public var level: NoiseLevel { place.level }
  public var direction: Direction { place.direction }
  public var step: Int { place.step }
  public var length: Int { place.length }
  public var noisingSteps: Int { place.noisingSteps }
  public var timesteps: Int { place.timesteps }

  /// The place on the timeline: 0 is data, 1 is noise.
  public var time: Double { Double(noisingSteps) / Double(max(1, timesteps)) }
}

/// The two ends of a particle's path.
public struct Origin: Sendable, Equatable {
  public var clean: Point
  /// Nil where there is no noise yet and none is drawn beforehand.
  public var noise: Point?
}

/// One particle at this moment: where it is, what the model believes, where it goes next.
public struct Inspection: Sendable {
  /// The number of the particle.
  public var particle: Int
  public var point: Point
  public var level: NoiseLevel
  /// What the model in use says about the particle.
  public var estimate: Estimate
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
