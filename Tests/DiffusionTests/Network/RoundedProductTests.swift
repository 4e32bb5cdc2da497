import Foundation
import Testing

@testable import Diffusion

/// Held against the reference in Swift with operands that are rounded beforehand.
@Suite("Products of numbers rounded to bfloat16")
struct RoundedProductTests {
  private static let isThere = InstructionSet.avx512BFloat16.isAvailable

  private func numbers(_ count: Int, _ step: Int) -> [Float] {
    var stream = Randomness(seed: 9).stream(.data, step: step)
    return (0..<count).map { _ in Float(stream.normalPoint().x) }
  }

  /// The nearest number whose mantissa has 8 bits, of two that are as near the even one.
  static func rounded(_ number: Float) -> Float {
    let bits = number.bitPattern
    return Float(bitPattern: (bits &+ 0x7FFF &+ (bits >> 16) & 1) & 0xFFFF_0000)
  }

  /// `start + A B`, and what is scaled by it.
  private func product(
    _ kernels: Kernels, a: [Float], b: [Float], rows: Int, columns: Int, depth: Int,
    isTransposed: Bool
  ) -> (c: [Float], scaled: [Float]) {
    let stride = MLP.padded(columns)
    let start = numbers(rows * stride, 3)
    var c = [Float](repeating: 0, count: rows * stride)
    var scaled = [Float](repeating: 2, count: rows * stride)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        start.withUnsafeBufferPointer { start in
          c.withUnsafeMutableBufferPointer { c in
            scaled.withUnsafeMutableBufferPointer { scaled in
              guard let a = a.baseAddress, let b = b.baseAddress, let start = start.baseAddress,
                let c = c.baseAddress
              else { return }
              kernels.multiply(
                MatrixProduct(
                  rows: rows, columns: columns, depth: depth, a: a,
                  rowStride: isTransposed ? 1 : depth, depthStride: isTransposed ? rows : 1, b: b,
                  bStride: stride, c: c, cStride: stride, start: start, startStride: stride,
                  scaled: scaled.baseAddress))
            }
          }
        }
      }
    }
    return (c, scaled)
  }

  @Test(
    "are those of the rounded operands, of odd sizes, by rows and by columns",
    .enabled(if: isThere, "this processor has none"),
    arguments: [
      (64, 64, 38), (64, 128, 128), (65, 17, 5), (8, 33, 3), (130, 64, 64), (13, 48, 7), (5, 16, 1),
      (38, 64, 64), (128, 128, 63), (4, 31, 2),
    ], [false, true])
  func products(_ size: (Int, Int, Int), isTransposed: Bool) {
    let (rows, columns, depth) = size
    let stride = MLP.padded(columns)
    let a = numbers(rows * depth, 1)
    let b = numbers(depth * stride, 2).enumerated().map { $0 % stride < columns ? $1 : 0 }
    let found = product(
      Kernels(.avx512BFloat16), a: a, b: b, rows: rows, columns: columns, depth: depth,
      isTransposed: isTransposed)
    let wanted = product(
      .portable, a: a.map(Self.rounded), b: b.map(Self.rounded), rows: rows, columns: columns,
      depth: depth, isTransposed: isTransposed)
    for index in found.c.indices where index % stride < columns {
      #expect(deviation(Double(found.c[index]), Double(wanted.c[index])) < 1e-5)
      #expect(deviation(Double(found.scaled[index]), Double(wanted.scaled[index])) < 1e-5)
    }
  }

  @Test(
    "of two columns, as a last layer has, stay in floats",
    .enabled(if: isThere, "this processor has none"))
  func lastLayers() {
    let (a, b) = (numbers(64 * 64, 1), numbers(64 * 16, 2))
    func values(_ kernels: Kernels) -> [Float] {
      product(kernels, a: a, b: b, rows: 64, columns: 2, depth: 64, isTransposed: false).c
    }
    let wanted = values(Kernels(.avx512))
    #expect(values(Kernels(.avx512BFloat16)) == wanted)
  }

  @Test("are none that is chosen without being asked for")
  func choice() throws {
    #expect(!InstructionSet.available.contains(.avx512BFloat16))
    #expect(InstructionSet.best != .avx512BFloat16)
    #expect(try InstructionSet.named("avx512-bf16") == .avx512BFloat16)
  }

  @Test(
    "learn the same data", .enabled(if: isThere, "this processor has none"))
  func learning() throws {
    func lateLoss(_ instructions: InstructionSet) throws -> Double {
      var trainer = try Laboratory(Experiment()).trainer(instructions: instructions)
      let losses = (0..<600).map { _ in trainer.step() }
      return losses.suffix(200).reduce(0, +) / 200
    }
    let (floats, rounded) = (try lateLoss(.avx512), try lateLoss(.avx512BFloat16))
    #expect(floats != rounded)
    // The same batches: what differs is learning, and not chance.
    #expect(abs(rounded / floats - 1) < 0.03)
  }
}
