/// A network made ready to be asked about whole batches, from any thread.
struct Predictor: Sendable {
  private let mlp: MLP
  private let parameters: AlignedFloats
  private let features: FeatureMap
  private let kernels: Kernels
  private let scratch: ScratchMemory

  init(weights: Weights, kernels: Kernels) {
    mlp = MLP(weights.architecture)
    parameters = AlignedFloats(mlp.pad(weights.parameters))
    features = FeatureMap(frequencies: weights.frequencies)
    self.kernels = kernels
    scratch = ScratchMemory(count: mlp.scratchCount)
  }

  /// Asks the network about points at one level, in canonical coordinates.
  ///
  /// - Parameters:
  ///   - label: what tells the network labels, a number for each it knows.
  ///   - point: the canonical coordinates of the point with an index below `count`.
  ///   - further: writes what the network is told of each point besides, its last inputs; nil for
  ///     nothing.
  ///   - answer: called with each index, in order, and the network's first two outputs.
  ///   - shares: called after it with the two outputs after those, of a network that has them; nil
  ///     for nobody.
  func predict(
    count: Int, logSNR: Double, label: [Float], point: (Int) -> SIMD2<Float>,
    further: ((Int, UnsafeMutablePointer<Float>) -> Void)? = nil,
    answer: (Int, SIMD2<Float>) -> Void, shares: ((Int, SIMD2<Float>) -> Void)? = nil
  ) {
    WorkWatch.count(answers: count)
    let level = FeatureMap.features(ofLogSNR: logSNR)
    let shared = (0..<FeatureMap.level.count).map { level[$0] } + label
    let sums = firstSums(of: shared)
    // What is shared counts as the last inputs, unless there are others after it.
    let distance = mlp.layers[0].inputStride
    scratch.with { scratch in
      for first in stride(from: 0, to: count, by: MLP.blockSize) {
        let rows = min(MLP.blockSize, count - first)
        withUnsafeTemporaryAllocation(of: SIMD2<Float>.self, capacity: MLP.blockSize) { points in
          guard let points = points.baseAddress else { return }
          for row in 0..<rows {
            (points + row).initialize(to: FeatureMap.bounded(point(first + row)))
          }
          features.write(
            points, count: rows, to: scratch, distance: distance, kernels: kernels)
        }
        if let further {
          for row in 0..<rows {
            let place = scratch + row * distance + FeatureMap.level.lowerBound
            for (index, number) in shared.enumerated() { place[index] = number }
            further(first + row, place + shared.count)
          }
        }
        parameters.withPointer { parameters in
          sums.withPointer { sums in
            mlp.forward(
              parameters: parameters, scratch: scratch, rows: rows, keepsSlopes: false,
              shared: further == nil ? (shared.count, sums) : nil, kernels: kernels)
          }
        }
        guard let last = mlp.layers.last else { return }
        for row in 0..<rows {
          let output = scratch + last.output + row * last.outputStride
          answer(first + row, SIMD2(Self.sane(output[0]), Self.sane(output[1])))
          if let shares, last.outputs == 4 {
            shares(first + row, SIMD2(Self.sane(output[2]), Self.sane(output[3])))
          }
        }
      }
    }
  }

  /// An output in units of the data's spread; one that only broken weights give counts as 0, so that
  /// whoever draws or samples on never meets an infinity.
  private static func sane(_ output: Float) -> Float { abs(output) <= 1e6 ? output : 0 }

  /// What the features of the level and the label, the last of the inputs, and the biases give in the
  /// first layer: the same for all points, so it is worked out once.
  private func firstSums(of shared: [Float]) -> AlignedFloats {
    let layer = mlp.layers[0]
    var sums = AlignedFloats(zeros: layer.outputStride)
    sums.withMutablePointer { sums in
      parameters.withPointer { parameters in
        shared.withUnsafeBufferPointer { shared in
          guard let start = shared.baseAddress else { return }
          kernels.multiply(
            MatrixProduct(
              rows: 1, columns: layer.outputs, depth: shared.count, a: start,
              rowStride: shared.count, depthStride: 1,
              b: parameters + layer.weights + FeatureMap.level.lowerBound * layer.outputStride,
              bStride: layer.outputStride, c: sums, cStride: layer.outputStride,
              start: parameters + layer.biases, startStride: 0))
        }
      }
    }
    return sums
  }
}
