/// Learning block by block: what a network answers may be what another one is asked, and the gradient
/// with respect to that question what this one learns from. All arrays are rows without gaps.
extension Learner {
  /// Answers at most `MLP.blockSize` samples, and keeps what the way back needs.
  mutating func answers(to inputs: [Float], rows: Int) -> [Float] {
    prepare(forBatchOf: 1)
    let (mlp, kernels) = (mlp, kernels)
    return withMemory { memory in
      let scratch = memory.scratch.pointer
      let (first, last) = (mlp.layers[0], mlp.layers[mlp.layers.count - 1])
      Rows(count: rows, width: first.inputs, stride: first.inputStride)
        .write(inputs, to: scratch + first.input)
      mlp.forward(
        parameters: UnsafePointer(memory.parameters.pointer), scratch: scratch, rows: rows,
        keepsSlopes: true, kernels: kernels)
      return Rows(count: rows, width: last.outputs, stride: last.outputStride)
        .read(from: scratch + last.output)
    }
  }

  /// Takes the gradient with respect to the latest answers back through the network.
  ///
  /// - Parameter isFirst: whether it is the first block of a batch; the gradients of the others are
  ///   added to its.
  /// - Returns: the gradient with respect to the inputs; empty where the network does not reach them.
  mutating func learn(from gradient: [Float], rows: Int, isFirst: Bool) -> [Float] {
    let (mlp, kernels, reachesInputs) = (mlp, kernels, reachesInputs)
    return withMemory { memory in
      let scratch = memory.scratch.pointer
      let (first, last) = (mlp.layers[0], mlp.layers[mlp.layers.count - 1])
      Rows(count: rows, width: last.outputs, stride: last.outputStride)
        .write(gradient, to: scratch + last.delta)
      mlp.backward(
        transposed: UnsafePointer(memory.transposed.pointer), scratch: scratch, rows: rows,
        gradients: memory.gradients.pointer, isFirst: isFirst, reachesInputs: reachesInputs,
        kernels: kernels)
      if !reachesInputs { return [] }
      return Rows(count: rows, width: first.inputs, stride: first.inputStride)
        .read(from: scratch + mlp.carried)
    }
  }

  /// The gradient with respect to the inputs of the latest answers, from that with respect to the
  /// answers, and nothing is learned: the gradients of the batch stay. It uses up what the answers have
  /// kept, and the network has to be one that reaches its inputs.
  mutating func pulledBack(_ gradient: [Float], rows: Int) -> [Float] {
    precondition(reachesInputs, "gradients have to be taken on to the inputs")
    let (mlp, kernels) = (mlp, kernels)
    return withMemory { memory in
      let scratch = memory.scratch.pointer
      let (first, last) = (mlp.layers[0], mlp.layers[mlp.layers.count - 1])
      Rows(count: rows, width: last.outputs, stride: last.outputStride)
        .write(gradient, to: scratch + last.delta)
      mlp.backwardToInputs(
        transposed: UnsafePointer(memory.transposed.pointer), scratch: scratch, rows: rows,
        kernels: kernels)
      return Rows(count: rows, width: first.inputs, stride: first.inputStride)
        .read(from: scratch + mlp.carried)
    }
  }

  /// The gradient of the latest batch, in the order of the parameters.
  var gradient: [Float] {
    mutating get {
      let mlp = mlp
      return withMemory { memory in
        mlp.unpad(
          Array(UnsafeBufferPointer(start: memory.gradients.pointer, count: mlp.paddedCount)))
      }
    }
  }
}

/// Rows of numbers between an array without gaps and the memory of the kernels.
struct Rows {
  let count: Int
  let width: Int
  /// How far rows are apart in that memory.
  let stride: Int

  func write(_ values: [Float], to memory: UnsafeMutablePointer<Float>) {
    precondition(values.count == count * width, "a number for every place")
    values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      for row in 0..<count {
        (memory + row * stride).update(from: start + row * width, count: width)
      }
    }
  }

  func read(from memory: UnsafeMutablePointer<Float>) -> [Float] {
    [Float](count: count * width) { values in
      guard let start = values.baseAddress else { return }
      for row in 0..<count {
        (start + row * width).initialize(from: memory + row * stride, count: width)
      }
    }
  }
}
