/// A trained network's answer about a transport.
///
/// The network has learned the velocity alone. Where the coupling has an exact field its score is
/// the exact one, as noise on the way needs it: −noise / sigma would be wrong here.
public struct LearnedVelocityField: VelocityField {
  public let weights: Weights
  private let transport: Transport
  private let subject: TransportSubject
  private let frame: TransportFrame
  private let predictor: Predictor

  public var knowsScore: Bool { transport.coupling.isExact }
  public var isRounded: Bool { true }

  /// - Parameter isLabelPassed: whether a network that knows labels is told that of each point.
  public init(
    weights: Weights, of transport: Transport, isLabelPassed: Bool = true,
    instructions: InstructionSet = .best
  ) {
    self.weights = weights
    self.transport = transport
    subject = isLabelPassed && !weights.labels.isEmpty ? .own : .everybody
    frame = TransportFrame(of: transport)
    predictor = Predictor(weights: weights, kernels: Kernels(instructions))
  }

  public func velocities(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [Point] {
    var velocities = [Point](repeating: .zero, count: points.count)
    func answer(_ members: [Int], told indices: [Int]) {
      let label = LabelInput.vector(of: indices, among: weights.labels.count)
      self.answer(
        points, members, at: time, label: label, heights: conditioning.heights, into: &velocities)
    }
    switch subject {
    case .labels(let indices): answer(Array(points.indices), told: indices)
    case .everybody: answer(Array(points.indices), told: [])
    case .own:
      guard let labels = conditioning.labels else {
        answer(Array(points.indices), told: [])
        break
      }
      for (label, members) in Dictionary(grouping: points.indices, by: { labels[$0] }) {
        answer(members, told: [label])
      }
    }
    return velocities
  }

  public func answering(for selection: LabelSelection?) -> (any VelocityField)? {
    guard let selection else { return LearnedVelocityField(self, of: .everybody) }
    let known = selection.labels.compactMap(weights.labels.firstIndex)
    guard known.count == selection.labels.count else { return nil }
    return LearnedVelocityField(self, of: .labels(known))
  }

  /// The same network asked for another velocityField.
  private init(_ other: LearnedVelocityField, of subject: TransportSubject) {
    weights = other.weights
    transport = other.transport
    frame = other.frame
    predictor = other.predictor
    self.subject = subject
  }

  public func fieldValues(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [FieldValue] {
    let velocities = velocities(of: points, given: conditioning, at: time)
    guard let exact = try? ExactVelocityField(transport, of: subject) else {
      return velocities.map { FieldValue(velocity: $0, score: .zero) }
    }
    return zip(velocities, exact.fieldValues(of: points, given: conditioning, at: time)).map {
      FieldValue(velocity: $0, score: $1.score)
    }
  }

  private func answer(
    _ points: [Point], _ members: [Int], at time: Double, label: [Float], heights: [Double]?,
    into velocities: inout [Point]
  ) {
    let section = frame.section(at: time)
    let feature = TransportFrame.feature(ofTime: frame.clamped(time))
    let (lift, count) = (transport.lift ?? TransportLift(), weights.heights)
    func tellHeight(of index: Int, to places: UnsafeMutablePointer<Float>) {
      lift.tell(heights?[members[index]], among: count, to: places)
    }
    predictor.predict(
      count: members.count, logSNR: feature, label: label,
      point: { SIMD2<Float>((points[members[$0]] - section.centre) / section.spread) },
      further: count == 0 ? nil : tellHeight
    ) { index, output in
      velocities[members[index]] = section.velocity + section.speed * Point(output)
    }
  }
}
