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
    precondition(instructions.isAvailable, "this processor has no \(instructions.title)")
    guard let version = instructions.version else {
      for i in points.indices { estimates[i] = estimate(at: points[i]) }
      return
    }
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
    guard let version = instructions.version else { return points.map(logDensity) }
    var totals = [Double](repeating: 0, count: points.count)
    var peaks = totals
    Self.withDoubles(of: points) { points, count in
      kernelDensity(version, lobes, lobes.count, points, count, &peaks, &totals)
    }
    for i in totals.indices { totals[i] = peaks[i] + log(totals[i]) }
    return totals
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
