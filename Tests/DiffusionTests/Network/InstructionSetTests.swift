import Testing

@testable import Diffusion

@Suite("Every instruction set of this machine computes what the Swift reference does")
struct InstructionSetTests {
  private static let sets = InstructionSet.available

  private func numbers(_ count: Int, _ step: Int = 0) -> [Float] {
    var stream = Randomness(seed: 9).stream(.data, step: step)
    return (0..<count).map { _ in Float(stream.normalPoint().x) }
  }

  /// The largest `|value − reference| / (1 + |reference|)`.
  private func worst(_ values: [Float], _ references: [Float]) -> Float {
    guard values.count == references.count else { return .infinity }
    let worst = zip(values, references).map { abs($0 - $1) / (1 + abs($1)) }.max() ?? 0
    return values.contains(where: \.isNaN) ? .infinity : worst
  }

  @Test("The best is one of those available, the reference always is")
  func choice() {
    #expect(InstructionSet.best.isAvailable && InstructionSet.swift.isAvailable)
    #expect(!(InstructionSet.neon.isAvailable && InstructionSet.sse2.isAvailable))
    #expect(throws: UnknownName.self) { try InstructionSet.named("avx1024") }
  }

  @Test("Products of odd sizes, by rows and by columns", arguments: sets)
  func products(_ set: InstructionSet) {
    for (rows, columns, depth) in [
      (1, 1, 1), (3, 2, 5), (5, 17, 2), (7, 15, 33), (8, 33, 3), (9, 16, 1), (13, 48, 7),
      (64, 64, 38), (65, 2, 4), (130, 2, 3), (2, 31, 65), (6, 5, 0),
    ] {
      for isTransposed in [false, true] {
        let wanted = product(.portable, rows, columns, depth, isTransposed)
        let values = product(Kernels(set), rows, columns, depth, isTransposed)
        #expect(worst(values, wanted) < 1e-5, "\(rows) x \(columns) x \(depth)")
      }
    }
  }

  /// `C + A · B`, with one row more of C, which nobody may touch.
  private func product(
    _ kernels: Kernels, _ rows: Int, _ columns: Int, _ depth: Int, _ isTransposed: Bool
  ) -> [Float] {
    let width = MLP.padded(columns)
    let a = numbers(rows * max(1, depth), 1)
    let b = numbers(width * max(1, depth), 2).enumerated().map { i, value in
      i % width < columns ? value : 0
    }
    var c = numbers(width * (rows + 1), 3).enumerated().map { i, value in
      i % width < columns ? value : 0
    }
    c.withUnsafeMutableBufferPointer { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          kernels.multiply(
            MatrixProduct(
              rows: rows, columns: columns, depth: depth, a: a,
              rowStride: isTransposed ? 1 : depth, depthStride: isTransposed ? rows : 1,
              b: b, bStride: width, c: c, cStride: width, start: UnsafePointer(c),
              startStride: width))
        }
      }
    }
    return c
  }

  @Test("SiLU, its derivative, factors, sums of rows and circles", arguments: sets)
  func elementwise(_ set: InstructionSet) {
    let (kernels, reference) = (Kernels(set), Kernels.portable)
    let factors = numbers(96, 1)
    let inputs = numbers(90).map { 5 * $0 } + [0, -200, 200, -30, 30, 1e-20]
    func results(_ kernels: Kernels) -> [[Float]] {
      var (values, alone, scaled) = (inputs, inputs, inputs)
      var slopes = [Float](repeating: 0, count: 96)
      kernels.activate(&values, &slopes, 96)
      kernels.activate(&alone, nil, 96)
      kernels.scale(&scaled, factors, 96)
      var sums = numbers(32, 2)
      kernels.addRows(factors, 3, 17, 32, &sums)
      var sines = slopes
      var cosines = slopes
      kernels.circle(inputs, &sines, &cosines, 96)
      return [values, slopes, alone, scaled, Array(sums[..<17]), sines, cosines]
    }
    for (values, wanted) in zip(results(kernels), results(reference)) {
      #expect(worst(values, wanted) < 2e-6)
    }
  }

  @Test("What is no number stays none", arguments: sets)
  func noNumbers(_ set: InstructionSet) {
    var values = [Float](repeating: .nan, count: 16)
    Kernels(set).activate(&values, nil, 16)
    #expect(values.allSatisfy { $0.isNaN })
  }

  @Test("Transposition of odd sizes", arguments: sets)
  func transposition(_ set: InstructionSet) {
    let from = numbers(20 * 32)
    for (rows, columns) in [(1, 1), (7, 3), (9, 17), (20, 31)] {
      var to = [Float](repeating: 0, count: 32 * 32)
      from.withUnsafeBufferPointer { from in
        to.withUnsafeMutableBufferPointer { to in
          guard let from = from.baseAddress, let to = to.baseAddress else { return }
          Kernels(set).transpose(
            Transposition(
              rows: rows, columns: columns, from: from, fromStride: 32, to: to, toStride: 32))
        }
      }
      for i in 0..<rows {
        for j in 0..<columns { #expect(to[j * 32 + i] == from[i * 32 + j]) }
      }
      #expect(to.filter { $0 != 0 }.count == rows * columns)
    }
  }

  @Test("A step of the optimizer, also where gradients are 0 or tiny", arguments: sets)
  func optimizer(_ set: InstructionSet) {
    func step(_ kernels: Kernels) -> [Float] {
      var gradients = numbers(3 * 32, 1)
      for i in [0, 32, 64] { gradients[i] = 0 }
      for i in [1, 33, 65] { gradients[i] = 1e-18 }
      var floats = numbers(32, 2) + [Float](repeating: 0, count: 64) + numbers(32, 3)
      for age in 1...3 {
        floats.withUnsafeMutableBufferPointer { floats in
          gradients.withUnsafeBufferPointer { gradients in
            guard let start = floats.baseAddress, let gradients = gradients.baseAddress else {
              return
            }
            kernels.optimize(
              OptimizerStep(
                count: 32, parameters: start, firstMoments: start + 32,
                secondMoments: start + 64, average: start + 96, gradients: gradients, shards: 3,
                age: age, rate: 0.01, averageShare: 0.2))
          }
        }
      }
      return floats
    }
    #expect(worst(step(Kernels(set)), step(.portable)) < 2e-6)
  }
}
