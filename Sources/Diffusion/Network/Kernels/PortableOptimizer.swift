/// Adam and the moving average in plain Swift vectors.
enum PortableOptimizer {
  @Sendable
  static func optimize(_ step: OptimizerStep) {
    let keptFirst = Float(OptimizerStep.firstDecay)
    let keptSecond = Float(OptimizerStep.secondDecay)
    let newFirst = Float(1 - OptimizerStep.firstDecay)
    let newSecond = Float(1 - OptimizerStep.secondDecay)
    let epsilon = Lanes(repeating: OptimizerStep.epsilon)
    for i in stride(from: 0, to: step.count, by: 4) {
      var gradient = step.gradients.lanes(i)
      for shard in 1..<max(1, step.shards) {
        gradient += step.gradients.lanes(shard &* step.count &+ i)
      }
      let first = step.firstMoments.lanes(i) * keptFirst + gradient * newFirst
      let second =
        step.secondMoments.lanes(i) * keptSecond + gradient * gradient * newSecond
      let root = second * Elementary.reciprocalSquareRoot(second) * step.secondScale
      let parameter = step.parameters.lanes(i) - step.rate * first / (root + epsilon)
      let average = step.average.lanes(i)
      step.firstMoments.store(first, i)
      step.secondMoments.store(second, i)
      step.parameters.store(parameter, i)
      step.average.store(average + step.averageShare * (parameter - average), i)
    }
  }
}
