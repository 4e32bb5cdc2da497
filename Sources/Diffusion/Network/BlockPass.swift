/// The way of one block of samples through the network and back.
struct BlockPass {
  let mlp: MLP
  let kernels: Kernels
  let parameters: UnsafePointer<Float>
  let transposed: UnsafePointer<Float>
  let gradients: UnsafeMutablePointer<Float>
  let scratch: UnsafeMutablePointer<Float>

  /// Where what the network sees is to be written, a row for each sample.
  var inputs: UnsafeMutablePointer<Float> { scratch + mlp.layers[0].input }

  /// Adds the gradients of a batch's loss over at most `MLP.blockSize` samples of it, whose inputs have
  /// been written, or sets them if this block is the first.
  ///
  /// - Returns: the sum of the samples' errors.
  func run<Source: BatchSource>(
    rows: Int, targets: UnsafePointer<Source.Target>, of batch: Source, isFirst: Bool
  ) -> Double {
    mlp.forward(
      parameters: parameters, scratch: scratch, rows: rows, keepsSlopes: true, kernels: kernels)
    let sum = compare(rows: rows, targets: targets, of: batch)
    mlp.backward(
      transposed: transposed, scratch: scratch, rows: rows, gradients: gradients,
      isFirst: isFirst, kernels: kernels)
    return sum
  }

  /// Sets the gradient of the outputs.
  private func compare<Source: BatchSource>(
    rows: Int, targets: UnsafePointer<Source.Target>, of batch: Source
  ) -> Double {
    guard let last = mlp.layers.last else { return 0 }
    var sum = 0.0
    for row in 0..<rows {
      sum += batch.compare(
        scratch + last.output + row * last.outputStride, with: targets[row],
        gradient: scratch + last.delta + row * last.outputStride)
    }
    return sum
  }
}
