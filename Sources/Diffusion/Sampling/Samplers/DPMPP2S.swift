extension Sampler {
  /// Singlestep DPM-Solver++ of second order (Lu et al. 2022, algorithm 1), two entries of the grid
  /// to a step: the first goes there in first order, the second starts again from where the first
  /// set out, with the slope between the two estimates. The last entry is of first order.
  public static let dpmpp2s = Sampler(
    id: "dpmpp-2s", title: "DPM++ 2S",
    summary: "second order over pairs of steps, each pair on its own",
    isStochastic: false, order: 2, memory: 1
  ) { step in
    guard step.index % 2 == 1, step.index < step.count - 1,
      let before = step.pastWithData.first
    else { return step.exponentialFirstOrder }
    let whole = ExponentialStep(from: before.level, to: step.next)
    let half = ExponentialStep(from: before.level, to: step.level)
    // Where hardly any data is left, two levels may be one: there is no slope between them.
    guard half.width > 0 else { return step.exponentialFirstOrder }
    let weight = -0.5 * whole.alpha * whole.decay * whole.width / half.width
    return step.points.indices.map { i in
      let clean = before.estimates[i].clean
      return whole.firstOrder(before.points[i], clean: clean)
        + weight * (step.estimates[i].clean - clean)
    }
  }
}
