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
