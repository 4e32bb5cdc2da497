import Foundation

/// A model that can say how points of a transport move.
public protocol VelocityField: Sendable {
  /// The velocity field of every point of a batch at a time from 0 (data) to 1 (prior).
  ///
  /// - Parameter conditioning: what the points carry; as much for each as there are points.
  func fieldValues(of points: [Point], given conditioning: Conditioning, at time: Double)
    -> [FieldValue]

  /// The velocities alone, which may be cheaper.
  func velocities(of points: [Point], given conditioning: Conditioning, at time: Double) -> [Point]

  /// Whether its scores can be used: a model of the velocity alone does not know them.
  var knowsScore: Bool { get }

  /// How many models are asked for a velocity field at a time: two where guidance compares two.
  func calls(at time: Double) -> Int

  /// Whether its answers have the rounding of single precision, as those of networks do.
  var isRounded: Bool { get }

  /// The model of some labels alone, or without any of everybody; nil for a model that cannot tell.
  func answering(for selection: LabelSelection?) -> (any VelocityField)?
}

extension VelocityField {
  /// One, for a model that is not made of others.
  public func calls(at time: Double) -> Int { 1 }

  /// No, for a model that answers in double precision.
  public var isRounded: Bool { false }

  /// Itself for everybody, for a model that knows no labels.
  public func answering(for selection: LabelSelection?) -> (any VelocityField)? {
    selection == nil ? self : nil
  }

  public func velocities(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [Point] {
    fieldValues(of: points, given: conditioning, at: time).map(\.velocity)
  }
}

/// The exact answer of a transport.
public struct ExactVelocityField: VelocityField {
  public let transport: Transport
  private let subject: TransportSubject

  public var knowsScore: Bool { true }

  /// Throws where the coupling has no exact field.
  ///
  /// - Parameter isLabelPassed: whether each point moves with its own class, by the label that it
  ///   carries.
  public init(_ transport: Transport, isLabelPassed: Bool) throws(TransportError) {
    try self.init(transport, of: isLabelPassed ? .own : .everybody)
  }

  init(_ transport: Transport, of subject: TransportSubject) throws(TransportError) {
    guard transport.coupling.isExact else { throw .noExactField(transport.coupling) }
    self.init(exact: transport, of: subject)
  }

  private init(exact transport: Transport, of subject: TransportSubject) {
    self.transport = transport
    self.subject = subject
  }

  /// The exact velocity field of some labels together, or of everybody.
  func answer(for selection: LabelSelection?) -> ExactVelocityField {
    ExactVelocityField(
      exact: transport, of: selection.map { TransportSubject.labels($0.indices) } ?? .everybody)
  }

  public func answering(for selection: LabelSelection?) -> (any VelocityField)? {
    answer(for: selection)
  }

  public func fieldValues(
    of points: [Point], given conditioning: Conditioning, at time: Double
  ) -> [FieldValue] {
    switch subject {
    case .labels(let indices):
      return transport.marginal(at: time, ofLabels: indices).fieldValues(of: points)
    case .own:
      if let labels = conditioning.labels {
        return fieldValues(of: points, labels: labels, at: time)
      }
    case .everybody: break
    }
    if let lift = transport.lift, let heights = conditioning.heights {
      return lifted(points, heights, lift, at: time)
    }
    return transport.marginal(at: time).fieldValues(of: points)
  }

  /// Where a point has its clean end, `p(clean | x)`, as far as its place and what it carries tell;
  /// nil at the clean end, where the point is the answer.
  ///
  /// - Parameter conditioning: what that point carries.
  public func posterior(
    of point: Point, given conditioning: Conditioning, at time: Double
  ) -> GaussianMixture? {
    switch subject {
    case .labels(let indices):
      return transport.marginal(at: time, ofLabels: indices).posterior(of: point)
    case .own:
      if let label = conditioning.labels?.first {
        return transport.marginal(at: time, ofLabels: [label]).posterior(of: point)
      }
    case .everybody: break
    }
    let marginal = transport.marginal(at: time)
    guard let lift = transport.lift, let height = conditioning.heights?.first else {
      return marginal.posterior(of: point)
    }
    return marginal.posterior(
      of: point, told: transport.labels.indices.map { lift.logDensity(of: height, label: $0) })
  }

  /// Each point by the field of its class.
  private func fieldValues(
    of points: [Point], labels: [Int], at time: Double
  ) -> [FieldValue] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var fieldValues = [FieldValue](
      repeating: FieldValue(velocity: .zero, score: .zero), count: points.count)
    for (label, indices) in members {
      let field = transport.marginal(at: time, ofLabels: [label])
      for (index, velocityField) in zip(indices, field.fieldValues(of: indices.map { points[$0] }))
      {
        fieldValues[index] = velocityField
      }
    }
    return fieldValues
  }

  /// The classes' fields, weighed by how probable each class is at the point and its height.
  private func lifted(
    _ points: [Point], _ heights: [Double], _ lift: TransportLift, at time: Double
  ) -> [FieldValue] {
    let shares = transport.shares
    let present = shares.indices.filter { shares[$0] > 0 }
    let fields = present.map { transport.marginal(at: time, ofLabels: [$0]) }
    let fieldValues = fields.map { $0.fieldValues(of: points) }
    let densities = fields.map { $0.logDensities(at: points) }
    return points.indices.map { i in
      let weights = LogWeights(
        present.indices.map { k in
          densities[k][i] + lift.logDensity(of: heights[i], label: present[k])
        }, shares: present.map { shares[$0] })
      return FieldValue(
        velocity: weights.mean { fieldValues[$0][i].velocity },
        score: weights.mean { fieldValues[$0][i].score })
    }
  }
}

/// Weights given by their logarithms, summing to 1.
private struct LogWeights {
  private let weights: [Double]

  init(_ logarithms: [Double], shares: [Double]) {
    let peak = logarithms.max() ?? 0
    let terms = zip(logarithms, shares).map { exp($0 - peak) * $1 }
    let total = terms.reduce(0, +)
    weights = terms.map { $0 / total }
  }

  func mean(of point: (Int) -> Point) -> Point {
    weights.indices.reduce(.zero) { $0 + weights[$1] * point($1) }
  }
}
