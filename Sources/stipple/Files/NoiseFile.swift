import Diffusion

/// The noise of a sampler's steps from a CSV file with the header `step,point,x,y`.
struct NoiseFile: Sendable {
  /// The name of the file in messages.
  let name: String
  /// For every step in the file the noise of every point, in order.
  let steps: [Int: [Point]]

  /// Reads the noise of a number of points.
  static func read(_ path: String, points: Int) throws(InputError) -> NoiseFile {
    let name = path == TextFile.standardInputName ? "stdin" : path
    let text = try TextFile.text(of: path, limit: PointFile.byteLimit)
    return try NoiseFile(csv: text, name: name, points: points)
  }

  init(csv text: String, name: String, points: Int) throws(InputError) {
    let lines = try CSVLines(
      of: text, name: name, headers: [["step", "point", "x", "y"]], subject: "noise",
      example: "0,0,0.5,-1.25")
    var found: [Int: [Point?]] = [:]
    for row in lines.rows {
      try row.check()
      let (step, point) = (try row.whole(0), try row.whole(1))
      guard point < points else {
        throw row.error(
          "noise for point \(point), but there are \(points) points, counted from 0",
          field: 1)
      }
      var noise = found[step] ?? [Point?](repeating: nil, count: points)
      if noise[point] != nil {
        throw row.error("point \(point) has noise in step \(step) already", field: 1)
      }
      noise[point] = Point(try row.number(2), try row.number(3))
      found[step] = noise
    }
    var steps: [Int: [Point]] = [:]
    for (step, noise) in found {
      if let missing = noise.firstIndex(where: { $0 == nil }) {
        throw InputError(
          "step \(step) has no noise for point \(missing); each of the \(points) points needs some",
          file: name)
      }
      steps[step] = noise.compactMap { $0 }
    }
    self.steps = steps
    self.name = name
  }
}
