import Diffusion

/// Points from a file: CSV or another table of text, or arrays of NumPy.
struct PointFile: Equatable {
  /// The most points a file may hold.
  static let mostPoints = 1_000_000
  /// The most bytes a file may have.
  static let byteLimit = 256 << 20

  var points: [Point]
  /// The label of every point, empty for a point that has none; nil where the file has no labels.
  var labels: [String]?
  /// How the file was read, in one line, where that is not plain from `x,y` or `x,y,label`.
  var remark: String?
  /// Where the row of each point begins, or its label, for messages; none for arrays.
  var places: [InputError.Place] = []

  /// Reads a file, or standard input for `-`.
  static func read(
    _ path: String, as form: PointForm = PointForm()
  ) throws(InputError) -> PointFile {
    try unpacked(
      TextFile.bytes(of: path, limit: byteLimit), name: TextFile.name(of: path), as: form)
  }

  /// Reads a file of a disk, whatever its name.
  static func readRegular(
    _ path: String, as form: PointForm = PointForm()
  ) throws(InputError) -> PointFile {
    try unpacked(TextFile.bytes(ofRegular: path, limit: byteLimit), name: path, as: form)
  }

  /// Finds out what the bytes of a file are.
  private static func unpacked(
    _ read: [UInt8], name: String, as form: PointForm
  ) throws(InputError) -> PointFile {
    var bytes = read
    if Gzip.isPacked(bytes) { bytes = try Gzip.unpacked(bytes, name: name, limit: byteLimit) }
    if let arrays = try ArrayFile(bytes, name: name) { return try arrays.points(as: form) }
    return try PointFile(bytes: UTF8Text.fromUTF16(bytes) ?? bytes, name: name, form: form)
  }

  /// Reads a text.
  init(
    csv text: String, name: String, form: PointForm = PointForm(),
    mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    try self.init(bytes: Array(text.utf8), name: name, form: form, mostPoints: mostPoints)
  }

  /// Reads a text that is UTF-8, or else is refused.
  ///
  /// - Parameters:
  ///   - name: what the text is called in messages.
  ///   - form: what is known of its form; the rest is found out.
  ///   - mostPoints: the most points accepted.
  init(
    bytes: [UInt8], name: String, form: PointForm = PointForm(),
    mostPoints: Int = Self.mostPoints
  ) throws(InputError) {
    let table = try TextTable(
      bytes, name: name, form: form, wanting: [form.x ?? "x", form.y ?? "y"],
      subject: "points", example: "0.5,-1.25")
    let columns = try PointColumns(of: table, form: form)
    points = []
    var (labels, places): ([String], [InputError.Place]) = ([], [])
    var thousands = ThousandsDoubt(in: table.dialect, form: form)
    var (count, firstTooMany) = (0, InputError.Place(line: 1, column: 1))
    var hasLineEnds = false
    try table.forEachRow { row throws(InputError) in
      count += 1
      if count == mostPoints + 1 { firstTooMany.line = row.line }
      if count > mostPoints { return }
      thousands.look(at: row, [columns.x, columns.y])
      points.append(
        Point(
          try table.number(row, columns.x, called: "x"),
          try table.number(row, columns.y, called: "y")))
      let label = columns.label
      places.append(
        InputError.Place(line: row.line, column: label.map { row.fields[$0].column } ?? 1))
      guard let label else { return }
      labels.append(Self.label(row, label, &hasLineEnds))
    }
    if count > mostPoints {
      throw InputError(
        "\(count) points are too many; at most \(mostPoints) can be read", file: name,
        place: firstTooMany)
    }
    try thousands.refuse(in: name)
    self.labels = columns.label == nil ? nil : labels
    self.places = places
    let lines = hasLineEnds ? "line ends in labels are read as blanks" : nil
    let remarks = [columns.remark, lines].compactMap(\.self)
    remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  /// A label, on one line; empty where the point has none.
  private static func label(
    _ row: TextRow, _ field: Int, _ hasLineEnds: inout Bool
  ) -> String {
    var text = row.fields[field].text
    if text.contains(where: \.isNewline) {
      hasLineEnds = true
      text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return text
  }

  /// Where the row of a point begins, or its label.
  func place(of index: Int) -> InputError.Place? {
    places.indices.contains(index) ? places[index] : nil
  }
}

/// Whether all numbers with a comma could as well have marks between their thousands: `1,234`.
private struct ThousandsDoubt {
  private let isOpen: Bool
  private var example: (text: String, place: InputError.Place)?
  private var isSettled = false

  /// - Parameter form: where it names the decimal mark there is no doubt.
  init(in dialect: TextDialect, form: PointForm) {
    isOpen = dialect.decimal == UInt8(ascii: ",") && form.decimal == nil
  }

  mutating func look(at row: TextRow, _ fields: [Int]) {
    guard isOpen, !isSettled else { return }
    for field in fields where row.fields[field].text.contains(",") {
      let text = row.fields[field].text
      if !TextDialect.mayHaveThousands(text) { isSettled = true }
      example =
        example
        ?? (text, InputError.Place(line: row.line, column: row.fields[field].column))
    }
  }

  func refuse(in file: String) throws(InputError) {
    guard !isSettled, let example else { return }
    let plain = example.text.filter { $0 != "," }
    let decimal = example.text.map { $0 == "," ? "." : "\($0)" }.joined()
    throw InputError(
      "'\(example.text)' may be \(decimal) or \(plain); say --decimal , for the first, and write"
        + " numbers without marks between thousands for the second",
      file: file, place: example.place)
  }
}
