/// The way of one block of samples through the network and back.
struct BlockPass {
  let mlp: MLP
  let features: FeatureMap
  let kernels: Kernels
  let parameters: UnsafePointer<Float>
  let transposed: UnsafePointer<Float>
  let gradients: UnsafeMutablePointer<Float>
  let scratch: UnsafeMutablePointer<Float>

  /// Adds the gradients of `Σ error² / (2 · batch)` over at most `MLP.blockSize` samples.
  ///
  /// - Returns: the sum of the squared errors.
  func run(_ samples: UnsafeBufferPointer<Learner.Sample>, batch: Int) -> Double {
    for (row, sample) in samples.enumerated() {
      features.write(
        sample.point, level: sample.level, to: scratch + row * mlp.layers[0].inputStride,
        kernels: kernels)
    }
    mlp.forward(
      parameters: parameters, scratch: scratch, rows: samples.count, keepsSlopes: true,
      kernels: kernels)
    let sum = compare(samples, batch: batch)
    mlp.backward(
      transposed: transposed, scratch: scratch, rows: samples.count, gradients: gradients,
      kernels: kernels)
    return sum
  }

  /// Sets the gradient of the outputs, `(output − target) / batch`.
  private func compare(_ samples: UnsafeBufferPointer<Learner.Sample>, batch: Int) -> Double {
    guard let last = mlp.layers.last else { return 0 }
    var sum = 0.0
    for (row, sample) in samples.enumerated() {
      let output = scratch + last.output + row * last.outputStride
      let gradient = scratch + last.gradient + row * last.outputStride
      let error = SIMD2(output[0], output[1]) - sample.target
      gradient[0] = error.x / Float(batch)
      gradient[1] = error.y / Float(batch)
      sum += Double(error.x * error.x + error.y * error.y)
    }
    return sum
  }
}
