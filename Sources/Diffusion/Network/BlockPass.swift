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

  /// Adds the gradients of `Σ error² / (2 · batch)` over at most `MLP.blockSize` samples, whose
  /// inputs have been written, or sets them if this block is the first.
  ///
  /// - Returns: the sum of the squared errors.
  func run(
    rows: Int, targets: UnsafePointer<SIMD2<Float>>, batch: Int, isFirst: Bool
  ) -> Double {
    mlp.forward(
      parameters: parameters, scratch: scratch, rows: rows, keepsSlopes: true, kernels: kernels)
    let sum = compare(rows: rows, targets: targets, batch: batch)
    mlp.backward(
      transposed: transposed, scratch: scratch, rows: rows, gradients: gradients,
      isFirst: isFirst, kernels: kernels)
    return sum
  }

  /// Sets the gradient of the outputs, `(output − target) / batch`.
  private func compare(
    rows: Int, targets: UnsafePointer<SIMD2<Float>>, batch: Int
  ) -> Double {
    guard let last = mlp.layers.last else { return 0 }
    var sum = 0.0
    for row in 0..<rows {
      let output = scratch + last.output + row * last.outputStride
      let gradient = scratch + last.delta + row * last.outputStride
      let error = SIMD2(output[0], output[1]) - targets[row]
      gradient[0] = error.x / Float(batch)
      gradient[1] = error.y / Float(batch)
      sum += Double(error.x * error.x + error.y * error.y)
    }
    return sum
  }
}
