/// What a generator is asked, and what its answers become before they are judged:
/// `scale * answer + offset`.
struct GeneratorBatch: Sendable {
  /// How many samples are asked for.
  let count: Int
  /// Rows of the network's inputs, without gaps.
  private let inputs: [Float]
  /// What answers count for; none where they are the samples themselves.
  private let scales: [Float]
  private let offsets: [SIMD2<Float>]
  /// What each sample is judged under; none where nothing is told.
  let conditions: [JumpCondition]

  init(
    inputs: [Float], scales: [Float], offsets: [SIMD2<Float>], conditions: [JumpCondition]
  ) {
    (self.inputs, self.scales, self.offsets) = (inputs, scales, offsets)
    self.conditions = conditions
    count = offsets.count
  }

  /// Latents of which points are made, with what is added to these before they are judged.
  init(latents: [Point], noise: [SIMD2<Float>]) {
    self.init(
      inputs: latents.flatMap { [Float($0.x), Float($0.y)] }, scales: [], offsets: noise,
      conditions: [])
  }

  func inputs(of block: Range<Int>) -> [Float] {
    let width = inputs.count / count
    return Array(inputs[block.lowerBound * width..<block.upperBound * width])
  }

  func scale(_ index: Int) -> Float { scales.isEmpty ? 1 : scales[index] }

  func sample(_ index: Int, of answer: SIMD2<Float>) -> SIMD2<Float> {
    scale(index) * answer + offsets[index]
  }
}
