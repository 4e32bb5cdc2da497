import Diffusion

extension PointFile {
  /// The labels as indices into those that are known, or nil where the file has none.
  ///
  /// - Parameter name: what the file is called in messages.
  func labelIndices(
    among known: [String], inFile name: String
  ) throws(InputError) -> [Int]? {
    guard let labels else { return nil }
    var indices: [Int] = []
    for (row, label) in labels.enumerated() {
      guard let index = known.firstIndex(of: label) else {
        throw InputError(
          "\(UnknownName(name: label, family: "label", known: known))", file: name,
          place: InputError.Place(line: row + 2, column: 1))
      }
      indices.append(index)
    }
    return indices
  }
}
