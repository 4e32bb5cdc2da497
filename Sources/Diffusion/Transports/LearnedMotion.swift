/// A trained network's answer about a transport.
///
/// The network has learned the velocity alone. Where the coupling has an exact field its score is
/// the exact one, as noise on the way needs it: −noise / sigma would be wrong here.
public struct LearnedMotion: TransportModel {
  public let weights: Weights
  private let transport: Transport
  private let frame: TransportFrame
  private let predictor: Predictor

  public var knowsScore: Bool { transport.coupling.isExact }

  public init(weights: Weights, of transport: Transport, instructions: InstructionSet = .best) {
    self.weights = weights
    self.transport = transport
    frame = TransportFrame(of: transport)
    predictor = Predictor(weights: weights, kernels: Kernels(instructions))
  }

  public func velocities(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [Point] {
    var velocities = [Point](repeating: .zero, count: points.count)
    guard !weights.labels.isEmpty, let labels = cargo.labels else {
      let untold = [Float](repeating: 0, count: weights.labels.count)
      answer(points, Array(points.indices), at: time, label: untold, into: &velocities)
      return velocities
    }
    for (label, members) in Dictionary(grouping: points.indices, by: { labels[$0] }) {
      let told = LabelInput.vector(of: [label], among: weights.labels.count)
      answer(points, members, at: time, label: told, into: &velocities)
    }
    return velocities
  }

  public func motions(
    of points: [Point], carrying cargo: TransportCargo, at time: Double
  ) -> [TransportMotion] {
    let velocities = velocities(of: points, carrying: cargo, at: time)
    guard knowsScore else {
      return velocities.map { TransportMotion(velocity: $0, score: .zero) }
    }
    let exact = transport.marginal(at: time).motions(of: points)
    return zip(velocities, exact).map { TransportMotion(velocity: $0, score: $1.score) }
  }

  private func answer(
    _ points: [Point], _ members: [Int], at time: Double, label: [Float],
    into velocities: inout [Point]
  ) {
    let section = frame.section(at: time)
    let feature = TransportFrame.feature(ofTime: max(TransportFrame.firstTime, time))
    predictor.predict(count: members.count, logSNR: feature, label: label) { index in
      SIMD2<Float>((points[members[index]] - section.centre) / section.spread)
    } answer: { index, output in
      velocities[members[index]] = section.velocity + section.speed * Point(output)
    }
  }
}
