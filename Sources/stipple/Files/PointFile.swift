import Diffusion

/// Points from a CSV file with the header `x,y` or `x,y,label`.
struct PointFile: Equatable {
  /// The most points a file may hold.
  static let mostPoints = 1_000_000
  /// The most bytes a file may have.
  static let byteLimit = 256 << 20

  var points: [Point]
  /// The label of every point, or nil where the file has none.
  var labels: [String]?

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws(InputError) -> PointFile {
    let name = path == TextFile.standardInputName ? "stdin" : path
    return try PointFile(csv: TextFile.text(of: path, limit: byteLimit), name: name)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - name: what the text is called in messages.
  ///   - mostPoints: the most points accepted.
  init(
    csv text: String, name: String, mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    let lines = try CSVLines(
      of: text, name: name, headers: [["x", "y"], ["x", "y", "label"]], subject: "points",
      example: "0.5,-1.25", mostRows: mostPoints)
    let hasLabels = lines.columns.count == 3
    points = []
    points.reserveCapacity(lines.count)
    var labels: [String] = []
    for row in lines.rows {
      try row.check()
      points.append(Point(try row.number(0), try row.number(1)))
      if hasLabels { labels.append(try row.label(2)) }
    }
    self.labels = hasLabels ? labels : nil
  }
}
