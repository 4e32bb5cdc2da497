/// Where the samples of a batch come from: drawn when they are needed, in shards that each have a
/// random stream of their own, so that a batch does not depend on who draws which shard when.
protocol BatchSource: Sendable {
  /// The number of samples.
  var size: Int { get }

  /// The stream of one of so many shards.
  func stream(ofShard shard: Int, of shards: Int) -> RandomStream

  /// Draws neighbouring members of a shard; they are asked for in order.
  ///
  /// - Parameters:
  ///   - inputs: filled with what the network sees, a row for each, `distance` floats apart.
  ///   - targets: filled with what the network should answer.
  func draw(
    _ members: Range<Int>, from stream: inout RandomStream, inputs: UnsafeMutablePointer<Float>,
    distance: Int, targets: UnsafeMutablePointer<SIMD2<Float>>)
}

extension BatchSource {
  /// The members of one of so many shards.
  func members(ofShard shard: Int, of shards: Int) -> Range<Int> {
    size * shard / shards..<size * (shard + 1) / shards
  }
}
