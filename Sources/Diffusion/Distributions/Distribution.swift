/// A named data distribution of the gallery.
///
/// Adding one: a file in `Gallery` with a `static let`, and its name in `allCases`.
public struct Distribution: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The components; their weights need not sum to 1.
  private let components: @Sendable () -> [GaussianMixture.Component]
  /// Words that cover several of its labels.
  private let groups: [LabelGroup]

  public static let familyName = "distribution"

  public static let allCases: [Distribution] = [
    eightGaussians, twoMoons, swissRoll, checkerboard, twoSpirals, pinwheel, concentricRings,
    grid25, heart, smile, singleGaussian, digits,
    eightGaussiansTorchCFM, eightGaussiansGAN, eightGaussiansFFJORD, twoMoonsTorchCFM,
  ]

  init(
    id: String, title: String, summary: String, groups: [LabelGroup] = [],
    components: @escaping @Sendable () -> [GaussianMixture.Component]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.components = components
    self.groups = groups
  }

  /// The distribution as the mixture everything exact is computed from.
  public func mixture() -> GaussianMixture {
    do {
      return try GaussianMixture(components: components(), groups: groups)
    } catch {
      preconditionFailure("the distribution \(id) of the gallery is not sound: \(error)")
    }
  }
}
