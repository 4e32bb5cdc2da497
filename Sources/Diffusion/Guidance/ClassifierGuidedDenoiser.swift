/// A model pushed up the gradient of `log p(labels | x)` of a classifier (Dhariwal and Nichol 2021):
/// `noise − weight · sigma · ∇ log p(labels | x)`.
///
/// With the exact posterior as classifier and the exact model this is classifier-free guidance with
/// the same weight; on a network it steers one that knows nothing of labels.
public struct ClassifierGuidedDenoiser: Denoiser {
  /// Labels that are gone to, or left where the weight is negative.
  public struct Lead: Sendable, Hashable {
    public let selection: LabelSelection
    /// Between the levels where guidance acts.
    public let weight: Double
    /// At all other levels.
    public let outerWeight: Double

    public init(to selection: LabelSelection, weight: Double, outerWeight: Double? = nil) {
      self.selection = selection
      self.weight = weight
      self.outerWeight = outerWeight ?? weight
    }
  }

  public let model: any Denoiser
  public let classifier: any LabelClassifier
  public let leads: [Lead]
  /// The `sigma / alpha` between which guidance acts.
  public let interval: ClosedRange<Double>

  public init(
    model: any Denoiser, classifier: any LabelClassifier, leads: [Lead],
    interval: ClosedRange<Double> = 0...Double.infinity
  ) {
    self.model = model
    self.classifier = classifier
    self.leads = leads
    self.interval = interval
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    model.estimate(points, at: level, into: &estimates)
    push(&estimates, of: points, at: level)
  }

  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    var answer = model.answer(of: points, at: level)
    push(&answer.estimates, of: points, at: level)
    return answer
  }

  private func push(_ estimates: inout [Estimate], of points: [Point], at level: NoiseLevel) {
    for (lead, weight) in active(at: level) {
      guard let shifts = classifier.leads(to: lead.selection, from: points, at: level) else {
        continue
      }
      for i in estimates.indices {
        estimates[i].clean += weight * shifts[i].clean
        estimates[i].noise += weight * shifts[i].noise
      }
    }
  }

  public var isRounded: Bool { model.isRounded || classifier.isRounded }

  public func calls(at level: NoiseLevel) -> Int {
    model.calls(at: level) + active(at: level).count * classifier.calls
  }

  private func active(at level: NoiseLevel) -> [(lead: Lead, weight: Double)] {
    let isInside = interval.contains(level.relativeSigma)
    return leads.map { ($0, isInside ? $0.weight : $0.outerWeight) }.filter { $0.1 != 0 }
  }
}
