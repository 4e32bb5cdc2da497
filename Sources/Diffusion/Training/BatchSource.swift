/// Where the samples of a batch come from: drawn when they are needed, in shards that each have a
/// random stream of their own, so that a batch does not depend on who draws which shard when.
protocol BatchSource: Sendable {
  /// What the network should answer to a sample.
  associatedtype Target: Sendable

  /// A target nobody looks at.
  static var noTarget: Target { get }

  /// How many samples are taken through the network at a time: at most `MLP.blockSize`.
  static var blockSize: Int { get }

  /// The number of samples.
  var size: Int { get }

  /// Which samples one of so many shards has.
  func members(ofShard shard: Int, of shards: Int) -> Range<Int>

  /// The stream of one of so many shards.
  func stream(ofShard shard: Int, of shards: Int) -> RandomStream

  /// Draws neighbouring members of a shard; they are asked for in order.
  ///
  /// - Parameters:
  ///   - inputs: filled with what the network sees, a row for each, `distance` floats apart.
  ///   - targets: filled with what the network should answer.
  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<Target>)

  /// Compares what the network answered with what it should have.
  ///
  /// - Parameters:
  ///   - output: the network's outputs for a sample.
  ///   - gradient: filled with the gradient of the batch's mean loss with respect to them.
  /// - Returns: the sample's error.
  func compare(
    _ output: UnsafePointer<Float>, with target: Target, gradient: UnsafeMutablePointer<Float>
  ) -> Double

  /// Takes some of its samples, whose inputs have been written, through the network and back, and adds
  /// what each parameter contributes to the batch's mean loss, or sets it.
  ///
  /// - Returns: the sum of the samples' errors.
  func pass(
    _ block: BlockPass, rows: Int, targets: UnsafePointer<Target>, isFirst: Bool
  ) -> Double
}

extension BatchSource {
  static var blockSize: Int { MLP.blockSize }

  /// By the answers of the network: most losses are of them.
  func pass(
    _ block: BlockPass, rows: Int, targets: UnsafePointer<Target>, isFirst: Bool
  ) -> Double {
    block.run(rows: rows, targets: targets, of: self, isFirst: isFirst)
  }
}

extension BatchSource where Target == SIMD2<Float> {
  static var noTarget: SIMD2<Float> { .zero }

  /// The squared error of two outputs, of which the loss is the mean over both.
  @inline(__always)
  func compare(
    _ output: UnsafePointer<Float>, with target: SIMD2<Float>,
    gradient: UnsafeMutablePointer<Float>
  ) -> Double {
    let error = SIMD2(output[0], output[1]) - target
    gradient[0] = error.x / Float(size)
    gradient[1] = error.y / Float(size)
    return Double(error.x * error.x + error.y * error.y)
  }
}

extension BatchSource {
  /// The members of one of so many shards.
  func members(ofShard shard: Int, of shards: Int) -> Range<Int> {
    size * shard / shards..<size * (shard + 1) / shards
  }
}
