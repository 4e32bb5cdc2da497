extension MLP {
  /// A block of samples goes through all layers: from the first layer's input in the scratch memory
  /// to the last layer's output there.
  ///
  /// - Parameters:
  ///   - keepsSlopes: whether `backward` is to follow.
  ///   - shared: where the last inputs are the same for all samples, what they and the biases give
  ///     in the first layer.
  func forward(
    parameters: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>, rows: Int,
    keepsSlopes: Bool, shared: (inputs: Int, sums: UnsafePointer<Float>)? = nil, kernels: Kernels
  ) {
    for (index, layer) in layers.enumerated() {
      let shared = index == 0 ? shared : nil
      kernels.multiply(
        MatrixProduct(
          rows: rows, columns: layer.outputs, depth: layer.inputs - (shared?.inputs ?? 0),
          a: UnsafePointer(scratch + layer.input), rowStride: layer.inputStride, depthStride: 1,
          b: parameters + layer.weights, bStride: layer.outputStride,
          c: scratch + layer.output, cStride: layer.outputStride,
          start: shared?.sums ?? parameters + layer.biases, startStride: 0))
      if index == layers.count - 1 { break }
      kernels.activate(
        scratch + layer.output, keepsSlopes ? scratch + layer.slopes : nil,
        rows * layer.outputStride)
    }
  }

  /// The way back: from the gradient of the loss with respect to the outputs, in the last layer's
  /// place in the scratch memory, to what each parameter contributed, added to `gradients`.
  func backward(
    transposed: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>, rows: Int,
    gradients: UnsafeMutablePointer<Float>, kernels: Kernels
  ) {
    for (index, layer) in layers.enumerated().reversed() {
      let gradient = UnsafePointer(scratch + layer.gradient)
      kernels.addRows(
        gradient, rows, layer.outputs, layer.outputStride, gradients + layer.biases)
      kernels.multiply(
        MatrixProduct(
          rows: layer.inputs, columns: layer.outputs, depth: rows,
          a: UnsafePointer(scratch + layer.input), rowStride: 1, depthStride: layer.inputStride,
          b: gradient, bStride: layer.outputStride,
          c: gradients + layer.weights, cStride: layer.outputStride,
          start: UnsafePointer(gradients + layer.weights), startStride: layer.outputStride))
      if index == 0 { break }
      let previous = layers[index - 1]
      kernels.multiply(
        MatrixProduct(
          rows: rows, columns: layer.inputs, depth: layer.outputs,
          a: gradient, rowStride: layer.outputStride, depthStride: 1,
          b: transposed + layer.transposed, bStride: layer.inputStride,
          c: scratch + previous.gradient, cStride: layer.inputStride,
          start: UnsafePointer(scratch + zeros), startStride: 0))
      kernels.scale(
        scratch + previous.gradient, UnsafePointer(scratch + previous.slopes),
        rows * layer.inputStride)
    }
  }

  /// Rewrites the transposed weights, which `backward` reads: all but those of the first layer.
  func transpose(
    _ parameters: UnsafePointer<Float>, into transposed: UnsafeMutablePointer<Float>,
    kernels: Kernels
  ) {
    for layer in layers.dropFirst() {
      kernels.transpose(
        Transposition(
          rows: layer.inputs, columns: layer.outputs,
          from: parameters + layer.weights, fromStride: layer.outputStride,
          to: transposed + layer.transposed, toStride: layer.inputStride))
    }
  }
}
