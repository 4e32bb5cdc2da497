import Diffusion

/// The moment that is on the screen: the points, the level they are at, one particle looked into.
public struct Frame: Sendable {
  public var points: [Point]
  /// Where in its run it is.
  public var place: RunPlace
  /// The step that was asked for, while the run is still on its way there.
  public var target: Int?
  /// What the model says of the particle that is looked into, and what becomes of that.
  var reading: (any ParticleReading)?
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
