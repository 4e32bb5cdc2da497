/// Guidance that is ready to be given to any model: its prompts understood, its numbers in range.
public struct Guidance: Sendable {
  public internal(set) var specification: GuidanceSpecification
  /// The labels that are asked for; nil for everything.
  public let wanted: LabelSelection?
  /// The labels that are turned away from; nil for everything.
  public let unwanted: LabelSelection?
  /// The distribution of the labels that are asked for; the whole one where none are.
  public let target: GaussianMixture
  /// What is turned away from: the distribution of those labels, or the whole one.
  public let base: GaussianMixture
  private let mixture: GaussianMixture
  /// The `sigma / alpha` between which guidance acts.
  public private(set) var interval: ClosedRange<Double>

  /// Finds what a specification names in a mixture.
  public init(
    _ specification: GuidanceSpecification, in mixture: GaussianMixture
  ) throws(GuidanceError) {
    guard abs(specification.weight) <= 100 else { throw .weight(specification.weight) }
    interval = try Self.range(of: specification.interval)
    if let steps = specification.weakerSteps {
      guard steps >= 0 else { throw .weakerSteps(steps) }
      if let label = specification.negative { throw .leavesTwo(label: label) }
    }
    do throws(PromptError) {
      (wanted, target) = try Self.part(of: mixture, specification.label)
    } catch {
      throw .label(error)
    }
    do throws(PromptError) {
      (unwanted, base) = try Self.part(of: mixture, specification.negative)
    } catch {
      throw .negative(error)
    }
    self.mixture = mixture
    self.specification = specification
  }

  /// A model of the whole distribution, guided: `weak + weight · (strong − weak)`.
  ///
  /// The strong model is that of what is asked for, the weak one that of what is turned away from, or
  /// of everything. A model that knows labels answers for both; any other is led to them by a
  /// classifier, the exact posterior unless one is given.
  ///
  /// - Parameters:
  ///   - weaker: a worse model to turn away from (autoguidance, Karras et al. 2024); it is asked for
  ///     the same labels.
  ///   - classifier: a trained one, for guidance of the kind that asks it.
  public func guiding(
    _ model: any Denoiser, awayFrom weaker: (any Denoiser)? = nil,
    classifier: (any LabelClassifier)? = nil
  ) -> any Denoiser {
    let classifier = self.classifier(trained: classifier)
    if let weaker {
      return blend(led(model, by: classifier), led(weaker, by: classifier))
    }
    if wanted == nil && unwanted == nil { return model }
    guard specification.kind ?? .classifierFree == .classifierFree,
      let strong = Self.answer(of: model, for: wanted),
      let weak = Self.answer(of: model, for: unwanted)
    else { return pushed(model, by: classifier) }
    return blend(strong, weak)
  }

  /// The score of the guided exact model where no noise is left.
  public var cleanScore: (Point) -> Point {
    let strong = target.diffused(to: .clean)
    let weak = base.diffused(to: .clean)
    let weight = interval.contains(0) ? specification.weight : 1
    return { point in
      let base = weak.score(at: point)
      return base + weight * (strong.score(at: point) - base)
    }
  }

  /// The same guidance acting at all levels.
  var everywhere: Guidance {
    var guidance = self
    guidance.specification.interval = nil
    guidance.interval = 0...Double.infinity
    return guidance
  }

  private func blend(_ strong: any Denoiser, _ weak: any Denoiser) -> GuidedDenoiser {
    GuidedDenoiser(
      strong: strong, weak: weak, weight: specification.weight, interval: interval)
  }

  /// A model asked once and pushed towards what is wanted, away from what is not.
  private func pushed(
    _ model: any Denoiser, by classifier: any LabelClassifier
  ) -> ClassifierGuidedDenoiser {
    let weight = specification.weight
    let towards = wanted.map {
      ClassifierGuidedDenoiser.Lead(to: $0, weight: weight, outerWeight: 1)
    }
    let away = unwanted.map {
      ClassifierGuidedDenoiser.Lead(to: $0, weight: 1 - weight, outerWeight: 0)
    }
    return ClassifierGuidedDenoiser(
      model: model, classifier: classifier, leads: [towards, away].compactMap { $0 },
      interval: interval)
  }

  /// A model of what is asked for.
  private func led(_ model: any Denoiser, by classifier: any LabelClassifier) -> any Denoiser {
    guard let wanted else { return model }
    if specification.kind ?? .classifierFree == .classifierFree,
      let own = model.conditioned(on: wanted)
    {
      return own
    }
    return ClassifierGuidedDenoiser(
      model: model, classifier: classifier, leads: [.init(to: wanted, weight: 1)])
  }

  private func classifier(trained: (any LabelClassifier)?) -> any LabelClassifier {
    if specification.kind == .classifier, let trained { return trained }
    return ExactPosterior(mixture: mixture)
  }

  private static func answer(
    of model: any Denoiser, for selection: LabelSelection?
  ) -> (any Denoiser)? {
    guard let selection else { return model }
    return model.conditioned(on: selection)
  }

  private static func part(
    of mixture: GaussianMixture, _ prompt: String?
  ) throws(PromptError) -> (LabelSelection?, GaussianMixture) {
    guard let prompt else { return (nil, mixture) }
    let selection = try mixture.vocabulary.selection(prompt)
    return (selection, try mixture.conditioned(on: selection))
  }

  private static func range(
    of ends: ScheduleSpecification.Ends?
  ) throws(GuidanceError) -> ClosedRange<Double> {
    guard let ends else { return 0...Double.infinity }
    guard ends.first >= 0, ends.last >= ends.first else {
      throw .interval(ends.first, ends.last)
    }
    return ends.first...ends.last
  }
}
