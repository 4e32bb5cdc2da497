import Diffusion

extension SamplingRun {
  /// A run of a denoiser.
  ///
  /// - Parameters:
  ///   - denoiser: the model, guided already.
  ///   - labels: the names of the labels that points carry from start to end.
  init(
    of denoiser: any Denoiser, in laboratory: Laboratory, labels: [String]?, noise: NoiseFile?
  ) {
    let experiment = laboratory.experiment
    let gap = NoiseGap()
    let process = ReverseProcess(
      denoiser: denoiser, sampler: experiment.sampler.kind, options: experiment.sampler.options,
      grid: laboratory.grid, posterior: laboratory.posterior,
      noise: gap.source(noise, else: experiment.randomness))
    self.init(
      in: laboratory, steps: laboratory.grid.steps, labels: labels, gap: gap,
      advance: process.advance)
  }
}
