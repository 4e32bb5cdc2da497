import CKernels

extension Kernels {
  /// The implementation for a set of instructions, which this processor must have.
  init(_ instructions: InstructionSet) {
    precondition(instructions.isAvailable, "this processor has no \(instructions.title)")
    guard let version = instructions.version else {
      self = .portable
      return
    }
    self.init(
      multiply: { product in
        var product = KernelProduct(product)
        kernelMultiply(version, &product)
      },
      activate: { kernelActivate(version, $0, $1, $2) },
      scale: { kernelScale(version, $0, $1, $2) },
      addRows: { kernelAddRows(version, $0, $1, $2, $3, $4) },
      transpose: { transposition in
        var transposition = KernelTransposition(transposition)
        kernelTranspose(version, &transposition)
      },
      circle: { kernelCircle(version, $0, $1, $2, $3) },
      optimize: { step in
        var step = KernelOptimizerStep(step)
        kernelOptimize(version, &step)
      })
  }
}

extension KernelProduct {
  fileprivate init(_ product: MatrixProduct) {
    self.init(
      rows: product.rows, columns: product.columns, depth: product.depth,
      a: product.a, rowStride: product.rowStride, depthStride: product.depthStride,
      b: product.b, bStride: product.bStride, c: product.c, cStride: product.cStride,
      start: product.start, startStride: product.startStride)
  }
}

extension KernelTransposition {
  fileprivate init(_ transposition: Transposition) {
    self.init(
      rows: transposition.rows, columns: transposition.columns, from: transposition.from,
      fromStride: transposition.fromStride, to: transposition.to,
      toStride: transposition.toStride)
  }
}

extension KernelOptimizerStep {
  fileprivate init(_ step: OptimizerStep) {
    self.init(
      count: step.count, parameters: step.parameters, firstMoments: step.firstMoments,
      secondMoments: step.secondMoments, average: step.average, gradients: step.gradients,
      shards: step.shards, gradientDistance: step.count,
      keptFirst: Float(OptimizerStep.firstDecay), newFirst: Float(1 - OptimizerStep.firstDecay),
      keptSecond: Float(OptimizerStep.secondDecay),
      newSecond: Float(1 - OptimizerStep.secondDecay),
      rate: step.rate, secondScale: step.secondScale, epsilon: OptimizerStep.epsilon,
      averageShare: step.averageShare)
  }
}
