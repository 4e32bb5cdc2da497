/// A network of one output made ready to be asked, from any thread: for every canonical point the output
/// f and its gradient there.
struct EnergyPredictor: Sendable {
  struct Answer: Sendable {
    var value: Float
    /// The gradient of f with respect to the canonical point.
    var gradient: SIMD2<Float>
  }

  private let mlp: MLP
  private let parameters: AlignedFloats
  private let transposed: AlignedFloats
  private let features: FeatureMap
  private let kernels: Kernels

  init(mlp: MLP, parameters: AlignedFloats, features: FeatureMap, kernels: Kernels) {
    var transposed = AlignedFloats(zeros: mlp.transposedCount)
    transposed.withMutablePointer { transposed in
      parameters.withPointer {
        mlp.transpose($0, into: transposed, includingFirst: true, kernels: kernels)
      }
    }
    (self.mlp, self.parameters, self.transposed) = (mlp, parameters, transposed)
    (self.features, self.kernels) = (features, kernels)
  }

  /// Asks about canonical points.
  ///
  /// - Parameter level: the features of the level of the point with an index.
  func answers(to points: [SIMD2<Float>], level: (Int) -> SIMD4<Float>) -> [Answer] {
    WorkWatch.count(answers: points.count)
    var answers: [Answer] = []
    answers.reserveCapacity(points.count)
    let distance = mlp.layers[0].inputStride
    let bounded = points.map(FeatureMap.bounded)
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    scratch.withMutablePointer { scratch in
      for first in stride(from: 0, to: points.count, by: MLP.blockSize) {
        let rows = min(MLP.blockSize, points.count - first)
        bounded.withUnsafeBufferPointer { points in
          guard let start = points.baseAddress else { return }
          features.write(
            start + first, count: rows, to: scratch, distance: distance, kernels: kernels)
        }
        for row in 0..<rows {
          (scratch + row * distance).store(level(first + row), FeatureMap.level.lowerBound)
        }
        pass(scratch, rows: rows, to: &answers)
      }
    }
    return answers
  }

  private func pass(
    _ scratch: UnsafeMutablePointer<Float>, rows: Int, to answers: inout [Answer]
  ) {
    guard let last = mlp.layers.last else { return }
    parameters.withPointer {
      mlp.forward(
        parameters: $0, scratch: scratch, rows: rows, keepsSlopes: true, kernels: kernels)
    }
    for row in 0..<rows { (scratch + last.delta)[row * last.outputStride] = 1 }
    transposed.withPointer {
      mlp.backwardToInputs(transposed: $0, scratch: scratch, rows: rows, kernels: kernels)
    }
    let width = mlp.layers[0].inputStride
    for row in 0..<rows {
      let gradient = features.pulledBack(
        scratch + mlp.carried + row * width, features: scratch + row * width)
      answers.append(
        Answer(
          value: Self.sane((scratch + last.output)[row * last.outputStride]),
          gradient: SIMD2(Self.sane(gradient.x), Self.sane(gradient.y))))
    }
  }

  /// An answer that only broken weights give counts as 0, so that nobody meets an infinity.
  private static func sane(_ answer: Float) -> Float { abs(answer) <= 1e6 ? answer : 0 }
}
