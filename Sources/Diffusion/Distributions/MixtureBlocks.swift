/// The components of a large mixture in blocks of neighbours, so that a density need only be asked
/// of those that are near.
struct MixtureBlocks: Sendable, Equatable {
  /// Components that lie side by side, and what holds of all of them.
  struct Block: Sendable, Equatable {
    let range: Range<Int>
    let low: Point
    let high: Point
    fileprivate(set) var greatestWeight = 0.0
    /// The variances along the axes of the covariances.
    fileprivate(set) var variances = (least: Double.infinity, greatest: 0.0)
    fileprivate(set) var leastDeterminant = Double.infinity
    fileprivate(set) var leastTrace = Double.infinity

    static func == (one: Block, other: Block) -> Bool {
      one.range == other.range && one.variances == other.variances
        && one.greatestWeight == other.greatestWeight
    }
  }

  /// Mixtures of fewer components are asked whole.
  static let leastCount = 1000
  private static let blockSize = 64

  /// The indices of the components, those of a block side by side.
  let order: [Int]
  let blocks: [Block]

  /// The blocks of components; nil for so few that looking for the near ones gains nothing.
  static func of(_ components: [GaussianMixture.Component]) -> MixtureBlocks? {
    components.count > leastCount ? MixtureBlocks(components) : nil
  }

  private init(_ components: [GaussianMixture.Component]) {
    let tree = PointTree(components.map(\.mean), leafSize: Self.blockSize)
    order = tree.order
    blocks = tree.leaves.map { box in
      var block = Block(range: box.range, low: box.low, high: box.high)
      for index in tree.order[box.range] { block.add(components[index]) }
      return block
    }
  }
}

extension MixtureBlocks.Block {
  fileprivate mutating func add(_ component: GaussianMixture.Component) {
    let covariance = component.covariance
    let half = (covariance.xx - covariance.yy) / 2
    let root = (half * half + covariance.xy * covariance.xy).squareRoot()
    let middle = covariance.trace / 2
    greatestWeight = max(greatestWeight, component.weight)
    variances.least = min(variances.least, max(0, middle - root))
    variances.greatest = max(variances.greatest, middle + root)
    leastDeterminant = min(leastDeterminant, covariance.determinant)
    leastTrace = min(leastTrace, covariance.trace)
  }
}
