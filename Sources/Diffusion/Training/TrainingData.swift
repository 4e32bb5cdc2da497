import Foundation

/// What a network learns from: fresh draws of a mixture in standard units, at random noise levels.
struct TrainingData: Sendable {
  /// What a training example asks, in canonical coordinates.
  struct Example {
    var point: SIMD2<Float>
    /// What the network should answer.
    var target: SIMD2<Float>
  }

  /// A Gaussian of the mixture: its mean and the lower Cholesky factor of its covariance.
  private struct Lobe {
    let threshold: Double
    /// The index of its label.
    let label: Int
    let mean: Point
    let factor: (xx: Double, yx: Double, yy: Double)
  }

  let standardization: Standardization
  /// The labels that the network is told; none for one that knows no labels.
  let labels: [String]
  private let mixture: GaussianMixture
  private let lobes: [Lobe]
  /// For equal shares of all choices, the lobe of the first choice in each.
  private let guide: [Int]

  /// - Parameter tellsLabels: whether the network is told the labels of what it learns.
  init(mixture: GaussianMixture, tellsLabels: Bool = false) {
    let standardization = Standardization(of: mixture)
    var sum = 0.0
    lobes = zip(mixture.components, mixture.labelIndices).map { component, label in
      sum += component.weight
      let covariance = component.covariance.scaled(
        by: 1 / (standardization.spread * standardization.spread), plusVariance: 0)
      let first = covariance.coloured(Point(1, 0))
      return Lobe(
        threshold: sum, label: label, mean: standardization.standardized(component.mean),
        factor: (first.x, first.y, covariance.coloured(Point(0, 1)).y))
    }
    self.standardization = standardization
    self.mixture = mixture
    labels = tellsLabels ? mixture.labels : []
    let thresholds = lobes.map(\.threshold)
    var index = 0
    guide = (0..<2 * lobes.count).map { share in
      let choice = Double(share) / Double(2 * thresholds.count)
      while index < thresholds.count - 1 && thresholds[index] <= choice { index += 1 }
      return index
    }
  }

  /// An example at a level.
  ///
  /// - Parameters:
  ///   - choice: which Gaussian of the mixture, as a share of their weights, in (0, 1).
  ///   - told: the labels that the network is told.
  ///   - normals: two standard-normal points, of the data and of the noise.
  func example(
    choice: Double, normals: (Point, Point), level: NoiseLevel, predicts: Parameterization,
    target: TrainingTarget, told: LabelSet
  ) -> Example {
    let made = made(choice: choice, normals: normals)
    let point = made.renoised(to: level)
    let asked =
      target == .exactPosterior ? posteriorMean(at: point, level: level, told: told) : made
    return Example(
      point: SIMD2<Float>(point),
      target: SIMD2<Float>(predicts.target(clean: asked.clean, noise: asked.noise, at: level)))
  }

  /// A clean point in standard units, and noise.
  func made(choice: Double, normals: (Point, Point)) -> Estimate {
    Estimate(clean: place(normals.0, in: lobes[index(of: choice)]), noise: normals.1)
  }

  /// What the clean point and the noise are on average, given a noisy point in standard units.
  private func posteriorMean(at point: Point, level: NoiseLevel, told: LabelSet) -> Estimate {
    let (centre, spread) = (standardization.centre, standardization.spread)
    // In the data's own units the same point has a larger noise.
    let own = NoiseLevel(alpha: level.alpha, sigma: level.sigma * spread)
    let estimate = part(told).diffused(to: own).estimate(
      at: level.alpha * centre + spread * point)
    return Estimate(clean: standardization.standardized(estimate.clean), noise: estimate.noise)
  }

  /// What the network is told of: the mixture of some labels, or all of it for none.
  private func part(_ told: LabelSet) -> GaussianMixture {
    if told == .none { return mixture }
    let indices = labels.indices.filter(told.contains)
    return (try? mixture.conditioned(onLabels: indices)) ?? mixture
  }

  /// The label of the Gaussian chosen, and where in that Gaussian's range the choice fell, from 0 to
  /// 1, which says nothing else.
  func label(ofChoice choice: Double) -> (label: Int, place: Double) {
    let index = index(of: choice)
    let first = index == 0 ? 0 : lobes[index - 1].threshold
    let place = (choice - first) / (lobes[index].threshold - first)
    return (lobes[index].label, place)
  }

  private func place(_ normal: Point, in lobe: Lobe) -> Point {
    let factor = lobe.factor
    return lobe.mean
      + Point(factor.xx * normal.x, factor.yx * normal.x + factor.yy * normal.y)
  }

  /// The first lobe whose threshold is above `choice`, looked for from where equal shares of all
  /// choices are known to begin (Chen and Asau 1974).
  private func index(of choice: Double) -> Int {
    var index = guide[Int(choice * Double(guide.count))]
    while index < lobes.count - 1 && lobes[index].threshold <= choice { index += 1 }
    return index
  }
}
