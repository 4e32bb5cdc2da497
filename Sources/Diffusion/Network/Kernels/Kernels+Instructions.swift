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
      activate: { step in
        var step = KernelActivation(step)
        kernelActivate(version, &step)
      },
      addRows: { kernelAddRows(version, $0, $1, $2, $3, $4) },
      transpose: { transposition in
        var transposition = KernelTransposition(transposition)
        kernelTranspose(version, &transposition)
      },
      embed: { embedding in
        embedding.points.withMemoryRebound(to: Float.self, capacity: 2 * embedding.count) {
          var step = KernelEmbedding(
            points: $0, count: embedding.count, projections: embedding.projections,
            turnsX: embedding.turnsX, turnsY: embedding.turnsY, rows: embedding.rows,
            distance: embedding.distance)
          kernelEmbed(version, &step)
        }
      },
      normals: { kernelNormals(version, $0, $1, $2) },
      optimize: { step in
        var kernelStep = KernelOptimizerStep(step)
        switch step.optimizer {
        case .adam: kernelOptimize(version, &kernelStep)
        case .scheduleFree: kernelOptimizeFree(version, &kernelStep)
        }
      },
      squaredNorm: { kernelSquaredNorm(version, $0, $1) },
      posteriorOffset: { origin in
        var posterior = KernelPosterior(origin)
        var offset = SIMD2<Float>()
        withUnsafeMutablePointer(to: &offset) { offset in
          offset.withMemoryRebound(to: Float.self, capacity: 2) {
            kernelPosteriorOffset(version, &posterior, $0)
          }
        }
        return offset
      })
  }
}

extension KernelProduct {
  fileprivate init(_ product: MatrixProduct) {
    self.init(
      rows: product.rows, columns: product.columns, depth: product.depth,
      a: product.a, rowStride: product.rowStride, depthStride: product.depthStride,
      b: product.b, bStride: product.bStride, c: product.c, cStride: product.cStride,
      start: product.start, startStride: product.startStride, scaled: product.scaled)
  }
}

extension KernelActivation {
  fileprivate init(_ step: ActivationStep) {
    let function = step.function == .gelu ? kernelGELU : kernelSiLU
    self.init(
      function: Int32(bitPattern: UInt32(function)), values: step.values, slopes: step.slopes,
      skipped: step.skipped, count: step.count)
  }
}

extension KernelPosterior {
  fileprivate init(_ origin: NoisyOrigin) {
    self.init(
      count: origin.count, x: origin.x, y: origin.y, shares: origin.shares,
      ownX: origin.own.x, ownY: origin.own.y, noiseX: origin.noise.x, noiseY: origin.noise.y,
      ratio: origin.ratio)
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
      shards: step.shards, gradientDistance: step.gradientDistance,
      gradientScale: step.pace.gradientScale, keptFirst: Float(OptimizerStep.firstDecay),
      newFirst: Float(1 - OptimizerStep.firstDecay),
      keptSecond: Float(OptimizerStep.secondDecay),
      newSecond: Float(1 - OptimizerStep.secondDecay),
      rate: step.pace.rate, secondScale: step.pace.secondScale, epsilon: OptimizerStep.epsilon,
      keptParameter: step.pace.keptParameter, averageShare: step.pace.averageShare)
  }
}
