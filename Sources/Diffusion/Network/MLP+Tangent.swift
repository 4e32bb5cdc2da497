extension MLP {
  /// Forward mode: how fast the outputs change where the inputs change with given rates, the product
  /// of the network's Jacobian with them. It follows `forward` with `keepsSlopes`, whose slopes it
  /// uses up; the rates of the outputs are in the last layer's `delta` then.
  ///
  /// - Parameter tangents: the rates of the inputs, a row for each sample as far apart as the rows of
  ///   the inputs.
  func forwardTangents(
    parameters: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>,
    tangents: UnsafePointer<Float>, rows: Int, kernels: Kernels
  ) {
    for (index, layer) in layers.enumerated() {
      let incoming = index == 0 ? tangents : UnsafePointer(scratch + layers[index - 1].delta)
      let rates = scratch + layer.delta
      let isLast = index == layers.count - 1
      // The slopes of the activation are multiplied by the rates of the sums.
      kernels.multiply(
        MatrixProduct(
          rows: rows, columns: layer.outputs, depth: layer.inputs,
          a: incoming, rowStride: layer.inputStride, depthStride: 1,
          b: parameters + layer.weights, bStride: layer.outputStride,
          c: isLast ? rates : scratch + carried, cStride: layer.outputStride,
          start: UnsafePointer(scratch + zeros), startStride: 0, scaled: isLast ? nil : rates))
      if layer.isResidual {
        kernels.addRows(incoming, 1, rows * layer.outputStride, 0, rates)
      }
    }
  }
}
