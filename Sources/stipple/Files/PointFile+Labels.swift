import Diffusion

extension PointFile {
  /// The labels as indices into those of a mixture, or nil where the file has none.
  ///
  /// - Parameters:
  ///   - name: what the file is called in messages.
  ///   - mustHaveWeight: whether points have to belong to a label that data can have.
  func labelIndices(
    in mixture: GaussianMixture, file name: String, mustHaveWeight: Bool = false
  ) throws(InputError) -> [Int]? {
    guard let labels else { return nil }
    let known = mixture.labels
    var weights = [Double](repeating: 0, count: known.count)
    for (component, label) in zip(mixture.components, mixture.labelIndices) {
      weights[label] += component.weight
    }
    var indices: [Int] = []
    for (row, label) in labels.enumerated() {
      if label.isEmpty {
        throw InputError(
          "the label is empty; name the class of the point", file: name, place: place(of: row))
      }
      guard let index = known.firstIndex(of: label) else {
        throw InputError(
          "\(UnknownName(name: label, family: "label", known: known))", file: name,
          place: place(of: row))
      }
      if mustHaveWeight && weights[index] == 0 {
        throw InputError(
          PromptError.weightless(label).description, file: name, place: place(of: row))
      }
      indices.append(index)
    }
    return indices
  }
}
