import Diffusion

/// Which columns of a table are x, y and the label, and how that was told.
struct PointColumns {
  let x: Int
  let y: Int
  let label: Int?
  /// What is not plain `x,y` or `x,y,label` and nobody asked for, in one line; nil where all is.
  let remark: String?

  /// - Parameter form: what the user said.
  init(of table: TextTable, form: PointForm) throws(InputError) {
    let search = ColumnSearch(table: table)
    let coordinates = try search.coordinates(x: form.x, y: form.y)
    (x, y) = coordinates
    if let word = form.label {
      label = try search.column(word, as: "label")
    } else {
      label = try search.label(besides: [x, y])
    }
    if x == y { throw search.error("x and y are both column '\(search.title(x))'; name two") }
    remark = Self.remark(of: table, form: form, x: x, y: y, label: label)
  }

  private static func remark(
    of table: TextTable, form: PointForm, x: Int, y: Int, label: Int?
  ) -> String? {
    var parts: [String] = []
    if form.separator == nil, table.dialect.separator != UInt8(ascii: ",") {
      parts.append("separated by \(table.dialect.separatorInWords)")
    }
    if form.decimal == nil, table.dialect.decimal == UInt8(ascii: ",") {
      parts.append("decimal commas")
    }
    if form.hasHeader == nil, table.columns == nil { parts.append("no header") }
    let title = ColumnSearch(table: table).title
    if form.x == nil || form.y == nil, [title(x), title(y)] != ["x", "y"] {
      parts.append("x is column \(title(x).excerpt), y is column \(title(y).excerpt)")
    }
    if form.label == nil, let label, title(label) != "label" {
      parts.append("the label is column \(title(label).excerpt)")
    }
    let unread = (0..<table.width).filter { $0 != x && $0 != y && $0 != label }
    if !unread.isEmpty && !form.namesColumns {
      let names = unread.prefix(5).map { title($0).isEmpty ? "the one without a name" : title($0) }
      let more = unread.count > 5 ? " and \(unread.count - 5) more" : ""
      parts.append("not read: \(names.map(\.excerpt).joined(separator: ", "))\(more)")
      if label == nil, let word = unread.map(title).first(where: { Int($0) == nil && !$0.isEmpty })
      {
        parts.append("--columns label=\(word.excerpt) would make it the label")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ").withNamedTabs
  }
}

/// Looks for columns by name, by number and by what stands in them.
struct ColumnSearch {
  let table: TextTable

  /// What a column is called: its name, or its number from 1.
  func title(_ column: Int) -> String { table.columns?[column] ?? "\(column + 1)" }

  func error(_ message: String) -> InputError {
    InputError(
      message.withNamedTabs, file: table.name, place: InputError.Place(line: 1, column: 1))
  }

  /// The column that the user names, by its name in either case or by its number from 1.
  func column(_ word: String, as what: String) throws(InputError) -> Int {
    if let found = try named(word) { return found }
    if let number = Int(word), (1...table.width).contains(number) { return number - 1 }
    guard let columns = table.columns else {
      throw error(
        "there is no column '\(word)' for \(what): there is no header, and columns are numbered"
          + " from 1 to \(table.width)")
    }
    throw error("\(UnknownName(name: word, family: "column", known: columns))")
  }

  /// The column of a name: as it is written, else in either case.
  private func named(_ word: String) throws(InputError) -> Int? {
    guard let columns = table.columns else { return nil }
    let exact = columns.indices.filter { columns[$0] == word }
    let same =
      exact.isEmpty
      ? columns.indices.filter { columns[$0].lowercased() == word.lowercased() } : exact
    guard same.count < 2 else {
      let numbers = same.map { "\($0 + 1)" }.joined(separator: " or ")
      throw error(
        "columns \(numbers) are both called '\(word)'; choose by number, such as --columns"
          + " \(word.lowercased())=\(same[0] + 1)")
    }
    return same.first
  }

  /// The columns of the coordinates: as the user says, by their names, or the only two with numbers.
  func coordinates(x: String?, y: String?) throws(InputError) -> (x: Int, y: Int) {
    let givenX = try x.map { word throws(InputError) in try column(word, as: "x") }
    let givenY = try y.map { word throws(InputError) in try column(word, as: "y") }
    let foundX = if let givenX { givenX as Int? } else { try named("x") }
    let foundY = if let givenY { givenY as Int? } else { try named("y") }
    if let foundX, let foundY { return (foundX, foundY) }
    let numbers = numberColumns.filter { $0 != givenX && $0 != givenY }
    if let givenX, numbers.count == 1 { return (givenX, numbers[0]) }
    if let givenY, numbers.count == 1 { return (numbers[0], givenY) }
    if givenX == nil, givenY == nil, numbers.count == 2, isPlain(numbers) {
      return (numbers[0], numbers[1])
    }
    throw doubt(about: numbers)
  }

  /// Without names only `x,y` and `x,y,label` are beyond doubt.
  private func isPlain(_ numbers: [Int]) -> Bool {
    table.columns != nil || (numbers == [0, 1] && table.width <= 3)
  }

  private func doubt(about numbers: [Int]) -> InputError {
    let option = { (first: Int, second: Int) in
      "--columns x=\(self.title(first)),y=\(self.title(second))"
    }
    let names = numbers.prefix(6).map(title).joined(separator: ", ")
    switch numbers.count {
    case 0, 1:
      let only = numbers.first.map { "only column '\(title($0))' holds" } ?? "no column holds"
      return error("\(only) numbers; a point needs two, x and y, such as 0.5,-1.25")
    case 2:
      return error(
        "which columns are x and y? Those with numbers are \(names); say"
          + " \(option(numbers[0], numbers[1])) or \(option(numbers[1], numbers[0]))")
    default:
      return error(
        "which columns are x and y? Those with numbers are \(names); say"
          + " \(option(numbers[0], numbers[1])) or \(option(numbers[1], numbers[2]))")
    }
  }

  /// The columns most of whose fields are numbers, without one that counts the rows.
  private var numberColumns: [Int] {
    let rows = table.sampleRows.filter { $0.fields.count == table.width }
    return (0..<table.width).filter { column in
      let texts = rows.map { $0.fields[column].text }
      let numbers = texts.count { table.dialect.number($0) != nil }
      return 2 * numbers > texts.count && !(isIndex(column) && RowCount.counts(texts))
    }
  }

  /// Whether a column's name is that which tools give to the numbers of rows.
  private func isIndex(_ column: Int) -> Bool {
    guard let name = table.columns?[column].lowercased() else { return false }
    return ["", "unnamed: 0", "index", "rownames", "row.names", "row", "id"].contains(name)
  }

  /// The column called label, or the third one where nothing has a name and it is no number.
  func label(besides coordinates: [Int]) throws(InputError) -> Int? {
    if table.columns != nil { return try named("label") }
    let isText = table.sampleRows.contains { row in
      row.fields.count == 3 && table.dialect.number(row.fields[2].text) == nil
    }
    return table.width == 3 && coordinates == [0, 1] && isText ? 2 : nil
  }
}
