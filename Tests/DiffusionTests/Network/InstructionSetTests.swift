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
      (64, 64, 38), (65, 2, 4), (130, 2, 3), (2, 31, 65), (6, 5, 0), (11, 130, 3),
    ] {
      for isTransposed in [false, true] {
        let wanted = product(.portable, rows, columns, depth, isTransposed)
        let values = product(Kernels(set), rows, columns, depth, isTransposed)
        #expect(worst(values, wanted) < 1e-5, "\(rows) x \(columns) x \(depth)")
      }
    }
  }

  /// `C + A · B`, with one row more of C, which nobody may touch.
  /// Then the numbers that it scaled, if there were any.
  private func product(
    _ kernels: Kernels, _ rows: Int, _ columns: Int, _ depth: Int, _ isTransposed: Bool,
    isScaling: Bool = false
  ) -> [Float] {
    let width = MLP.padded(columns)
    let a = numbers(rows * max(1, depth), 1)
    let b = numbers(width * max(1, depth), 2).enumerated().map { i, value in
      i % width < columns ? value : 0
    }
    var c = numbers(width * (rows + 1), 3).enumerated().map { i, value in
      i % width < columns ? value : 0
    }
    var scaled = numbers(c.count, 4)
    c.withUnsafeMutableBufferPointer { c in
      scaled.withUnsafeMutableBufferPointer { scaled in
        a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else {
              return
            }
            kernels.multiply(
              MatrixProduct(
                rows: rows, columns: columns, depth: depth, a: a,
                rowStride: isTransposed ? 1 : depth, depthStride: isTransposed ? rows : 1,
                b: b, bStride: width, c: c, cStride: width, start: UnsafePointer(c),
                startStride: width, scaled: isScaling ? scaled.baseAddress : nil))
          }
        }
      }
    }
    return c + scaled.enumerated().map { i, value in i % width < columns ? value : 0 }
  }

  @Test("Products scale what is laid out like them", arguments: sets)
  func scalingProducts(_ set: InstructionSet) {
    for (rows, columns, depth) in [(1, 2, 5), (7, 17, 3), (64, 40, 2), (9, 2, 33)] {
      let plain = product(.portable, rows, columns, depth, false)
      let half = plain.count / 2
      let wanted =
        plain[..<half]
        + plain.indices.prefix(half).map { i in
          i < rows * MLP.padded(columns) ? plain[half + i] * plain[i] : plain[half + i]
        }
      for kernels in [Kernels(set), .portable] {
        let values = product(kernels, rows, columns, depth, false, isScaling: true)
        #expect(worst(values, Array(wanted)) < 1e-5, "\(rows) x \(columns) x \(depth)")
      }
    }
  }

  @Test("Activations, their derivatives and what goes past them", arguments: sets)
  func activations(_ set: InstructionSet) {
    let inputs = numbers(90).map { 5 * $0 } + [0, -200, 200, -30, 30, 1e-20]
    let passing = numbers(96, 1)
    func results(_ kernels: Kernels, _ function: Activation) -> [[Float]] {
      var (values, alone, residual) = (inputs, inputs, inputs)
      var slopes = [Float](repeating: 0, count: 96)
      kernels.activate(function, &values, slopes: &slopes, count: 96)
      kernels.activate(function, &alone, count: 96)
      kernels.activate(function, &residual, skipped: passing, count: 96)
      return [values, slopes, alone, residual]
    }
    for function in Activation.allCases {
      for (values, wanted) in zip(
        results(Kernels(set), function), results(.portable, function))
      {
        #expect(worst(values, wanted) < 2e-6)
      }
    }
  }

  @Test("Sums of rows and lengths", arguments: sets)
  func sums(_ set: InstructionSet) {
    let matrix = numbers(96, 1)
    func results(_ kernels: Kernels) -> [[Float]] {
      var sums = numbers(32, 2)
      kernels.addRows(matrix, 3, 17, 32, &sums)
      return [Array(sums[..<17]), [0, 1, 31, 96].map { kernels.squaredNorm(matrix, $0) }]
    }
    for (values, wanted) in zip(results(Kernels(set)), results(.portable)) {
      #expect(worst(values, wanted) < 2e-6)
    }
  }

  @Test("Embeddings write their rows and nothing else", arguments: sets)
  func embeddings(_ set: InstructionSet) {
    let points = (0..<5).map { SIMD2(numbers(5, 1)[$0], 9 * numbers(5, 2)[$0]) }
    let (turnsX, turnsY) = (numbers(32, 3), numbers(32, 4))
    func rows(_ kernels: Kernels) -> [Float] {
      var rows = [Float](repeating: 7, count: 5 * 80)
      rows.withUnsafeMutableBufferPointer { rows in
        points.withUnsafeBufferPointer { points in
          turnsX.withUnsafeBufferPointer { turnsX in
            turnsY.withUnsafeBufferPointer { turnsY in
              guard let rows = rows.baseAddress, let points = points.baseAddress,
                let turnsX = turnsX.baseAddress, let turnsY = turnsY.baseAddress
              else { return }
              kernels.embed(
                Embedding(
                  points: points, count: 5, projections: 32, turnsX: turnsX, turnsY: turnsY,
                  rows: rows, distance: 80))
            }
          }
        }
      }
      return rows
    }
    #expect(worst(rows(Kernels(set)), rows(.portable)) < 4e-6)
    #expect(rows(Kernels(set)).filter { $0 == 7 }.count == 5 * 16)
  }

  @Test("Normal numbers from the same words, also from the first and the last", arguments: sets)
  func normals(_ set: InstructionSet) {
    var stream = Randomness(seed: 3).stream(.data)
    var words = (0..<64).map { _ in UInt32(truncatingIfNeeded: stream.next()) }
    (words[0], words[1]) = (0, .max)
    func normals(_ kernels: Kernels) -> [Float] {
      var normals = [Float](repeating: 0, count: 64)
      kernels.normals(words, &normals, 32)
      return normals
    }
    #expect(worst(normals(Kernels(set)), normals(.portable)) < 2e-6)
  }

  @Test("What is no number stays none", arguments: sets)
  func noNumbers(_ set: InstructionSet) {
    var values = [Float](repeating: .nan, count: 16)
    for function in Activation.allCases {
      Kernels(set).activate(function, &values, count: 16)
      #expect(values.allSatisfy { $0.isNaN })
    }
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

  @Test("Steps of the optimizers, also where gradients are 0 or tiny", arguments: sets)
  func optimizers(_ set: InstructionSet) {
    for optimizer in Optimizer.allCases {
      #expect(worst(steps(optimizer, Kernels(set)), steps(optimizer, .portable)) < 2e-6)
    }
  }

  private func steps(_ optimizer: Optimizer, _ kernels: Kernels) -> [Float] {
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
              optimizer: optimizer, count: 32, parameters: start, firstMoments: start + 32,
              secondMoments: start + 64, average: start + 96, gradients: gradients, shards: 3,
              gradientDistance: 32,
              pace: OptimizerPace(
                optimizer, age: age, rate: 0.01, averageShare: 0.2, gradientScale: 0.7,
                decay: 0.1)))
        }
      }
    }
    return floats
  }
}
