import Foundation

/// A weighted sum of Gaussians with full covariances and labels: what every distribution is.
///
/// Diffusing a mixture gives a mixture, so density, score, posterior means and label posteriors
/// are closed forms at every noise level: `mixture.diffused(to: level)`.
public struct GaussianMixture: Sendable, Equatable {
  /// One Gaussian of a mixture.
  public struct Component: Sendable, Hashable, Codable {
    /// The share of the mixture, positive or 0; a mixture scales its weights to sum to 1.
    public var weight: Double
    public var mean: Point
    public var covariance: Covariance
    /// The class of the component; components may share one.
    public var label: String

    public init(weight: Double = 1, mean: Point, covariance: Covariance, label: String) {
      self.weight = weight
      self.mean = mean
      self.covariance = covariance
      self.label = label
    }
  }

  /// The most components a mixture may have; of many, only those near a particle cost it a step.
  public static let mostComponents = 100_000

  /// Whether a point can be a mean: both coordinates are numbers from -1e12 to 1e12, so that four
  /// digits after the point are left of them.
  public static func isPlace(_ point: Point) -> Bool {
    abs(point.x) <= 1e12 && abs(point.y) <= 1e12
  }

  /// The components, their weights summing to 1.
  public let components: [Component]
  /// The distinct labels, in order of first appearance.
  public let labels: [String]
  /// For every component, the index of its label in `labels`.
  public let labelIndices: [Int]
  /// Words that cover several labels.
  public let groups: [LabelGroup]
  /// Neighbours among many components; nil for few.
  let blocks: MixtureBlocks?

  /// A mixture of components whose weights are scaled to sum to 1.
  public init(components: [Component], groups: [LabelGroup] = []) throws(MixtureError) {
    try MixtureError.check(components)
    self.init(checked: components, groups: groups)
  }

  /// A mixture of components that are known to make one, or that have no width.
  private init(checked components: [Component], groups: [LabelGroup]) {
    self.groups = groups
    let total = components.reduce(0) { $0 + $1.weight }
    self.components = components.map { component in
      var scaled = component
      scaled.weight = component.weight / total
      return scaled
    }
    var indices: [String: Int] = [:]
    var labels: [String] = []
    labelIndices = components.map { component in
      if let known = indices[component.label] { return known }
      indices[component.label] = labels.count
      labels.append(component.label)
      return labels.count - 1
    }
    self.labels = labels
    blocks = MixtureBlocks.of(self.components)
  }

  /// Some of another mixture's components, scaled to sum to 1, which know all of its labels.
  init(_ part: [Int], of whole: GaussianMixture) {
    let total = part.reduce(0) { $0 + whole.components[$1].weight }
    components = part.map { index in
      var scaled = whole.components[index]
      scaled.weight /= total
      return scaled
    }
    labels = whole.labels
    labelIndices = part.map { whole.labelIndices[$0] }
    groups = whole.groups
    blocks = MixtureBlocks.of(components)
  }

  /// The mixture of the components whose weight is above a share of the largest weight.
  ///
  /// - Parameter share: from 0 to below 1.
  public func withoutComponents(lighterThan share: Double) -> GaussianMixture {
    let least = share * (components.lazy.map(\.weight).max() ?? 0)
    let heavy = components.indices.filter { components[$0].weight > least }
    return heavy.count == components.count ? self : GaussianMixture(heavy, of: self)
  }

  /// Points of no width, all of the same weight, drawn from a mixture whose labels they know.
  init(pointMasses draw: Draw, of whole: GaussianMixture) {
    components = zip(draw.points, draw.labels).map { point, label in
      Component(
        weight: 1 / Double(draw.points.count), mean: point, covariance: .zero,
        label: whole.labels[label])
    }
    labels = whole.labels
    labelIndices = draw.labels
    groups = whole.groups
    blocks = MixtureBlocks.of(components)
  }

  /// A component that stands for all, in a mixture that knows the labels of another.
  init(_ component: Component, labelled label: Int, of whole: GaussianMixture) {
    components = [component]
    labels = whole.labels
    labelIndices = [label]
    groups = whole.groups
    blocks = nil
  }

  /// The mixture with every place moved and every length scaled.
  func mapped(scale: Double, _ place: (Point) -> Point) -> GaussianMixture {
    GaussianMixture(
      self,
      components: components.map { component in
        var mapped = component
        mapped.mean = place(component.mean)
        mapped.covariance = component.covariance.scaled(by: scale * scale, plusVariance: 0)
        return mapped
      })
  }

  /// Other components, weighted and labelled as those of a mixture.
  private init(_ mixture: GaussianMixture, components: [Component]) {
    self.components = components
    labels = mixture.labels
    labelIndices = mixture.labelIndices
    groups = mixture.groups
    blocks = MixtureBlocks.of(components)
  }

  /// The mean of the whole mixture.
  public var mean: Point {
    components.reduce(.zero) { $0 + $1.weight * $1.mean }
  }

  /// The covariance of the whole mixture.
  public var covariance: Covariance {
    let centre = mean
    return components.reduce(.zero) { sum, component in
      let offset = component.mean - centre
      let inner = component.covariance
      return Covariance(
        xx: sum.xx + component.weight * (inner.xx + offset.x * offset.x),
        xy: sum.xy + component.weight * (inner.xy + offset.x * offset.y),
        yy: sum.yy + component.weight * (inner.yy + offset.y * offset.y))
    }
  }

  /// The standard deviation per axis, averaged over directions: the data's natural unit.
  public var spread: Double { (covariance.trace / 2).squareRoot() }

  /// The mixture of the components with one label: the class-conditional distribution.
  public func conditioned(onLabel index: Int) throws(MixtureError) -> GaussianMixture {
    try conditioned(onLabels: [index])
  }

  /// The mixture of the components with one of these labels, weighted as before.
  public func conditioned(onLabels indices: [Int]) throws(MixtureError) -> GaussianMixture {
    let part = zip(components, labelIndices).filter { indices.contains($0.1) }.map(\.0)
    if part.isEmpty { throw .noComponents }
    if !part.contains(where: { $0.weight > 0 }) { throw .weightsSumToZero }
    return GaussianMixture(checked: part, groups: groups)
  }

  /// The mixture seen through a noise level, ready to be evaluated at many points.
  public func diffused(to level: NoiseLevel) -> DiffusedMixture {
    DiffusedMixture(mixture: self, level: level)
  }
}

/// Why components do not make a mixture.
public enum MixtureError: Error, CustomStringConvertible, Equatable {
  case noComponents
  case tooManyComponents(Int)
  case badWeight(component: Int, weight: Double)
  case weightsSumToZero
  case badMean(component: Int)
  case badCovariance(component: Int)

  public var description: String {
    switch self {
    case .noComponents:
      "a mixture needs at least one component"
    case .tooManyComponents(let count):
      "\(count) components are too many; at most \(GaussianMixture.mostComponents) can be"
    case .badWeight(let component, let weight):
      "weight \(weight) of component \(component + 1) must be a number from 0 up"
    case .weightsSumToZero:
      "the weights sum to 0; at least one must be positive"
    case .badMean(let component):
      "the mean of component \(component + 1) must be two numbers from -1e12 to 1e12"
    case .badCovariance(let component):
      "the covariance of component \(component + 1) must be positive definite:"
        + " variances from 1e-12 to 1e24 and xy² below xx · yy"
    }
  }

  static func check(_ components: [GaussianMixture.Component]) throws(MixtureError) {
    if components.isEmpty { throw .noComponents }
    if components.count > GaussianMixture.mostComponents {
      throw .tooManyComponents(components.count)
    }
    for (i, component) in components.enumerated() {
      if !(component.weight >= 0 && component.weight.isFinite) {
        throw .badWeight(component: i, weight: component.weight)
      }
      if !GaussianMixture.isPlace(component.mean) { throw .badMean(component: i) }
      if !component.covariance.isPositiveDefinite { throw .badCovariance(component: i) }
    }
    let total = components.reduce(0) { $0 + $1.weight }
    if !(total > 0) { throw .weightsSumToZero }
  }
}
