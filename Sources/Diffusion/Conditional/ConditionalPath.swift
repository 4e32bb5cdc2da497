/// The way from noise to one end alone, a component of the data or one data point: `p_t(x | x0)`.
///
/// What a network learns by regression on samples, the marginal score and velocity, is the mean of
/// those of these ways, each weighted by how probable its end is at the place (Lipman et al. 2023,
/// equation 8). These are Gaussians, and all of it is known in closed form.
public protocol ConditionalPath: Sendable {
  /// Where its points are: one Gaussian, or one for each prior that leads there, with their shares.
  func gaussians(at place: PathPlace) -> [GaussianMixture.Component]

  /// The score and the velocity dx/dt, t from 0 (data) to 1 (noise), of its points alone. Where it has
  /// no width left they may be infinite.
  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue]

  /// Points that follow its own probability flow from the first of some places to the others.
  ///
  /// - Parameter places: from noise to data, at least two.
  /// - Returns: the points at each of the places, those given first.
  func flow(from points: [Point], through places: [PathPlace]) -> [[Point]]
}

extension ConditionalPath {
  /// Points of the way at a place. The same stream gives points that move smoothly with the place.
  public func draw(
    _ count: Int, at place: PathPlace, from stream: inout RandomStream
  ) -> [Point] {
    let gaussians = gaussians(at: place)
    let total = gaussians.reduce(0) { $0 + $1.weight }
    return (0..<count).map { _ in
      var left = total * stream.uniform()
      let normal = stream.normalPoint()
      // Rounding may leave a little of the last one.
      let chosen = gaussians.first { gaussian in
        left -= gaussian.weight
        return left < 0
      }
      guard let gaussian = chosen ?? gaussians.last else { return .zero }
      return gaussian.mean + gaussian.covariance.coloured(normal)
    }
  }
}

/// The ways to all ends that the data is made of, and what they are together.
public protocol ConditionalPaths: Sendable {
  /// What they lead to, a component for each.
  var ends: GaussianMixture { get }

  /// How probable it is that a point at a place belongs to the way to each end; they sum to 1.
  func shares(of point: Point, at place: PathPlace) -> [Double]

  /// The score and the velocity of all points together.
  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue]

  /// The way to one end, by its index; nil where nothing leads there.
  func path(to end: Int) -> (any ConditionalPath)?
}

extension Laboratory {
  /// The ways to single ends that the way of the whole is made of; nil where the method has none that
  /// are known.
  public var conditionalPaths: (any ConditionalPaths)? { process.conditionalPaths(in: self) }
}
