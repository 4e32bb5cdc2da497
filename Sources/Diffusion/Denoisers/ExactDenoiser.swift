/// The exact answer: the posterior means of a Gaussian mixture at any level, in closed form.
public struct ExactDenoiser: Denoiser {
  public let mixture: GaussianMixture
  private let instructions: InstructionSet

  public init(mixture: GaussianMixture, instructions: InstructionSet = .best) {
    self.mixture = mixture
    self.instructions = instructions
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    mixture.diffused(to: level).estimate(points, into: &estimates, with: instructions)
  }

  /// The closed form of the labels, where the mixture has all of them.
  public func conditioned(on selection: LabelSelection) -> (any Denoiser)? {
    let own = selection.labels.compactMap(mixture.labels.firstIndex)
    guard own.count == selection.labels.count, let part = try? mixture.conditioned(onLabels: own)
    else { return nil }
    return ExactDenoiser(mixture: part, instructions: instructions)
  }
}
