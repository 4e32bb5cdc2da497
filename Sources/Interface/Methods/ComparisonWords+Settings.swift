import Diffusion

extension ComparisonWords {
  /// The words of a method whose settings are told in a few.
  ///
  /// - Parameters:
  ///   - name: what the method is called beside one of another.
  ///   - words: what its settings are, most telling first.
  ///   - more: what sets two experiments of the method apart besides.
  static func ofSettings<Settings: MethodSettings>(
    _ kind: Settings.Type, named name: String, families: [ContrastFamily] = [],
    telling words: @escaping @Sendable (Settings) -> [String],
    andApart more: @escaping @Sendable (Settings) -> [String] = { _ in [] }
  ) -> ComparisonWords {
    ComparisonWords(
      families: families,
      difference: { experiment, other in
        let others = other[of: kind]
        guard let own = experiment[of: kind], own != others else { return [] }
        return (others == nil ? [name] : []) + words(own) + more(own)
      }, namesSampler: true,
      changes: { experiment, _ in experiment[of: kind].map(words) ?? [] })
  }
}

extension Experiment {
  /// What is said of a method alone, by the kind of its settings; nil where the method is another, which
  /// none of them change.
  subscript<Settings: MethodSettings>(of kind: Settings.Type) -> Settings? {
    get { methodSettings as? Settings }
    set {
      guard let newValue, methodSettings is Settings else { return }
      methodSpecification = MethodSpecification(newValue)
    }
  }
}
