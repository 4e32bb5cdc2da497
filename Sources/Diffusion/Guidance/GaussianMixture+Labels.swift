extension GaussianMixture {
  /// The class-conditional distribution of a label.
  public func conditioned(onLabelNamed label: String) throws(GuidanceError) -> GaussianMixture {
    guard let index = labels.firstIndex(of: label) else {
      throw .unknownLabel(UnknownName(name: label, family: "label", known: labels))
    }
    do throws(MixtureError) {
      return try conditioned(onLabel: index)
    } catch {
      throw .emptyLabel(label)
    }
  }
}

extension ExactDenoiser {
  /// The closed-form model of one label.
  public func conditioned(onLabel label: String) throws(GuidanceError) -> ExactDenoiser {
    ExactDenoiser(mixture: try mixture.conditioned(onLabelNamed: label))
  }
}

/// Why points cannot be guided to a label.
public enum GuidanceError: Error, CustomStringConvertible, Equatable {
  case unknownLabel(UnknownName)
  case emptyLabel(String)
  case weight(Double)
  case interval(Double, Double)

  public var description: String {
    switch self {
    case .unknownLabel(let error): error.description
    case .emptyLabel(let label): "the label '\(label)' has no weight; nothing can be drawn from it"
    case .weight(let weight): "a guidance weight must be from -100 to 100, not \(weight)"
    case .interval(let low, let high):
      "a guidance interval must rise from a sigma of 0 or more, not from \(low) to \(high)"
    }
  }
}
