extension GaussianMixture {
  /// One component by itself, of weight 1, which knows all labels of the mixture.
  ///
  /// Its field is the conditional one of flow matching: the mixture's score, noise, clean point and
  /// velocity are the mean of those of its components, weighted by `responsibilities(at:)`.
  public func alone(_ index: Int) -> GaussianMixture {
    var component = components[index]
    component.weight = 1
    return GaussianMixture(component, labelled: labelIndices[index], of: self)
  }
}
