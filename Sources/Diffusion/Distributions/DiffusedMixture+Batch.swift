import CKernels
import Foundation

extension DiffusedMixture {
  /// The posterior means at all points of a batch.
  ///
  /// - Parameters:
  ///   - estimates: filled with one estimate for each point; has as many elements.
  ///   - instructions: what to compute with; results differ by rounding.
  public func estimate(
    _ points: [Point], into estimates: inout [Estimate],
    with instructions: InstructionSet = .best
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    WorkWatch.count(answers: points.count * lobes.count)
    precondition(instructions.isAvailable, "this processor has no \(instructions.title)")
    guard masses == nil, let version = instructions.version else {
      for i in points.indices { estimates[i] = estimate(at: points[i]) }
      return
    }
    forNeighbours(points) { lobes, points, indices in
      if indices.isEmpty { return kernel(version, lobes, points, &estimates) }
      var results = [Estimate](repeating: .zero, count: points.count)
      kernel(version, lobes, points, &results)
      for (index, result) in zip(indices, results) { estimates[index] = result }
    }
  }

  private func kernel(
    _ version: Int32, _ lobes: [KernelLobe], _ points: [Point], _ estimates: inout [Estimate]
  ) {
    Self.withDoubles(of: points) { points, count in
      estimates.withUnsafeMutableBytes { bytes in
        guard let results = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
        // An estimate is four doubles in a row: the clean point, then the noise.
        kernelEstimate(version, lobes, lobes.count, points, count, level.sigma, results)
      }
    }
  }

  /// The logarithm of the density at all points of a batch.
  ///
  /// - Parameter instructions: what to compute with; results differ by rounding.
  public func logDensities(
    at points: [Point], with instructions: InstructionSet = .best
  ) -> [Double] {
    precondition(instructions.isAvailable, "this processor has no \(instructions.title)")
    WorkWatch.count(answers: points.count * lobes.count)
    guard masses == nil, let version = instructions.version else {
      return points.map(logDensity)
    }
    var densities = [Double](repeating: 0, count: points.count)
    forNeighbours(points) { lobes, points, indices in
      var totals = [Double](repeating: 0, count: points.count)
      var peaks = totals
      Self.withDoubles(of: points) { points, count in
        kernelDensity(version, lobes, lobes.count, points, count, &peaks, &totals)
      }
      for i in totals.indices {
        densities[indices.isEmpty ? i : indices[i]] = peaks[i] + log(totals[i])
      }
    }
    return densities
  }

  /// How many points share the lobes that are looked for.
  private static let groupSize = 16

  /// Calls for all points with the lobes that matter to them: all at once, without indices, where
  /// lobes are few; else neighbours together, with their indices.
  private func forNeighbours(
    _ points: [Point], _ body: (_ lobes: [KernelLobe], _ points: [Point], _ indices: [Int]) -> Void
  ) {
    guard let blocks, points.count > 0, points.allSatisfy(\.isFinite) else {
      return body(lobes, points, [])
    }
    let tree = PointTree(points, leafSize: Self.groupSize)
    var near: [KernelLobe] = []
    for box in tree.leaves {
      let indices = Array(tree.order[box.range])
      let ranges = blocks.ranges(from: box.low, to: box.high, among: lobes)
      let isWhole = ranges == [0..<lobes.count]
      near.removeAll(keepingCapacity: true)
      if !isWhole { for range in ranges { near.append(contentsOf: lobes[range]) } }
      body(isWhole ? lobes : near, indices.map { points[$0] }, indices)
    }
  }

  /// Points as x, y, x, y and their number; nothing is called for no points.
  private static func withDoubles(
    of points: [Point], _ body: (UnsafePointer<Double>, Int) -> Void
  ) {
    points.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, !points.isEmpty else { return }
      body(start.assumingMemoryBound(to: Double.self), points.count)
    }
  }
}
