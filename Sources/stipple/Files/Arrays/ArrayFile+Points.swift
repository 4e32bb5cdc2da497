import Diffusion

extension ArrayFile {
  /// The points in the arrays: columns that the form names, those called x and y, or the only table
  /// of two columns.
  func points(as form: PointForm) throws(InputError) -> PointFile {
    let (x, y) = try coordinates(form)
    let label =
      try form.label.map { word throws(InputError) in try column(word, as: "label") }
      ?? (named("label") ?? named("labels"))
    for (what, column) in [("y", y), ("the label", label)] {
      guard let column, columns[column].count != columns[x].count else { continue }
      throw InputError(
        "x has \(columns[x].count) values and \(what) has \(columns[column].count)", file: name)
    }
    let count = columns[x].count
    if count == 0 { throw InputError("there are no points in the array", file: name) }
    if count > PointFile.mostPoints {
      throw InputError(
        "\(count) points are too many; at most \(PointFile.mostPoints) can be read", file: name)
    }
    var points: [Point] = []
    points.reserveCapacity(count)
    for row in 0..<count {
      points.append(Point(try number(x, row, "x"), try number(y, row, "y")))
    }
    var file = PointFile(
      points: points, labels: label.map { (0..<count).map(columns[$0].text) })
    file.remark = remark(form, x: x, y: y, label: label)
    return file
  }

  private func title(_ column: Int) -> String { columns[column].name ?? "\(column + 1)" }

  private func number(_ column: Int, _ row: Int, _ what: String) throws(InputError) -> Double {
    let number = columns[column].number(row)
    if number.isFinite { return number }
    throw InputError(
      "the \(what) of point \(row + 1) is \(columns[column].text(row).excerpt); it must be a finite"
        + " number", file: name)
  }

  private func named(_ word: String) -> Int? {
    columns.firstIndex { $0.name == word }
      ?? columns.firstIndex { $0.name?.lowercased() == word.lowercased() }
  }

  private func column(_ word: String, as what: String) throws(InputError) -> Int {
    if let found = named(word) { return found }
    if let number = Int(word), columns.indices.contains(number - 1) { return number - 1 }
    if let known = unreadable.first(where: { $0.name == word }) { throw known.reason }
    throw InputError(
      "\(UnknownName(name: word, family: "column", known: columns.indices.map(title)))", file: name)
  }

  private func coordinates(_ form: PointForm) throws(InputError) -> (Int, Int) {
    let x = try form.x.map { word throws(InputError) in try column(word, as: "x") } ?? named("x")
    let y = try form.y.map { word throws(InputError) in try column(word, as: "y") } ?? named("y")
    if let x, let y { return (x, y) }
    let numbers = columns.indices.filter { columns[$0].isNumber }
    let tables = numbers.filter { columns[$0].table != nil }
    if form.x == nil, form.y == nil {
      if tables.count == 2 { return (tables[0], tables[1]) }
      if numbers.count == 2, columns.allSatisfy({ $0.name != nil }) {
        return (numbers[0], numbers[1])
      }
    }
    guard numbers.count > 1 else {
      throw InputError(
        "there are no two columns of numbers; points are of shape (n, 2)", file: name)
    }
    let names = numbers.prefix(6).map(title).joined(separator: ", ")
    let last = numbers.count > 2 ? numbers.suffix(2) : [numbers[1], numbers[0]]
    let (first, second) = (last.first ?? 0, last.last ?? 0)
    throw InputError(
      "which columns are x and y? Those with numbers are \(names); say"
        + " --columns x=\(title(numbers[0])),y=\(title(numbers[1])) or"
        + " x=\(title(first)),y=\(title(second))", file: name)
  }

  private func remark(_ form: PointForm, x: Int, y: Int, label: Int?) -> String? {
    var parts = [remark].compactMap(\.self)
    let isPlain = columns[x].table != nil || [title(x), title(y)] == ["x", "y"]
    if form.x == nil, form.y == nil, !isPlain {
      parts.append("x is \(title(x)), y is \(title(y))")
    }
    let unread = columns.indices.filter { $0 != x && $0 != y && $0 != label }
    let names = unread.map(title) + unreadable.map(\.name)
    if !names.isEmpty, !form.namesColumns {
      parts.append("not read: \(names.prefix(5).map(\.excerpt).joined(separator: ", "))")
      if label == nil, let other = unread.first(where: { columns[$0].count == columns[x].count }) {
        parts.append("--columns label=\(title(other)) would make it the label")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
