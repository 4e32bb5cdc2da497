extension GaussianMixture {
  /// The words for parts of it.
  public var vocabulary: Vocabulary { Vocabulary(labels: labels, groups: groups) }

  /// The distribution of what a prompt asks for.
  public func conditioned(on prompt: String) throws(PromptError) -> GaussianMixture {
    try conditioned(on: vocabulary.selection(prompt))
  }

  /// The distribution of some labels: the components that have one of them, weighted as before.
  public func conditioned(on selection: LabelSelection) throws(PromptError) -> GaussianMixture {
    do throws(MixtureError) {
      return try conditioned(onLabels: selection.indices)
    } catch {
      throw .weightless(selection.prompt)
    }
  }
}
