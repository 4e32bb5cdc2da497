/// Finds the component of a mixture with the smallest squared Mahalanobis distance from a point.
struct NearestComponent {
  private struct Lobe {
    let index: Int
    let mean: Point
    let precision: Covariance
  }

  private let lobes: [Lobe]
  /// Blocks of lobes; none where all are looked at.
  private let blocks: [MixtureBlocks.Block]

  init(of mixture: GaussianMixture) {
    let order = mixture.blocks?.order ?? Array(mixture.components.indices)
    lobes = order.map { index in
      let component = mixture.components[index]
      return Lobe(index: index, mean: component.mean, precision: component.covariance.inverse)
    }
    blocks = mixture.blocks?.blocks ?? []
  }

  /// The component and the squared distance, in its standard deviations. A point that is not a
  /// number is infinitely far from the first.
  func nearest(to point: Point) -> (index: Int, squared: Double) {
    var best = (index: 0, squared: Double.infinity)
    if blocks.isEmpty { search(lobes[...], point, &best) }
    let distances = blocks.map { block in
      let gap = pointwiseMax(pointwiseMax(block.low - point, point - block.high), .zero)
      return gap.squaredLength / block.variances.greatest
    }
    // The nearest block first: it leaves little to look for in the others.
    guard let first = distances.indices.min(by: { distances[$0] < distances[$1] }) else {
      return best
    }
    search(lobes[blocks[first].range], point, &best)
    for (block, distance) in zip(blocks, distances) where distance <= best.squared {
      search(lobes[block.range], point, &best)
    }
    return best
  }

  /// Of components equally near the first in the mixture's order is kept.
  private func search(
    _ lobes: ArraySlice<Lobe>, _ point: Point, _ best: inout (index: Int, squared: Double)
  ) {
    for lobe in lobes {
      let offset = point - lobe.mean
      let precision = lobe.precision
      let squared =
        precision.xx * offset.x * offset.x + 2 * precision.xy * offset.x * offset.y
        + precision.yy * offset.y * offset.y
      if squared < best.squared || (squared == best.squared && lobe.index < best.index) {
        best = (lobe.index, squared)
      }
    }
  }
}
