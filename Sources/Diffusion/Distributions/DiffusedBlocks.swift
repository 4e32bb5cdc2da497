import CKernels
import Foundation

/// The blocks of a mixture at one noise level, with bounds on what a block can contribute anywhere.
///
/// What is left out is below `exp(-50)` of the largest term, so that a hundred thousand such terms
/// change no digit: the answer is that of the whole mixture up to rounding.
struct DiffusedBlocks: Sendable {
  private struct Bound: Sendable {
    let range: Range<Int>
    let low: Point
    let high: Point
    /// The largest exponent there can be, at the mean.
    let top: Double
    /// The least and the greatest by which an exponent falls with half the squared distance.
    let precisions: (least: Double, greatest: Double)
  }

  private static let negligible = 50.0

  private let bounds: [Bound]

  init(_ blocks: MixtureBlocks, at level: NoiseLevel) {
    let (squared, noise) = (level.alphaBar, level.sigma * level.sigma)
    bounds = blocks.blocks.map { block in
      let determinant =
        squared * squared * block.leastDeterminant + squared * noise * block.leastTrace
        + noise * noise
      return Bound(
        range: block.range, low: level.alpha * block.low, high: level.alpha * block.high,
        top: log(block.greatestWeight) - log(2 * Double.pi) - 0.5 * log(determinant),
        precisions: (
          1 / (squared * block.variances.greatest + noise),
          1 / (squared * block.variances.least + noise)
        ))
    }
  }

  /// The lobes that matter somewhere in a box, as ranges, rising and apart.
  func ranges(from low: Point, to high: Point, among lobes: [KernelLobe]) -> [Range<Int>] {
    // Everywhere in the box some lobe reaches at least this.
    var floor = -Double.infinity
    for bound in bounds {
      let lobe = lobes[(bound.range.lowerBound + bound.range.upperBound) / 2]
      let mean = Point(lobe.meanX, lobe.meanY)
      let farthest = pointwiseMax(mean - low, high - mean).squaredLength
      floor = max(floor, lobe.logFactor - 0.5 * bound.precisions.greatest * farthest)
    }
    let limit = floor - Self.negligible - 1e-12 * abs(floor)
    var ranges: [Range<Int>] = []
    for bound in bounds {
      let gap = pointwiseMax(pointwiseMax(bound.low - high, low - bound.high), .zero)
      let most = bound.top - 0.5 * bound.precisions.least * gap.squaredLength
      guard most >= limit || floor == -.infinity else { continue }
      if let last = ranges.last, last.upperBound == bound.range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<bound.range.upperBound
      } else {
        ranges.append(bound.range)
      }
    }
    return ranges
  }
}
