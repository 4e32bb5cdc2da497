import Foundation
import Testing

@testable import Diffusion

@Suite("The mean of what a noisy point may have been made of, by every instruction set")
struct PosteriorKernelTests {
  private static let sets = InstructionSet.available

  private func numbers(_ count: Int, _ step: Int) -> [Float] {
    var stream = Randomness(seed: 9).stream(.data, step: step)
    return (0..<count).map { _ in Float(stream.normalPoint().x) }
  }

  @Test("is that of the formula, near and far, also of few points", arguments: sets)
  func posteriors(_ set: InstructionSet) {
    let (x, y) = (numbers(64, 1), numbers(64, 2))
    let everyThird = (0..<64).map { Float($0 % 3 == 0 ? 1 : 0) }
    for ratio: Float in [1e-3, 0.3, 20, 1e4] {
      for shares in [[Float](repeating: 1, count: 64), everyThird] {
        for noise in [SIMD2<Float>(0, 0), SIMD2(0.5, -1.2), SIMD2(-4, 3)] {
          let origin = Origin(x: x, y: y, shares: shares, own: 3, noise: noise, ratio: ratio)
          let wanted = origin.offset
          for kernels in [Kernels(set), .portable] {
            let offset = origin.offset(by: kernels)
            #expect(deviation(Double(offset.x), wanted.x) < 1e-5)
            #expect(deviation(Double(offset.y), wanted.y) < 1e-5)
          }
        }
      }
    }
  }

  /// A noisy point and what it may have been made of.
  private struct Origin {
    let x, y, shares: [Float]
    /// The index of what it was made of.
    let own: Int
    let noise: SIMD2<Float>
    let ratio: Float

    func offset(by kernels: Kernels) -> SIMD2<Float> {
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          shares.withUnsafeBufferPointer { shares in
            guard let left = x.baseAddress, let right = y.baseAddress,
              let counted = shares.baseAddress
            else { return SIMD2(.nan, .nan) }
            return kernels.posteriorOffset(
              NoisyOrigin(
                count: x.count, x: left, y: right, shares: counted, own: SIMD2(x[own], y[own]),
                noise: noise, ratio: ratio))
          }
        }
      }
    }

    /// The same by the formula, in double precision.
    var offset: Point {
      var (total, sum) = (0.0, Point.zero)
      for index in x.indices where shares[index] > 0 {
        let off = Point(Double(x[own]) - Double(x[index]), Double(y[own]) - Double(y[index]))
        let away = Double(ratio) * off + Point(noise)
        let weight = exp((Point(noise).squaredLength - away.squaredLength) / 2)
        total += weight
        sum = sum + weight * off
      }
      return sum / total
    }
  }
}
