/// A model pushed up the gradient of `log p(label | x)` (Dhariwal and Nichol 2021):
/// `noise − weight · sigma · ∇ log p(label | x)`, with the exact posterior of a mixture as classifier.
///
/// The gradient is the difference of the class's score and the whole mixture's, so on the exact model
/// of that mixture this is classifier-free guidance with the same weight; on a learned one it steers
/// a network that knows nothing of labels.
public struct ClassifierGuidedDenoiser: Denoiser {
  public let model: any Denoiser
  public let weight: Double
  private let everything: ExactDenoiser
  private let labelled: ExactDenoiser

  /// - Parameter label: one of the mixture's labels.
  public init(
    model: any Denoiser, mixture: GaussianMixture, label: String, weight: Double
  ) throws(GuidanceError) {
    self.init(
      model: model, everything: mixture, labelled: try mixture.conditioned(onLabelNamed: label),
      weight: weight)
  }

  /// - Parameter labelled: the part of `everything` that has the label.
  init(
    model: any Denoiser, everything: GaussianMixture, labelled: GaussianMixture, weight: Double
  ) {
    self.model = model
    self.weight = weight
    self.everything = ExactDenoiser(mixture: everything)
    self.labelled = ExactDenoiser(mixture: labelled)
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    model.estimate(points, at: level, into: &estimates)
    if weight == 0 { return }
    let whole = everything.estimates(of: points, at: level)
    let part = labelled.estimates(of: points, at: level)
    for i in estimates.indices {
      estimates[i].clean += weight * (part[i].clean - whole[i].clean)
      estimates[i].noise += weight * (part[i].noise - whole[i].noise)
    }
  }

  public func calls(at level: NoiseLevel) -> Int { model.calls(at: level) }
}
