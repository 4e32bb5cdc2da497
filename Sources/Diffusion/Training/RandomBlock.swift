/// The random numbers of a block of samples, drawn together because vectors make sixteen of them in
/// the time of one: four standard-normal floats and a word for each sample.
struct RandomBlock {
  /// The longest block, a multiple of 16.
  static let capacity = MLP.blockSize

  private let normals: UnsafeMutablePointer<Float>
  private let words: UnsafeMutablePointer<UInt64>

  /// Draws for all samples there can be and lends the numbers.
  static func withDraws(
    from stream: inout RandomStream, kernels: Kernels, _ body: (RandomBlock) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * capacity) { words in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * capacity) { normals in
        guard let words = words.baseAddress, let normals = normals.baseAddress else { return }
        stream.fill(words, count: 3 * capacity)
        normals.initialize(repeating: 0, count: 4 * capacity)
        // Two normal numbers take two halves of a word.
        words.withMemoryRebound(to: UInt32.self, capacity: 4 * capacity) {
          kernels.normals($0, normals, 2 * capacity)
        }
        body(RandomBlock(normals: normals, words: words + 2 * capacity))
      }
    }
  }

  /// Two independent standard-normal points of a sample.
  func points(_ index: Int) -> (first: SIMD2<Float>, second: SIMD2<Float>) {
    let pairs = 2 * Self.capacity
    return (
      SIMD2(normals[index], normals[pairs + index]),
      SIMD2(normals[Self.capacity + index], normals[pairs + Self.capacity + index])
    )
  }

  /// Two independent numbers in (0, 1) of a sample, of 32 bits each.
  func uniforms(_ index: Int) -> (first: Double, second: Double) {
    let word = words[index]
    return (
      (Double(word >> 32) + 0.5) * 0x1p-32,
      (Double(UInt32(truncatingIfNeeded: word)) + 0.5) * 0x1p-32
    )
  }
}

extension RandomStream {
  fileprivate mutating func fill(_ words: UnsafeMutablePointer<UInt64>, count: Int) {
    for i in 0..<count { (words + i).initialize(to: next()) }
  }
}
