extension Sampler {
  /// Multistep DPM-Solver++ of second order, midpoint form (Lu et al. 2022, algorithm 2): the clean
  /// estimate is extrapolated along the line through this one and the one before.
  ///
  /// The first step is of first order, and so is one that ends at the clean level.
  public static let dpmpp2m = Sampler(
    id: "dpmpp-2m", title: "DPM++ 2M",
    summary: "second order from the step before, one call each",
    isStochastic: false, order: 2, memory: 1
  ) { $0.secondOrderMultistep { step in -0.5 * step.decay } }

  /// The same with the slope integrated exactly, the form called Heun's in the reference library.
  public static let dpmpp2mHeun = Sampler(
    id: "dpmpp-2m-heun", title: "DPM++ 2M Heun",
    summary: "as DPM++ 2M, with the slope's integral in its exact form",
    isStochastic: false, order: 2, memory: 1
  ) { $0.secondOrderMultistep { step in step.decay / step.width + 1 } }
}

extension SamplingStep {
  /// A step of second order.
  ///
  /// - Parameter share: how much of the clean estimate's change over one width counts.
  func secondOrderMultistep(share: (ExponentialStep) -> Double) -> [Point] {
    guard let before = pastWithData.first, !next.isClean else { return exponentialFirstOrder }
    let step = ExponentialStep(self)
    let weight = step.alpha * share(step) / step.distance(to: before)
    return points.indices.map { i in
      let clean = estimates[i].clean
      return step.firstOrder(points[i], clean: clean)
        + weight * (clean - before.estimates[i].clean)
    }
  }
}
