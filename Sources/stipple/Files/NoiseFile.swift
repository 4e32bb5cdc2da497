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
    let names = ["step", "point", "x", "y"]
    let table = try TextTable(
      bytes, name: name, form: PointForm(), wanting: names, subject: "noise",
      example: "0,0,0.5,-1.25")
    let known = (table.columns ?? []).map { $0.lowercased() }
    guard names.allSatisfy(known.contains) else {
      let first = table.columns.map { ", not '\($0.joined(separator: ",").excerpt)'" } ?? ""
      throw InputError(
        "the first line must be \(names.joined(separator: ","))\(first)", file: name,
        place: InputError.Place(line: 1, column: 1))
    }
    let search = ColumnSearch(table: table)
    let columns = try names.map { name throws(InputError) in try search.column(name, as: name) }
    var found: [Int: [Point?]] = [:]
    var lastLines: [Int: Int] = [:]
    var lastLine = 1
    try table.forEachRow { row throws(InputError) in
      let step = try table.whole(row, columns[0])
      let point = try table.whole(row, columns[1])
      guard point < points else {
        throw row.error(
          "noise for point \(point), but the number of points is \(points), counted from 0",
          in: name, field: columns[1])
      }
      if found[step]?[point] != nil {
        throw row.error(
          "point \(point) has noise in step \(step) already", in: name, field: columns[1])
      }
      found[step, default: [Point?](repeating: nil, count: points)][point] = Point(
        try table.number(row, columns[2], called: "x"),
        try table.number(row, columns[3], called: "y"))
      lastLine = row.line
      lastLines[step] = lastLine
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
    end = InputError.Place(line: lastLine + 1, column: 1)
    self.name = name
  }
}
