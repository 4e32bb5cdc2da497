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
        ActivationStep(
          function: architecture.activation, values: scratch + layer.output,
          slopes: keepsSlopes ? scratch + layer.delta : nil,
          skipped: layer.isResidual ? UnsafePointer(scratch + layer.input) : nil,
          count: rows * layer.outputStride))
    }
  }

  /// The way back: from the gradient of the loss with respect to the outputs, in the last layer's
  /// `delta`, to what each parameter contributed.
  ///
  /// - Parameters:
  ///   - isFirst: whether the gradients are to be set; otherwise they are added to.
  ///   - reachesInputs: whether to go on to the gradient with respect to the inputs, a row of
  ///     `carried` for each sample; the transposed weights are to be those of the first layer too.
  func backward(
    transposed: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>, rows: Int,
    gradients: UnsafeMutablePointer<Float>, isFirst: Bool, reachesInputs: Bool = false,
    kernels: Kernels
  ) {
    let zeros = UnsafePointer(scratch + zeros)
    for (index, layer) in layers.enumerated().reversed() {
      let delta = UnsafePointer(scratch + layer.delta)
      if isFirst {
        (gradients + layer.biases).update(repeating: 0, count: layer.outputStride)
      }
      kernels.addRows(delta, rows, layer.outputs, layer.outputStride, gradients + layer.biases)
      kernels.multiply(
        MatrixProduct(
          rows: layer.inputs, columns: layer.outputs, depth: rows,
          a: UnsafePointer(scratch + layer.input), rowStride: 1, depthStride: layer.inputStride,
          b: delta, bStride: layer.outputStride,
          c: gradients + layer.weights, cStride: layer.outputStride,
          start: isFirst ? zeros : UnsafePointer(gradients + layer.weights),
          startStride: isFirst ? 0 : layer.outputStride))
      if index == 0 && !reachesInputs { break }
      carry(
        through: index, transposed: transposed, scratch: scratch, rows: rows, kernels: kernels)
    }
  }

  /// The way back to the inputs alone: from the gradient with respect to the outputs, in the last
  /// layer's `delta`, to that with respect to the inputs, a row of `carried` for each sample.
  ///
  /// - Parameter transposed: the transposed weights, with those of the first layer.
  func backwardToInputs(
    transposed: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>, rows: Int,
    kernels: Kernels
  ) {
    for index in layers.indices.reversed() {
      carry(
        through: index, transposed: transposed, scratch: scratch, rows: rows, kernels: kernels)
    }
  }

  /// The gradient with respect to a layer's inputs, and so that of the sums of the layer before.
  private func carry(
    through index: Int, transposed: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>,
    rows: Int, kernels: Kernels
  ) {
    let layer = layers[index]
    // What a residual layer lets pass comes back on the same way.
    let carried = scratch + carried
    kernels.multiply(
      MatrixProduct(
        rows: rows, columns: layer.inputs, depth: layer.outputs,
        a: UnsafePointer(scratch + layer.delta), rowStride: layer.outputStride, depthStride: 1,
        b: transposed + layer.transposed, bStride: layer.inputStride,
        c: carried, cStride: layer.inputStride,
        start: layer.isResidual ? UnsafePointer(carried) : UnsafePointer(scratch + zeros),
        startStride: layer.isResidual ? layer.inputStride : 0,
        scaled: index == 0 ? nil : scratch + layers[index - 1].delta))
  }
}
