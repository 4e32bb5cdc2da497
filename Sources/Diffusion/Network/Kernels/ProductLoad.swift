/// A matrix product of a size that training has, on memory of its own in the nearest caches: what
/// the processor can do at best, to measure the rest by.
public struct ProductLoad: Sendable {
  private static let (rows, width) = (MLP.blockSize, 128)

  private let kernels: Kernels
  private var floats = AlignedFloats(zeros: 2 * rows * width + width * width)

  public init(instructions: InstructionSet = .best) {
    kernels = Kernels(instructions)
  }

  /// The multiplications and additions of one product.
  public static let floatingPointOperations = Double(2 * rows * width * width)

  /// Multiplies so many times.
  public mutating func run(_ repetitions: Int) {
    let kernels = kernels
    let (rows, width) = (Self.rows, Self.width)
    floats.withMutablePointer { floats in
      let result = floats + rows * width + width * width
      let product = MatrixProduct(
        rows: rows, columns: width, depth: width, a: UnsafePointer(floats), rowStride: width,
        depthStride: 1, b: UnsafePointer(floats + rows * width), bStride: width,
        c: result, cStride: width, start: UnsafePointer(result), startStride: width)
      for _ in 0..<repetitions { kernels.multiply(product) }
    }
  }
}
