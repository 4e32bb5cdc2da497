/// A network of jumps made ready to be asked, from any thread: for every point the mean velocity of
/// the way from one angle to another.
struct FlowMapPredictor: Sendable {
  let mlp: MLP
  let parameters: AlignedFloats
  let features: FeatureMap
  let kernels: Kernels

  /// Where the network is told what a jump leads to: the four features of a level, after those that
  /// it begins at.
  static let target = FeatureMap.count..<FeatureMap.count + FeatureMap.level.count
  /// The number of the network's inputs.
  static let inputs = target.upperBound

  /// The mean velocities of the jumps of canonical points.
  func velocities(
    of points: [SIMD2<Float>], along spans: [FlowMapSpan]
  ) -> [SIMD2<Float>] {
    var velocities: [SIMD2<Float>] = []
    velocities.reserveCapacity(points.count)
    inBlocks(points, spans) { rows, scratch in
      pass(rows: rows, scratch, keepsSlopes: false)
      append(rows, of: scratch, \.output, to: &velocities)
    }
    return velocities
  }

  /// The mean velocities and how fast they change where the points move with their own velocities,
  /// while the angle they jump from rises: `v · ∂F/∂x + ∂F/∂from`.
  func velocitiesAndRates(
    of points: [SIMD2<Float>], moving motion: [SIMD2<Float>], along spans: [FlowMapSpan]
  ) -> (velocities: [SIMD2<Float>], rates: [SIMD2<Float>]) {
    var velocities: [SIMD2<Float>] = []
    var rates: [SIMD2<Float>] = []
    let stride = mlp.layers[0].inputStride
    var tangents = AlignedFloats(zeros: MLP.blockSize * stride)
    var first = 0
    inBlocks(points, spans) { rows, scratch in
      tangents.withMutablePointer { tangents in
        for row in 0..<rows {
          let place = tangents + row * stride
          features.writeRates(
            of: motion[first + row], features: scratch + row * stride, to: place)
          place.store(
            FlowMapSpan.featureRates(at: spans[first + row].from), FeatureMap.level.lowerBound)
        }
        pass(rows: rows, scratch, keepsSlopes: true)
        parameters.withPointer {
          mlp.forwardTangents(
            parameters: $0, scratch: scratch, tangents: UnsafePointer(tangents), rows: rows,
            kernels: kernels)
        }
      }
      append(rows, of: scratch, \.output, to: &velocities)
      append(rows, of: scratch, \.delta, to: &rates)
      first += rows
    }
    return (velocities, rates)
  }

  private func inBlocks(
    _ points: [SIMD2<Float>], _ spans: [FlowMapSpan],
    _ body: (_ rows: Int, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    WorkWatch.count(answers: points.count)
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    scratch.withMutablePointer { scratch in
      for first in stride(from: 0, to: points.count, by: MLP.blockSize) {
        let range = first..<min(first + MLP.blockSize, points.count)
        Self.write(
          points[range], spans[range], features, to: scratch, distance: mlp.layers[0].inputStride,
          kernels: kernels)
        body(range.count, scratch)
      }
    }
  }

  private func pass(rows: Int, _ scratch: UnsafeMutablePointer<Float>, keepsSlopes: Bool) {
    parameters.withPointer {
      mlp.forward(
        parameters: $0, scratch: scratch, rows: rows, keepsSlopes: keepsSlopes, kernels: kernels)
    }
  }

  private func append(
    _ rows: Int, of scratch: UnsafeMutablePointer<Float>, _ place: KeyPath<MLP.Layer, Int>,
    to answers: inout [SIMD2<Float>]
  ) {
    guard let last = mlp.layers.last else { return }
    for row in 0..<rows {
      let output = scratch + last[keyPath: place] + row * last.outputStride
      answers.append(SIMD2(Self.sane(output[0]), Self.sane(output[1])))
    }
  }

  /// An output that only broken weights give counts as 0, so that nobody meets an infinity.
  private static func sane(_ output: Float) -> Float { abs(output) <= 1e6 ? output : 0 }

  /// Writes what the network sees, a row for each jump.
  static func write(
    _ points: ArraySlice<SIMD2<Float>>, _ spans: ArraySlice<FlowMapSpan>, _ features: FeatureMap,
    to rows: UnsafeMutablePointer<Float>, distance: Int, kernels: Kernels
  ) {
    let bounded = points.map(FeatureMap.bounded)
    bounded.withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(start, count: points.count, to: rows, distance: distance, kernels: kernels)
    }
    // Jumps of a run all have the same span.
    var known: (span: FlowMapSpan, from: SIMD4<Float>, to: SIMD4<Float>)?
    for (row, span) in spans.enumerated() {
      let levels =
        known?.span == span
        ? known
        : (span, FlowMapSpan.features(of: span.from), FlowMapSpan.features(of: span.to))
      known = levels
      guard let levels else { continue }
      (rows + row * distance).store(levels.from, FeatureMap.level.lowerBound)
      (rows + row * distance).store(levels.to, target.lowerBound)
    }
  }
}
