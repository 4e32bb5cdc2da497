import Diffusion

/// The noise of a sampler's steps from a CSV file with the header `step,point,x,y`.
struct NoiseFile: Sendable {
  /// The name of the file in messages.
  let name: String
  /// For every step in the file the noise of every point, in order.
  let steps: [Int: [Point]]
  /// Where the next row would stand.
  let end: InputError.Place

  /// Reads the noise of a number of points.
  static func read(_ path: String, points: Int) throws(InputError) -> NoiseFile {
    try NoiseFile(
      bytes: TextFile.bytes(of: path, limit: PointFile.byteLimit), name: TextFile.name(of: path),
      points: points)
  }

  init(csv text: String, name: String, points: Int) throws(InputError) {
    try self.init(bytes: Array(text.utf8), name: name, points: points)
  }

  init(bytes: [UInt8], name: String, points: Int) throws(InputError) {
    let lines = try CSVLines(
      of: bytes, name: name, headers: [["step", "point", "x", "y"]], subject: "noise",
      example: "0,0,0.5,-1.25")
    var found: [Int: [Point?]] = [:]
    var lastLines: [Int: Int] = [:]
    for (index, row) in lines.rows.enumerated() {
      try row.check()
      let (step, point) = (try row.whole(0), try row.whole(1))
      guard point < points else {
        throw row.error(
          "noise for point \(point), but the number of points is \(points), counted from 0",
          field: 1)
      }
      var noise = found[step] ?? [Point?](repeating: nil, count: points)
      if noise[point] != nil {
        throw row.error("point \(point) has noise in step \(step) already", field: 1)
      }
      noise[point] = Point(try row.number(2), try row.number(3))
      found[step] = noise
      lastLines[step] = index + 2
    }
    var steps: [Int: [Point]] = [:]
    for (step, noise) in found {
      if let missing = noise.firstIndex(where: { $0 == nil }) {
        throw InputError(
          "step \(step) has no noise for point \(missing); each of the \(points) points needs some",
          file: name, place: InputError.Place(line: (lastLines[step] ?? 1) + 1, column: 1))
      }
      steps[step] = noise.compactMap { $0 }
    }
    self.steps = steps
    end = InputError.Place(line: lines.count + 2, column: 1)
    self.name = name
  }
}
