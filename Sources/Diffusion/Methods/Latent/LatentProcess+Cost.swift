extension LatentProcess {
  /// About how many answers of single Gaussians take as long as a step of a run, numbered from 0, does for
  /// each latent: the prior of embeddings makes its own run with the first.
  public func answersOfStep(
    _ index: Int, by parts: LatentParts, in laboratory: Laboratory
  ) -> Int {
    func answers(_ parts: LatentParts) -> Int {
      WorkWatch.answers(ofNumbers: parts.parameterCount)
    }
    let sampler = laboratory.experiment.sampler
    // A prompt asks with it and without.
    let calls = 2 * sampler.kind.usualCalls(sampler.options)
    let step = calls * answers(parts.only([.diffusion, .autoregressive, .unclip].filter(isAsked)))
    guard index == 0, settings.generator.parts.contains(.prior) else { return step }
    let steps = max(laboratory.grid.steps, PictureMatcher.width)
    return step + calls * steps * answers(parts.only([.prior]))
  }

  private func isAsked(_ part: LatentPart) -> Bool { settings.generator.parts.contains(part) }
}
