import Foundation

/// A walk of points in continuous time, outside any noise schedule.
///
/// ```
/// Langevin:            dX = score(X) dτ + noise · √2 dW     X' = X + step · score(X) + noise · √(2 step) · z
/// Ornstein-Uhlenbeck:  dX = -θ X dτ + σ dW                  X' = e^(-θ h) X + σ √((1 - e^(-2 θ h)) / (2 θ)) · z
/// ```
/// The first is the unadjusted walk of Euler and Maruyama, whose law is right only for small steps
/// and `noise` 1; with `noise` 0 it climbs the density. The second is exact for every time h, and with
/// θ = 0 it is Brownian motion. Everything is in the data's own units.
public enum RandomWalk: Sendable, Hashable {
  case langevin(step: Double, noise: Double)
  case ornsteinUhlenbeck(theta: Double, sigma: Double)

  /// Lengths of a Langevin step, in squares of the data's unit.
  public static let steps = 1e-6...10.0
  /// Times the noise that Langevin dynamics needs.
  public static let noises = 0.0...10.0
  /// Pulls, and deviations of noise in a unit of time.
  public static let thetas = 0.0...100.0
  public static let sigmas = 0.0...100.0

  /// The time of a step of the Ornstein-Uhlenbeck walk.
  public static let time = 0.02

  /// The walkers after one more step.
  ///
  /// - Parameters:
  ///   - density: where Langevin walks: its score is asked for at every place.
  ///   - stream: the noise of this step.
  public func next(
    _ points: [Point], in density: DiffusedMixture, from stream: inout RandomStream
  ) -> [Point] {
    switch self {
    case .langevin(let step, let noise):
      let kick = noise * (2 * step).squareRoot()
      return points.map { point in
        let moved = point + step * density.score(at: point) + kick * stream.normalPoint()
        // A step that is far too long throws a walker out of all numbers.
        return moved.isFinite ? moved : point
      }
    case .ornsteinUhlenbeck(let theta, _):
      let kept = exp(-theta * Self.time)
      let kick = deviation(from: 0, after: Self.time)
      return points.map { kept * $0 + kick * stream.normalPoint() }
    }
  }

  /// The standard deviation per axis of the law that the walk rests in, around the origin; nil where
  /// there is none, or where it is not known.
  public var limit: Double? {
    guard case .ornsteinUhlenbeck(let theta, let sigma) = self, theta > 0 else { return nil }
    return sigma / (2 * theta).squareRoot()
  }

  /// The standard deviation per axis after a time, of walkers that began with one; nil for Langevin,
  /// where it depends on the density.
  public func spread(from start: Double, after time: Double) -> Double? {
    guard case .ornsteinUhlenbeck = self else { return nil }
    return deviation(from: start, after: time)
  }

  private func deviation(from start: Double, after time: Double) -> Double {
    guard case .ornsteinUhlenbeck(let theta, let sigma) = self else { return 0 }
    // (1 - e^(-2 θ t)) / (2 θ), which is t without a pull.
    let gained = theta > 0 ? -expm1(-2 * theta * time) / (2 * theta) : time
    return (exp(-2 * theta * time) * start * start + sigma * sigma * gained).squareRoot()
  }
}

extension RandomWalk {
  /// The same walk in the coordinates of a frame, around the same origin.
  public func seen(in frame: Standardization) -> RandomWalk {
    switch self {
    case .langevin(let step, let noise):
      .langevin(step: step / (frame.spread * frame.spread), noise: noise)
    case .ornsteinUhlenbeck(let theta, let sigma):
      .ornsteinUhlenbeck(theta: theta, sigma: sigma / frame.spread)
    }
  }
}
