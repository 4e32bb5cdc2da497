import Foundation

/// A model that can say how points of a transport move.
public protocol TransportModel: Sendable {
  /// The motion of every point of a batch at a time from 0 (data) to 1 (prior).
  ///
  /// - Parameter cargo: what the points carry; as much for each as there are points.
  func motions(of points: [Point], carrying cargo: TransportCargo, at time: Double)
    -> [TransportMotion]

  /// The velocities alone, which may be cheaper.
  func velocities(of points: [Point], carrying cargo: TransportCargo, at time: Double) -> [Point]

  /// Whether its scores can be used: a model of the velocity alone does not know them.
  var knowsScore: Bool { get }

  /// How many models are asked for a motion at a time: two where guidance compares two.
  func calls(at time: Double) -> Int

  /// Whether its answers have the rounding of single precision, as those of networks do.
  var isRounded: Bool { get }

  /// The model of some labels alone, or without any of everybody; nil for a model that cannot tell.
  func answering(for selection: LabelSelection?) -> (any TransportModel)?
}

extension TransportModel {
  /// One, for a model that is not made of others.
  public func calls(at time: Double) -> Int { 1 }

  /// No, for a model that answers in double precision.
  public var isRounded: Bool { false }

  /// Itself for everybody, for a model that knows no labels.
  public func answering(for selection: LabelSelection?) -> (any TransportModel)? {
    selection == nil ? self : nil
  }

  public func velocities(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [Point] {
    motions(of: points, carrying: cargo, at: time).map(\.velocity)
  }
}

/// The exact answer of a transport.
public struct ExactMotion: TransportModel {
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

  /// The exact motion of some labels together, or of everybody.
  func answer(for selection: LabelSelection?) -> ExactMotion {
    ExactMotion(
      exact: transport, of: selection.map { TransportSubject.labels($0.indices) } ?? .everybody)
  }

  public func answering(for selection: LabelSelection?) -> (any TransportModel)? {
    answer(for: selection)
  }

  public func motions(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [TransportMotion] {
    switch subject {
    case .labels(let indices):
      return transport.marginal(at: time, ofLabels: indices).motions(of: points)
    case .own:
      if let labels = cargo.labels { return motions(of: points, labels: labels, at: time) }
    case .everybody: break
    }
    if let lift = transport.lift, let heights = cargo.heights {
      return lifted(points, heights, lift, at: time)
    }
    return transport.marginal(at: time).motions(of: points)
  }

  /// Where a point has its clean end, `p(clean | x)`, as far as its place and what it carries tell;
  /// nil at the clean end, where the point is the answer.
  ///
  /// - Parameter cargo: what that point carries.
  public func posterior(
    of point: Point, carrying cargo: TransportCargo, at time: Double
  ) -> GaussianMixture? {
    switch subject {
    case .labels(let indices):
      return transport.marginal(at: time, ofLabels: indices).posterior(of: point)
    case .own:
      if let label = cargo.labels?.first {
        return transport.marginal(at: time, ofLabels: [label]).posterior(of: point)
      }
    case .everybody: break
    }
    let marginal = transport.marginal(at: time)
    guard let lift = transport.lift, let height = cargo.heights?.first else {
      return marginal.posterior(of: point)
    }
    return marginal.posterior(
      of: point, told: transport.labels.indices.map { lift.logDensity(of: height, label: $0) })
  }

  /// Each point by the field of its class.
  private func motions(
    of points: [Point], labels: [Int], at time: Double
  ) -> [TransportMotion] {
    var members: [Int: [Int]] = [:]
    for (index, label) in labels.enumerated() { members[label, default: []].append(index) }
    var motions = [TransportMotion](
      repeating: TransportMotion(velocity: .zero, score: .zero), count: points.count)
    for (label, indices) in members {
      let field = transport.marginal(at: time, ofLabels: [label])
      for (index, motion) in zip(indices, field.motions(of: indices.map { points[$0] })) {
        motions[index] = motion
      }
    }
    return motions
  }

  /// The classes' fields, weighed by how probable each class is at the point and its height.
  private func lifted(
    _ points: [Point], _ heights: [Double], _ lift: TransportLift, at time: Double
  ) -> [TransportMotion] {
    let shares = transport.shares
    let present = shares.indices.filter { shares[$0] > 0 }
    let fields = present.map { transport.marginal(at: time, ofLabels: [$0]) }
    let motions = fields.map { $0.motions(of: points) }
    let densities = fields.map { $0.logDensities(at: points) }
    return points.indices.map { i in
      let weights = LogWeights(
        present.indices.map { k in
          densities[k][i] + lift.logDensity(of: heights[i], label: present[k])
        }, shares: present.map { shares[$0] })
      return TransportMotion(
        velocity: weights.mean { motions[$0][i].velocity },
        score: weights.mean { motions[$0][i].score })
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
