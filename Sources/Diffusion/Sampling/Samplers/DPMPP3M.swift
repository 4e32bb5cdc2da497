extension Sampler {
  /// Multistep DPM-Solver++ of third order (Lu et al. 2022): a parabola through the clean estimates
  /// of this step and the two before.
  ///
  /// The first two steps are of first and second order, one that ends at the clean level of first.
  /// As in the reference library the bend counts half of what a third order would take, so the error
  /// falls with the square of the steps, only lower than that of DPM++ 2M.
  public static let dpmpp3m = Sampler(
    id: "dpmpp-3m", title: "DPM++ 3M",
    summary: "a parabola through this step and the two before, one call each",
    isStochastic: false, order: 2, memory: 2
  ) { step in
    let past = step.pastWithData
    guard past.count == 2, !step.next.isClean else {
      return step.secondOrderMultistep { -0.5 * $0.decay }
    }
    let width = ExponentialStep(step)
    let near = width.distance(to: past[0])
    let far = width.distance(to: past[1]) - near
    let slopeWeight = width.alpha * (width.decay / width.width + 1)
    let bendWeight =
      -width.alpha * ((width.decay + width.width) / (width.width * width.width) - 0.5)
    return step.points.indices.map { i in
      let clean = step.estimates[i].clean
      let before = past[0].estimates[i].clean
      let slopeNear = (clean - before) / near
      let slopeFar = (before - past[1].estimates[i].clean) / far
      let bend = (slopeNear - slopeFar) / (near + far)
      return width.firstOrder(step.points[i], clean: clean)
        + slopeWeight * (slopeNear + near * bend) + bendWeight * bend
    }
  }
}
