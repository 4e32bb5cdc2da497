import Foundation
import Testing

@testable import Diffusion

@Suite("The kernels compute what they say")
struct KernelsTests {
  private let kernels = Kernels.portable

  /// The largest `|value − reference| / (1 + |reference|)` over four lanes at a time.
  private func worst(
    _ points: [Double], _ function: (Lanes) -> Lanes, _ reference: (Double) -> Double
  ) -> Double {
    points.map { x in
      deviation(Double(function(Lanes(0.5, 0.5, Float(x), 0.5))[2]), reference(Double(Float(x))))
    }.max() ?? .infinity
  }

  @Test("Elementary functions agree with the standard library")
  func elementary() {
    let grid = (-400...400).map { Double($0) / 10.01 }
    #expect(worst(grid, Elementary.logistic) { 1 / (1 + exp(-$0)) } < 3e-7)
    #expect(worst(grid.filter { $0 < 10 }, Elementary.exponential, exp) < 2e-6)
    #expect(worst(grid, { Elementary.circle($0).sine }, { sin(2 * .pi * $0) }) < 1e-6)
    #expect(worst(grid, { Elementary.circle($0).cosine }, { cos(2 * .pi * $0) }) < 1e-6)
    let positive = (-30...30).map { exp(Double($0) * 1.37) }
    #expect(worst(positive, Elementary.logarithm, log) < 3e-7)
    #expect(
      worst(positive, { Elementary.reciprocalSquareRoot($0) * $0 }, { $0.squareRoot() }) < 3e-7)
  }

  @Test("Functions stay finite where they could overflow")
  func extremes() {
    let extremes = Lanes(-1e30, 1e30, -.infinity, .infinity)
    #expect(Elementary.logistic(extremes) == Lanes(0, 1, 0, 1) || near(extremes))
    let root = Elementary.reciprocalSquareRoot(Lanes(0, 1e-38, 1, 1e30))
    #expect((0..<4).allSatisfy { root[$0].isFinite })
  }

  private func near(_ extremes: Lanes) -> Bool {
    let shares = Elementary.logistic(extremes)
    return abs(shares[0]) + abs(shares[2]) + abs(1 - shares[1]) + abs(1 - shares[3]) < 1e-30
  }

  @Test("A product adds to what it starts from, whatever the strides", arguments: [1, 2, 5, 8])
  func product(rows: Int) {
    let (depth, columns, stride) = (3, 9, 16)
    var stream = Randomness(seed: 6).stream(.data, step: rows)
    let a = (0..<rows * depth).map { _ in Float(stream.normalPoint().x) }
    let b = (0..<depth * stride).map { i in
      i % stride < columns ? Float(stream.normalPoint().x) : 0
    }
    var c = (0..<rows * stride).map { i in i % stride < columns ? Float(i) : 0 }
    let start = c
    c.withUnsafeMutableBufferPointer { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          // A is stored by columns here.
          kernels.multiply(
            MatrixProduct(
              rows: rows, columns: columns, depth: depth, a: a, rowStride: 1, depthStride: rows,
              b: b, bStride: stride, c: c, cStride: stride, start: UnsafePointer(c),
              startStride: stride))
        }
      }
    }
    for i in 0..<rows {
      for j in 0..<stride {
        let sum = (0..<depth).reduce(start[i * stride + j]) {
          $0 + a[$1 * rows + i] * b[$1 * stride + j]
        }
        #expect(abs(c[i * stride + j] - sum) <= 1e-5 * (1 + abs(sum)))
      }
    }
  }

  @Test(
    "Activations come with their derivatives, and with the same values without",
    arguments: Activation.allCases)
  func activation(_ function: Activation) {
    let inputs = (0..<32).map { Float($0 - 16) / 2 }
    var values = inputs
    var alone = inputs
    var slopes = [Float](repeating: 0, count: 32)
    kernels.activate(function, &values, slopes: &slopes, count: 32)
    kernels.activate(function, &alone, count: 32)
    #expect(values == alone)
    let exact: (Double) -> Double =
      switch function {
      case .silu: { $0 / (1 + exp(-$0)) }
      case .gelu: { $0 * erfc(-$0 / 2.0.squareRoot()) / 2 }
      }
    for (x, (value, slope)) in zip(inputs, zip(values, slopes)) {
      #expect(deviation(Double(value), exact(Double(x))) < 1e-6)
      let difference = (exact(Double(x) + 1e-5) - exact(Double(x) - 1e-5)) / 2e-5
      #expect(deviation(Double(slope), difference) < 1e-6)
    }
  }
}
