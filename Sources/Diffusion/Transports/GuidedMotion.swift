/// Blends how two models of a transport say that points move: `weak + weight · (strong − weak)`, for
/// velocities and for scores alike.
///
/// It is to transports what `GuidedDenoiser` is to diffusion; with the standard prior the two agree.
public struct GuidedMotion: TransportModel {
  public let strong: any TransportModel
  public let weak: any TransportModel
  public let weight: Double
  /// The `sigma / alpha` of the path between which guidance acts; elsewhere `strong` is left alone.
  public let interval: ClosedRange<Double>
  private let path: ContinuousPath

  public init(
    strong: any TransportModel, weak: any TransportModel, weight: Double,
    interval: ClosedRange<Double> = 0...Double.infinity, along path: ContinuousPath
  ) {
    self.strong = strong
    self.weak = weak
    self.weight = weight
    self.interval = interval
    self.path = path
  }

  public var knowsScore: Bool { strong.knowsScore && weak.knowsScore }
  public var isRounded: Bool { strong.isRounded || weak.isRounded }

  public func motions(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [TransportMotion] {
    let stronger = strong.motions(of: points, carrying: cargo, at: time)
    if !blends(at: time) { return stronger }
    return zip(weak.motions(of: points, carrying: cargo, at: time), stronger).map { weak, strong in
      TransportMotion(
        velocity: weak.velocity + weight * (strong.velocity - weak.velocity),
        score: weak.score + weight * (strong.score - weak.score))
    }
  }

  public func velocities(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [Point] {
    let stronger = strong.velocities(of: points, carrying: cargo, at: time)
    if !blends(at: time) { return stronger }
    return zip(weak.velocities(of: points, carrying: cargo, at: time), stronger).map {
      $0 + weight * ($1 - $0)
    }
  }

  public func calls(at time: Double) -> Int {
    strong.calls(at: time) + (blends(at: time) ? weak.calls(at: time) : 0)
  }

  /// Whether the weak model is asked too.
  private func blends(at time: Double) -> Bool {
    weight != 1 && interval.contains(path.level(at: time).relativeSigma)
  }
}
