/// Blends how two models of a transport say that points move: `weak + weight · (strong − weak)`, for
/// velocities and for scores alike.
///
/// It is to transports what `GuidedDenoiser` is to diffusion; with the standard prior the two agree.
public struct GuidedVelocityField: VelocityField {
  public let strong: any VelocityField
  public let weak: any VelocityField
  public let weight: Double
  /// The `sigma / alpha` of the path between which guidance acts; elsewhere `strong` is left alone.
  public let interval: ClosedRange<Double>
  private let path: ContinuousPath

  public init(
    strong: any VelocityField, weak: any VelocityField, weight: Double,
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

  public func fieldValues(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [FieldValue] {
    let stronger = strong.fieldValues(of: points, given: conditioning, at: time)
    if !blends(at: time) { return stronger }
    return zip(weak.fieldValues(of: points, given: conditioning, at: time), stronger).map {
      weak, strong in
      FieldValue(
        velocity: weak.velocity + weight * (strong.velocity - weak.velocity),
        score: weak.score + weight * (strong.score - weak.score))
    }
  }

  public func velocities(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [Point] {
    let stronger = strong.velocities(of: points, given: conditioning, at: time)
    if !blends(at: time) { return stronger }
    return zip(weak.velocities(of: points, given: conditioning, at: time), stronger).map {
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
