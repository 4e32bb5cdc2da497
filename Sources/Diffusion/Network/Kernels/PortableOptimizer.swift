/// The optimizers and the moving average in plain Swift vectors.
enum PortableOptimizer {
  @Sendable
  static func optimize(_ step: OptimizerStep) {
    for i in stride(from: 0, to: step.count, by: 4) {
      switch step.optimizer {
      case .adam: moveAdam(step, i)
      case .scheduleFree: moveScheduleFree(step, i)
      }
    }
  }

  @inline(__always)
  private static func moveAdam(_ step: OptimizerStep, _ i: Int) {
    let gradient = gradient(of: step, i)
    let divisor = divisor(of: step, gradient, i)
    let first =
      step.firstMoments.lanes(i) * Float(OptimizerStep.firstDecay)
      + gradient * Float(1 - OptimizerStep.firstDecay)
    let parameter =
      step.parameters.lanes(i) * step.pace.keptParameter - step.pace.rate * first / divisor
    let average = step.average.lanes(i)
    step.firstMoments.store(first, i)
    step.parameters.store(parameter, i)
    step.average.store(average + step.pace.averageShare * (parameter - average), i)
  }

  @inline(__always)
  private static func moveScheduleFree(_ step: OptimizerStep, _ i: Int) {
    let gradient = gradient(of: step, i)
    let divisor = divisor(of: step, gradient, i)
    let moving =
      step.firstMoments.lanes(i) * step.pace.keptParameter - step.pace.rate * gradient / divisor
    let before = step.average.lanes(i)
    let average = before + step.pace.averageShare * (moving - before)
    step.firstMoments.store(moving, i)
    step.average.store(average, i)
    step.parameters.store(
      average * Float(OptimizerStep.firstDecay) + moving * Float(1 - OptimizerStep.firstDecay), i)
  }

  /// The sum of the shards' gradients.
  @inline(__always)
  private static func gradient(of step: OptimizerStep, _ i: Int) -> Lanes {
    var gradient = step.gradients.lanes(i)
    for shard in 1..<max(1, step.shards) {
      gradient += step.gradients.lanes(shard &* step.gradientDistance &+ i)
    }
    return gradient * step.pace.gradientScale
  }

  /// The root of the second moments after this step.
  @inline(__always)
  private static func divisor(of step: OptimizerStep, _ gradient: Lanes, _ i: Int) -> Lanes {
    let second =
      step.secondMoments.lanes(i) * Float(OptimizerStep.secondDecay)
      + gradient * gradient * Float(1 - OptimizerStep.secondDecay)
    step.secondMoments.store(second, i)
    let root = second * Elementary.reciprocalSquareRoot(second) * step.pace.secondScale
    return root + Lanes(repeating: OptimizerStep.epsilon)
  }
}
