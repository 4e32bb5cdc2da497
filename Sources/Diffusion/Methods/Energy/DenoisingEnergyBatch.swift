/// Noisy points with the v that the gradient of the network should be: denoising score matching.
struct DenoisingEnergyBatch: NoisyBatch {
  let data: TrainingData
  let features: FeatureMap
  let kernels: Kernels
  let seed: UInt64
  /// The number of the step it is for, from 1.
  let step: Int
  let size: Int

  func stream(ofShard shard: Int, of shards: Int) -> RandomStream {
    Randomness(seed: seed).stream(.training, step: step * shards + shard)
  }

  func make(
    _ row: Int, of draws: RandomBlock, at level: NoiseLevel, inputs: UnsafeMutablePointer<Float>,
    target: UnsafeMutablePointer<SIMD2<Float>>
  ) -> SIMD2<Float> {
    let points = draws.points(row)
    let example = data.example(
      choice: draws.uniforms(row).second, normals: (Point(points.first), Point(points.second)),
      level: level, predicts: .v, target: .sample, told: .none)
    target.pointee = example.target
    return example.point
  }

  /// The squared error of the gradient, of which the loss is the mean over both coordinates.
  func pass(
    _ block: BlockPass, rows: Int, targets: UnsafePointer<SIMD2<Float>>, isFirst: Bool
  ) -> Double {
    let mlp = block.mlp
    let distance = mlp.layers[0].inputStride
    var work = AlignedFloats(zeros: GradientPass.workCount(of: mlp))
    return work.withMutablePointer { work in
      let pass = GradientPass(
        mlp: mlp, kernels: kernels, parameters: block.parameters, transposed: block.transposed,
        scratch: block.scratch, work: work)
      pass.gradients(rows: rows)
      var sum = 0.0
      for row in 0..<rows {
        let seen = UnsafePointer(block.inputs + row * distance)
        let gradient = features.pulledBack(
          UnsafePointer(block.scratch + mlp.carried + row * distance), features: seen)
        let error = gradient - targets[row]
        sum += Double((error * error).sum())
        features.writeRates(
          of: error / Float(size), features: seen, to: pass.inputRates + row * distance)
      }
      pass.addParameterGradients(rows: rows, to: block.gradients, isFirst: isFirst)
      return sum
    }
  }
}
