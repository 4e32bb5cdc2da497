import Diffusion

extension PointFile {
  /// How far from 0 a coordinate may be.
  static let farthest = ExactTransport.farthest

  /// Reads points whose distances will be measured.
  static func judged(
    _ path: String, as form: PointForm = PointForm()
  ) throws(InputError) -> PointFile {
    let file = try read(path, as: form)
    if let index = file.points.firstIndex(where: { !canBeJudged($0) }) {
      throw InputError(
        "a coordinate is beyond \(farthest), where squared distances cannot be told apart",
        file: TextFile.name(of: path),
        place: file.place(of: index).map { InputError.Place(line: $0.line, column: 1) })
    }
    return file
  }

  /// Whether distances from a point can be measured; not from one that is not a number.
  static func canBeJudged(_ point: Point) -> Bool {
    abs(point.x) <= farthest && abs(point.y) <= farthest
  }
}
