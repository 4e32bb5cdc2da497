/// The ways of a transport to the components of its data, each from all starts that are paired with it.
struct TransportPaths: ConditionalPaths {
  private let transport: Transport
  private let field: ExactVelocityField

  /// Nil where the coupling has no exact field.
  init?(_ transport: Transport) {
    guard let field = try? ExactVelocityField(transport, isLabelPassed: false) else { return nil }
    self.transport = transport
    self.field = field
  }

  var ends: GaussianMixture { transport.data }

  func shares(of point: Point, at place: PathPlace) -> [Double] {
    transport.componentShares(of: point, at: place.time)
  }

  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue] {
    field.fieldValues(of: points, given: Conditioning(), at: place.time)
  }

  func path(to end: Int) -> (any ConditionalPath)? {
    guard ends.components.indices.contains(end), ends.components[end].weight > 0,
      let alone = try? transport.leading(to: end)
    else { return nil }
    return TransportWay(alone)
  }
}

/// One of them: a transport whose data is a single component.
struct TransportWay: ConditionalPath {
  private let transport: Transport
  private let field: ExactVelocityField

  init?(_ transport: Transport) {
    guard let field = try? ExactVelocityField(transport, isLabelPassed: false) else { return nil }
    self.transport = transport
    self.field = field
  }

  func gaussians(at place: PathPlace) -> [GaussianMixture.Component] {
    transport.marginal(at: place.time).components
  }

  func fieldValues(of points: [Point], at place: PathPlace) -> [FieldValue] {
    field.fieldValues(of: points, given: Conditioning(), at: place.time)
  }

  func flow(from points: [Point], through places: [PathPlace]) -> [[Point]] {
    let process = TransportProcess(
      model: field, solver: .adaptive, times: places.map(\.time), tolerance: Self.tolerance
    ) { _, count in Array(repeating: .zero, count: count) }
    var here = points
    return [points]
      + (0..<process.steps).map { step in
        here = process.advance(here, step: step)
        return here
      }
  }

  /// Far finer than what can be drawn.
  private static let tolerance = 1e-6
}

extension Transport {
  /// The transport whose data is one of its components, with the same prior, coupling and path.
  fileprivate func leading(to component: Int) throws(TransportError) -> Transport {
    try Transport(
      data: data.alone(component), prior: prior, coupling: coupling, path: path, clocks: clocks,
      bridgeNoise: bridgeNoise, lift: lift)
  }

  /// How probable it is that a point at a time ends in each component of the data.
  fileprivate func componentShares(of point: Point, at time: Double) -> [Double] {
    var shares = [Double](repeating: 0, count: data.components.count)
    let responsibilities = marginal(at: time).mixture.responsibilities(at: point)
    for (pair, share) in zip(pairs, responsibilities) { shares[pair.clean] += share }
    return shares
  }
}
