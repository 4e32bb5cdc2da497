import Foundation

/// A trained network's opinion of the labels of noisy points, and its gradient.
public struct LearnedClassifier: LabelClassifier {
  public let weights: ClassifierWeights
  private let mlp: MLP
  private let parameters: AlignedFloats
  private let transposed: AlignedFloats
  private let features: FeatureMap
  private let kernels: Kernels

  public init(weights: ClassifierWeights, instructions: InstructionSet = .best) {
    self.weights = weights
    let (mlp, kernels) = (MLP(weights.architecture), Kernels(instructions))
    let parameters = AlignedFloats(mlp.pad(weights.parameters))
    var transposed = AlignedFloats(zeros: mlp.transposedCount)
    transposed.withMutablePointer { transposed in
      parameters.withPointer {
        mlp.transpose($0, into: transposed, includingFirst: true, kernels: kernels)
      }
    }
    (self.mlp, self.kernels) = (mlp, kernels)
    (self.parameters, self.transposed) = (parameters, transposed)
    features = FeatureMap(frequencies: weights.frequencies)
  }

  public var calls: Int { 1 }
  public var isRounded: Bool { true }

  /// The probability of every label at points of a level, in the order of its labels.
  public func probabilities(at points: [Point], level: NoiseLevel) -> [[Double]] {
    let canonical = weights.standardization.canonical(level)
    return ask(points, at: canonical, of: []).map(\.probabilities)
  }

  /// `∇ log p(labels | x)` at points of a level; nil where it does not know the labels.
  public func gradients(
    of selection: LabelSelection, at points: [Point], level: NoiseLevel
  ) -> [Point]? {
    guard let picked = indices(of: selection) else { return nil }
    let canonical = weights.standardization.canonical(level)
    let factor = canonical.level.alpha / canonical.scale
    return ask(points, at: canonical, of: picked).map { factor * $0.slope }
  }

  public func leads(
    to selection: LabelSelection, from points: [Point], at level: NoiseLevel
  ) -> [Estimate]? {
    guard let picked = indices(of: selection) else { return nil }
    let canonical = weights.standardization.canonical(level)
    // sigma² / alpha times the gradient, whose factor alpha has been cancelled.
    let clean =
      level.sigma * level.sigma * weights.standardization.spread
      / (canonical.scale * canonical.scale)
    let noise = -level.sigma * canonical.level.alpha / canonical.scale
    return ask(points, at: canonical, of: picked).map {
      Estimate(clean: clean * $0.slope, noise: noise * $0.slope)
    }
  }

  private func indices(of selection: LabelSelection) -> [Int]? {
    let known = selection.labels.compactMap(weights.labels.firstIndex)
    return known.count == selection.labels.count ? known : nil
  }
}

extension LearnedClassifier {
  /// What the network says of a point.
  private struct Answer {
    var probabilities: [Double]
    /// The gradient of the labels' log probability with respect to the canonical point, divided by
    /// the canonical alpha.
    var slope: Point
  }

  private func ask(
    _ points: [Point], at canonical: CanonicalLevel, of picked: [Int]
  ) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(points.count)
    let level = FeatureMap.features(ofLogSNR: canonical.level.logSNR)
    var scratch = AlignedFloats(zeros: mlp.scratchCount)
    scratch.withMutablePointer { scratch in
      for first in stride(from: 0, to: points.count, by: MLP.blockSize) {
        let block = points[first..<min(first + MLP.blockSize, points.count)]
        write(block.map { SIMD2<Float>(canonical.point($0)) }, level, to: scratch)
        pass(scratch, rows: block.count, alpha: canonical.level.alpha, of: picked, to: &answers)
      }
    }
    return answers
  }

  private func write(
    _ points: [SIMD2<Float>], _ level: SIMD4<Float>, to rows: UnsafeMutablePointer<Float>
  ) {
    let distance = mlp.layers[0].inputStride
    points.map(FeatureMap.bounded).withUnsafeBufferPointer { points in
      guard let start = points.baseAddress else { return }
      features.write(start, count: points.count, to: rows, distance: distance, kernels: kernels)
      for row in points.indices {
        (rows + row * distance).store(level, FeatureMap.level.lowerBound)
      }
    }
  }

  private func pass(
    _ scratch: UnsafeMutablePointer<Float>, rows: Int, alpha: Double, of picked: [Int],
    to answers: inout [Answer]
  ) {
    guard let last = mlp.layers.last else { return }
    parameters.withPointer {
      mlp.forward(
        parameters: $0, scratch: scratch, rows: rows, keepsSlopes: true, kernels: kernels)
    }
    let start = answers.count
    for row in 0..<rows {
      let output = scratch + last.output + row * last.outputStride
      let delta = scratch + last.delta + row * last.outputStride
      let probabilities = probabilities(of: output, alpha: alpha)
      let share = picked.reduce(0) { $0 + probabilities[$1] }
      for label in probabilities.indices {
        // Of labels that have no probability left each counts alike.
        let own = share > 0 ? probabilities[label] / share : 1 / Double(max(1, picked.count))
        delta[label] = Float((picked.contains(label) ? own : 0) - probabilities[label])
      }
      answers.append(Answer(probabilities: probabilities, slope: .zero))
    }
    if picked.isEmpty { return }
    transposed.withPointer {
      mlp.backwardToInputs(transposed: $0, scratch: scratch, rows: rows, kernels: kernels)
    }
    let width = mlp.layers[0].inputStride
    for row in 0..<rows {
      answers[start + row].slope = Point(
        features.pulledBack(
          scratch + mlp.carried + row * width, features: scratch + row * width))
    }
  }

  private func probabilities(of output: UnsafePointer<Float>, alpha: Double) -> [Double] {
    let logits = weights.shares.enumerated().map { log($1) + alpha * Double(output[$0]) }
    let peak = logits.max() ?? 0
    let terms = logits.map { exp($0 - peak) }
    let total = terms.reduce(0, +)
    return terms.map { $0 / total }
  }
}
