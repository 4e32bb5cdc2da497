/// A batch of pairs on their way, each at a time of its own: what a network learns velocities from.
///
/// Pairs are drawn for the whole batch at once, since optimal transport matches them among
/// themselves.
struct TransportBatch: BatchSource {
  private let points: [SIMD2<Float>]
  private let targets: [SIMD2<Float>]
  private let times: [SIMD4<Float>]
  private let told: [LabelSet]
  private let labelCount: Int
  /// The third coordinates and how they are told; nil where there are none.
  private let heights: (lift: TransportLift, count: Int, told: [Double?])?
  private let features: FeatureMap
  private let kernels: Kernels

  var size: Int { points.count }

  /// - Parameters:
  ///   - pairs: the pairs, one for each member.
  ///   - labelCount: how many labels there are to be told; 0 for a network that is told none.
  ///   - labelDropout: how often a network that is told labels or heights is told none.
  init(
    _ pairs: TransportPairs, of transport: Transport, in frame: TransportFrame, labelCount: Int,
    labelDropout: Double, features: FeatureMap, kernels: Kernels, from stream: inout RandomStream
  ) {
    var points: [SIMD2<Float>] = []
    var targets: [SIMD2<Float>] = []
    var times: [SIMD4<Float>] = []
    let count = Double(pairs.count)
    let (first, last) = (frame.times.lowerBound, frame.times.upperBound)
    for i in 0..<pairs.count {
      // Every member has a stratum of its own.
      let share = (Double(i) + stream.uniform()) / count
      let time = first + (last - first) * share
      let section = frame.section(at: time)
      let (point, velocity) = transport.state(of: pairs, i, at: time)
      points.append(FeatureMap.bounded(SIMD2<Float>((point - section.centre) / section.spread)))
      targets.append(SIMD2<Float>((velocity - section.velocity) / section.speed))
      times.append(FeatureMap.features(ofLogSNR: TransportFrame.feature(ofTime: time)))
    }
    (self.points, self.targets, self.times) = (points, targets, times)
    told =
      labelCount == 0
      ? []
      : pairs.labels.map {
        LabelSet.told(
          with: $0, among: labelCount, place: stream.uniform(), dropout: labelDropout)
      }
    self.labelCount = labelCount
    heights = transport.lift.map { lift in
      let told = pairs.heights.map { stream.uniform() < labelDropout ? nil : $0 }
      return (lift, transport.heightInputs, told)
    }
    self.features = features
    self.kernels = kernels
  }

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream { RandomStream(seed: 0) }

  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>
  ) {
    for (row, member) in members.enumerated() {
      targets[row] = self.targets[member]
      (inputs + row * distance).store(times[member], FeatureMap.level.lowerBound)
      if labelCount > 0 {
        told[member].write(among: labelCount, to: inputs + row * distance + FeatureMap.count)
      }
      if let heights {
        heights.lift.tell(
          heights.told[member], among: heights.count,
          to: inputs + row * distance + FeatureMap.count + labelCount)
      }
    }
    points.withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(
        start + members.lowerBound, count: members.count, to: inputs, distance: distance,
        kernels: kernels)
    }
  }
}
