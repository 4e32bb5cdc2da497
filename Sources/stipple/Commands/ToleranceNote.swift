import Diffusion

extension Console {
  /// Draws samples, and says beside them where the adaptive solver could not keep the tolerance that
  /// was asked for. A network that nothing finer was asked of is followed as closely as its rounding
  /// allows, and nothing is to be said.
  func notingTolerance<Result>(
    of laboratory: Laboratory, _ work: () throws -> Result
  ) rethrows -> Result {
    let watch = WorkWatch()
    let result = try watch.during(work)
    let asked = laboratory.experiment.sampler.options.tolerance
    if let limit = watch.progress.limit, let line = limit.line(asked: asked) {
      note("stipple: \(line)")
    }
    return result
  }
}
