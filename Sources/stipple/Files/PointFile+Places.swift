import Diffusion

extension PointFile {
  /// Refuses a place that data cannot have, and names its line.
  func checkPlaces(inFile file: String) throws(InputError) {
    guard let index = points.firstIndex(where: { !GaussianMixture.isPlace($0) }) else { return }
    let point = points[index]
    throw InputError(
      "the place (\(point.x), \(point.y)) is too far away; data lies from -1e12 to 1e12",
      file: file,
      place: place(of: index).map { InputError.Place(line: $0.line, column: 1) })
  }
}
