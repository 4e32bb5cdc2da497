import CKernels
import Foundation

/// The integral over the plane of something that lives where the Gaussians of a mixture are.
///
/// The plane is halved again and again until every box is at most two standard deviations of the
/// narrowest Gaussian that reaches it, counted along its minor axis. Within a box the integrand is
/// smooth, and Gauss's rule of ten by ten places is near rounding: of mixtures whose Gaussians overlap,
/// which is the worst case, integrals of densities, entropies and posterior variances are right to
/// 1e-7 of themselves. Places are up to seven standard deviations out, beyond which lies 2e-11 of a
/// Gaussian.
struct MixtureQuadrature: Sendable {
  /// A box with the lobes that reach it.
  fileprivate struct Box: Sendable {
    let low: Point
    let size: Point
    let members: [Int]
  }

  /// Where a lobe is and how narrow it is.
  fileprivate struct Extent {
    let low: Point
    let high: Point
    let minorDeviation: Double
  }

  private static let reach = 7.0
  private static let rule = GaussLegendre(order: 10)
  private static let placesPerBox = 100
  /// How many exponentials an integral may take before somebody has to look for another way.
  static let usualWork = 20_000_000

  private let boxes: [Box]

  /// The boxes of a mixture; nil where an integral over them would take more work than is allowed.
  init?(over lobes: [KernelLobe], mostWork: Int = Self.usualWork) {
    let extents = lobes.map { Extent($0) }
    let members = lobes.indices.filter { lobes[$0].logFactor > -.infinity }
    guard let first = members.first else { return nil }
    var (low, high) = (extents[first].low, extents[first].high)
    for index in members {
      low = pointwiseMin(low, extents[index].low)
      high = pointwiseMax(high, extents[index].high)
    }
    var boxes: [Box] = []
    var work = 0
    var open = [Box(low: low, size: high - low, members: members)]
    while let box = open.popLast() {
      let narrowest = box.members.reduce(Double.infinity) {
        min($0, extents[$1].minorDeviation)
      }
      if max(box.size.x, box.size.y) <= 2 * narrowest {
        work += Self.placesPerBox * box.members.count
        if work > mostWork { return nil }
        boxes.append(box)
        continue
      }
      for half in box.halves {
        let near = box.members.filter { extents[$0].meets(half.low, half.low + half.size) }
        if !near.isEmpty { open.append(Box(low: half.low, size: half.size, members: near)) }
      }
      if open.count + boxes.count > mostWork / Self.placesPerBox { return nil }
    }
    self.boxes = boxes
  }

  /// The integral of a function.
  ///
  /// - Parameter function: of a place and of the indices of the lobes that reach it.
  func integral(of function: (_ place: Point, _ members: [Int]) -> Double) -> Double {
    var sum = 0.0
    forPlaces { place, area, members in sum += area * function(place, members) }
    return sum
  }

  /// Visits all places, each with the area that it stands for.
  func forPlaces(_ visit: (_ place: Point, _ area: Double, _ members: [Int]) -> Void) {
    WorkWatch.count(
      answers: boxes.reduce(0) { $0 + Self.placesPerBox * $1.members.count })
    for box in boxes {
      let area = box.size.x * box.size.y
      for (shareX, weightX) in Self.rule.nodes {
        for (shareY, weightY) in Self.rule.nodes {
          let place = box.low + box.size * Point(shareX, shareY)
          visit(place, weightX * weightY * area, box.members)
        }
      }
    }
  }
}

extension MixtureQuadrature.Extent {
  fileprivate init(_ lobe: KernelLobe) {
    let precision = Covariance(
      xx: lobe.precisionXX, xy: lobe.precisionXY, yy: lobe.precisionYY)
    let covariance = precision.inverse
    let reach =
      MixtureQuadrature.reach * Point(covariance.xx.squareRoot(), covariance.yy.squareRoot())
    let mean = Point(lobe.meanX, lobe.meanY)
    (low, high) = (mean - reach, mean + reach)
    let half = (precision.xx - precision.yy) / 2
    let greatest =
      precision.trace / 2 + (half * half + precision.xy * precision.xy).squareRoot()
    minorDeviation = 1 / greatest.squareRoot()
  }

  fileprivate func meets(_ low: Point, _ high: Point) -> Bool {
    low.x <= self.high.x && self.low.x <= high.x && low.y <= self.high.y && self.low.y <= high.y
  }
}

extension MixtureQuadrature.Box {
  /// The two halves along the longer side.
  fileprivate var halves: [(low: Point, size: Point)] {
    let axis = size.x >= size.y ? 0 : 1
    var (half, step) = (size, Point.zero)
    half[axis] /= 2
    step[axis] = half[axis]
    return [(low, half), (low + step, half)]
  }
}
