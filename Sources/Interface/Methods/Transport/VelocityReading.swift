import Diffusion
import TextScreen

/// One particle of a transport at this moment: where it is, how the model moves it, where it goes.
public struct VelocityReading: Sendable {
  /// The number of the particle.
  public var particle: Int
  public var point: Point
  /// The path time, from 0 (data) to 1 (prior).
  public var time: Double
  /// The index of the class it started in, or on the way to the prior, came from; nil for none.
  public var label: Int?
  /// dx/dt by the model in use, and by the closed form where there is one.
  public var velocity: Point
  public var exact: Point?
  /// The expected clean end, as far as the place and what the particle carries tell it; nil where
  /// there is no closed form.
  public var clean: Point?
  /// The posterior of its own label by the same; nil where there is no closed form or no label.
  public var ownPosterior: Double?
  /// On the way to the prior, dx/dt on the path of its own pair: what a network is to predict.
  public var target: Point?
  /// Where the run takes it; nil at the end of the run.
  public var next: Point?
  public var nextTime: Double?
}

extension AppState {
  /// The particle that is looked into, on its way from another prior.
  func velocityReading(of watched: WatchedParticle, by velocityField: any VelocityField)
    -> VelocityReading
  {
    let laboratory = stage.laboratory
    let direction = playback.direction
    let (point, time) = (watched.point, stage.time(direction, at: watched.step))
    let conditioning = conditioningOfParticle
    var reading = VelocityReading(
      particle: watched.number, point: point, time: time,
      label: stage.labels(direction)?[watched.number],
      velocity: laboratory.led(velocityField).velocities(
        of: [point], given: conditioning, at: time)[0])
    let transport = laboratory.transport
    if let transport, let exact = laboratory.exactVelocityField {
      reading.exact =
        laboratory.led(exact).velocities(of: [point], given: conditioning, at: time)[0]
      let posterior = exact.posterior(of: point, given: conditioning, at: time)
      reading.clean = posterior?.mean ?? point
      reading.ownPosterior = reading.label.map { label in
        posterior?.share(of: transport.labels[label])
          ?? transport.data.diffused(to: .clean).labelPosterior(at: point)[label]
      }
    }
    if direction == .forward, let transport, let pairs = stage.pairs {
      reading.target = transport.state(of: pairs, watched.number, at: time).velocity
    }
    if let next = watched.next {
      reading.next = next
      reading.nextTime = stage.time(direction, at: watched.step + 1)
    }
    return reading
  }

  /// What the particle that is looked into carries, for a batch of one.
  var conditioningOfParticle: Conditioning { conditioningOfParticle(count: 1) }

  /// The same for every point of a batch: the field as that particle feels it.
  func conditioningOfParticle(count: Int) -> Conditioning {
    var conditioning = Conditioning()
    let direction = playback.direction
    if let label = stage.labels(direction)?[particle] {
      conditioning.labels = Array(repeating: label, count: count)
    }
    if direction == .reverse, let height = stage.start.conditioning.heights?[particle] {
      conditioning.heights = Array(repeating: height, count: count)
    }
    return conditioning
  }
}

extension VelocityReading: ParticleReading {
  /// Straight ahead to the data at this speed.
  func reach(spread: Double) -> Double { time * spread }

  func fits(in room: Rect) -> Bool { true }

  func draw(_ state: AppState, on surface: inout Surface, in room: Rect) {
    VelocityPage.draw(self, state, on: &surface, in: room)
  }

  func sentence(_ state: AppState) -> String {
    "Particle \(particle) is at \(Text.place(point)); "
      + "the model moves it by \(Text.place(velocity)) per unit of time."
  }
}

extension Frame {
  /// How the model moves the particle that is looked into.
  public internal(set) var velocityReading: VelocityReading? {
    get { reading as? VelocityReading }
    set { reading = newValue }
  }
}

extension Stage {
  /// The pairs of the forward run.
  fileprivate var pairs: TransportPairs? { (method as? TransportStage)?.draws.pairs }
}

extension GaussianMixture {
  /// The share of a label.
  fileprivate func share(of label: String) -> Double {
    components.reduce(0) { $0 + ($1.label == label ? $1.weight : 0) }
  }
}
