import Diffusion

extension SamplingRun {
  /// A run from another prior.
  ///
  /// - Parameter labels: the names of the labels that points carry from start to end.
  init?(
    of model: any VelocityField, given conditioning: Conditioning, in laboratory: Laboratory,
    labels: [String]?, noise: NoiseFile?
  ) {
    let gap = NoiseGap()
    guard
      let process = laboratory.transportProcess(
        with: model, given: conditioning,
        noise: gap.source(noise, else: laboratory.experiment.randomness))
    else { return nil }
    self.init(in: laboratory, steps: process.steps, labels: labels, gap: gap) {
      SamplingState(process.advance($0.points, step: $1))
    }
  }
}
