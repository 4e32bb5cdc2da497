/// Guidance that is ready to be given to any model: its labels found, its numbers in range.
public struct Guidance: Sendable {
  public let specification: GuidanceSpecification
  /// The distribution of the label that is asked for; the whole one where none is.
  public let target: GaussianMixture
  private let mixture: GaussianMixture
  private let negative: GaussianMixture?
  private let interval: ClosedRange<Double>

  /// Finds what a specification names in a mixture.
  public init(
    _ specification: GuidanceSpecification, in mixture: GaussianMixture
  ) throws(GuidanceError) {
    guard abs(specification.weight) <= 100 else { throw .weight(specification.weight) }
    interval = try Self.range(of: specification.interval)
    target = try Self.part(of: mixture, specification.label) ?? mixture
    do throws(GuidanceError) {
      negative = try Self.part(of: mixture, specification.negative)
    } catch {
      throw .negative("\(error)")
    }
    self.mixture = mixture
    self.specification = specification
  }

  /// A model of the whole distribution, guided: `weak + weight · (strong − weak)`.
  ///
  /// The strong model is that of the label, the weak one that of the negative label or of everything.
  /// The exact model is conditioned in closed form; a network, which knows no labels, is led to one by
  /// the exact posterior.
  ///
  /// - Parameter weaker: a worse model to turn away from (autoguidance, Karras et al. 2024); it is
  ///   asked for the same label.
  public func guiding(
    _ model: any Denoiser, awayFrom weaker: (any Denoiser)? = nil
  ) -> any Denoiser {
    let strong = specification.label == nil ? model : led(model, to: target)
    if let weaker {
      return blend(strong, specification.label == nil ? weaker : led(weaker, to: target))
    }
    if let negative { return blend(strong, led(model, to: negative)) }
    return specification.label == nil ? model : blend(strong, model)
  }

  /// The score of the guided exact model where no noise is left.
  public var cleanScore: (Point) -> Point {
    let strong = target.diffused(to: .clean)
    let weak = (negative ?? mixture).diffused(to: .clean)
    let weight = interval.contains(0) ? specification.weight : 1
    return { point in
      let base = weak.score(at: point)
      return base + weight * (strong.score(at: point) - base)
    }
  }

  private func blend(_ strong: any Denoiser, _ weak: any Denoiser) -> GuidedDenoiser {
    GuidedDenoiser(
      strong: strong, weak: weak, weight: specification.weight, interval: interval)
  }

  private func led(_ model: any Denoiser, to part: GaussianMixture) -> any Denoiser {
    if let exact = model as? ExactDenoiser, exact.mixture == mixture {
      return ExactDenoiser(mixture: part)
    }
    return ClassifierGuidedDenoiser(
      model: model, everything: mixture, labelled: part, weight: 1)
  }

  private static func part(
    of mixture: GaussianMixture, _ label: String?
  ) throws(GuidanceError) -> GaussianMixture? {
    guard let label else { return nil }
    return try mixture.conditioned(onLabelNamed: label)
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

/// Why points cannot be guided to a label.
public enum GuidanceError: Error, CustomStringConvertible, Equatable {
  case unknownLabel(UnknownName)
  case emptyLabel(String)
  /// What is wrong with the label that is turned away from.
  case negative(String)
  case weight(Double)
  case interval(Double, Double)

  /// The key of a preset that the error is about.
  public var key: GuidanceSpecification.Key {
    switch self {
    case .unknownLabel, .emptyLabel: .label
    case .negative: .negative
    case .weight: .weight
    case .interval: .interval
    }
  }

  public var description: String {
    switch self {
    case .unknownLabel(let error): error.description
    case .emptyLabel(let label): "the label '\(label)' has no weight; nothing can be drawn from it"
    case .negative(let description): description
    case .weight(let weight): "a guidance weight must be from -100 to 100, not \(weight)"
    case .interval(let low, let high):
      "a guidance interval must rise from a sigma of 0 or more, not from \(low) to \(high)"
    }
  }
}
