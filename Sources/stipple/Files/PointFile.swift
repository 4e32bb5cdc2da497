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
  /// The column of the text in which each label begins, for messages.
  private var labelColumns: [Int] = []

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws(InputError) -> PointFile {
    try PointFile(
      bytes: TextFile.bytes(of: path, limit: byteLimit), name: TextFile.name(of: path))
  }

  /// Reads a file of a disk, whatever its name.
  static func readRegular(_ path: String) throws(InputError) -> PointFile {
    try PointFile(bytes: TextFile.bytes(ofRegular: path, limit: byteLimit), name: path)
  }

  /// Reads a text.
  init(
    csv text: String, name: String, mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    try self.init(bytes: Array(text.utf8), name: name, mostPoints: mostPoints)
  }

  /// Reads a text that is UTF-8, or else is refused.
  ///
  /// - Parameters:
  ///   - name: what the text is called in messages.
  ///   - mostPoints: the most points accepted.
  init(
    bytes: [UInt8], name: String, mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    let lines = try CSVLines(
      of: bytes, name: name, headers: [["x", "y"], ["x", "y", "label"]], subject: "points",
      example: "0.5,-1.25", mostRows: mostPoints)
    let hasLabels = lines.columns.count == 3
    points = []
    points.reserveCapacity(lines.count)
    var labels: [String] = []
    for row in lines.rows {
      try row.check()
      points.append(Point(try row.number(0), try row.number(1)))
      guard hasLabels else { continue }
      labels.append(try row.label(2))
      labelColumns.append(row.column(of: 2))
    }
    self.labels = hasLabels ? labels : nil
  }

  /// Where the label of a point stands in the file.
  func placeOfLabel(_ index: Int) -> InputError.Place {
    InputError.Place(
      line: index + 2, column: labelColumns.indices.contains(index) ? labelColumns[index] : 1)
  }
}
