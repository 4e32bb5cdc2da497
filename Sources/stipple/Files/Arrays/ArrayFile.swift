import Diffusion

/// Arrays of NumPy as columns: those of one `.npy` file, or of all in an `.npz` file.
struct ArrayFile {
  /// One column: a flat array, or one of a table.
  struct Column {
    /// Its name, or nil where it has only a number.
    let name: String?
    let count: Int
    let isNumber: Bool
    /// The array it is of, where that is a table of points.
    let table: String?
    let number: (Int) -> Double
    let text: (Int) -> String
  }

  let name: String
  private(set) var columns: [Column] = []
  private(set) var remark: String?
  /// Arrays of other types than numbers and words, of which an archive may hold some.
  private(set) var unreadable: [(name: String, reason: InputError)] = []

  /// Nil where the bytes are something else, such as text.
  init?(_ data: [UInt8], name: String) throws(InputError) {
    self.name = name
    if data.starts(with: NumPyArray.magic) {
      try add(NumPyArray(data, name: name), called: nil)
    } else if ZIPArchive.isArchive(data) {
      let archive = try ZIPArchive(data, name: name)
      let arrays = archive.entries.filter { $0.name.hasSuffix(".npy") }
      if arrays.isEmpty { throw Self.refusal(of: archive, name: name) }
      for entry in arrays {
        let title = String(entry.name.dropLast(4))
        let bytes = try archive.contents(of: entry, limit: PointFile.byteLimit)
        do throws(InputError) {
          try add(NumPyArray(bytes, name: "\(name): \(title)"), called: title)
        } catch {
          unreadable.append((title, error))
        }
      }
      if columns.isEmpty, let first = unreadable.first { throw first.reason }
    } else {
      try Self.refuseForeign(data, name: name)
      return nil
    }
  }

  private mutating func add(_ array: NumPyArray, called title: String?) throws(InputError) {
    let shape = array.shape
    if array.fields[0].name != nil {
      guard shape.count == 1 else { throw refusal(of: shape, title) }
      columns += array.fields.map { column(of: array, 0, $0, called: $0.name, table: nil) }
    } else if shape.count == 1, title != nil {
      columns.append(column(of: array, 0, array.fields[0], called: title, table: nil))
    } else if shape.count == 2, shape[0] == 2, shape[1] > 3 {
      let kind = title.map { "\($0) has" } ?? "there are"
      remark = "\(kind) 2 rows of \(shape[1]): the first is x, the second is y"
      columns += (0..<2).map { transposed(array, $0, called: title) }
    } else if shape.count == 2 {
      columns += (0..<shape[1]).map { index in
        column(
          of: array, index, array.fields[0], called: title.map { "\($0).\(index + 1)" },
          table: shape[1] == 2 ? title ?? "" : nil)
      }
    } else if title == nil {
      throw refusal(of: shape, title)
    }
  }

  private func column(
    of array: NumPyArray, _ index: Int, _ field: NumPyArray.Field, called title: String?,
    table: String?
  ) -> Column {
    Column(
      name: title, count: array.shape[0], isNumber: field.type.isNumber, table: table,
      number: { array.number($0, index, field: field) },
      text: { array.text($0, index, field: field) })
  }

  private func transposed(_ array: NumPyArray, _ row: Int, called title: String?) -> Column {
    let field = array.fields[0]
    return Column(
      name: title.map { "\($0).\(row + 1)" }, count: array.shape[1],
      isNumber: field.type.isNumber, table: title ?? "",
      number: { array.number(row, $0, field: field) },
      text: { array.text(row, $0, field: field) })
  }

  private func refusal(of shape: [Int], _ title: String?) -> InputError {
    let extents = shape.map(String.init).joined(separator: ", ")
    return InputError(
      "\(title.map { "\($0): " } ?? "")the array's shape is (\(extents)); points are of shape"
        + " (n, 2)", file: name)
  }
}

// MARK: - What is no array

extension ArrayFile {
  private static func refusal(of archive: ZIPArchive, name: String) -> InputError {
    let isWorkbook = archive.entries.contains {
      $0.name.hasPrefix("xl/") || $0.name == "content.xml"
    }
    return InputError(
      isWorkbook
        ? "a workbook of a spreadsheet; save the sheet as CSV"
        : "an archive without arrays of NumPy; unpack it, and name the file with the points",
      file: name)
  }

  private static func refuseForeign(_ data: [UInt8], name: String) throws(InputError) {
    let kinds: [(bytes: [UInt8], title: String)] = [
      (Array("PAR1".utf8), "a Parquet file"), (Array("ARROW1".utf8), "an Arrow file"),
      ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of a spreadsheet"),
      (Array("MATLAB 5".utf8), "a MAT-file"), ([0x80, 0x04, 0x95], "a Python pickle"),
    ]
    guard let kind = kinds.first(where: { data.starts(with: $0.bytes) }) else { return }
    throw InputError("\(kind.title); save the points as CSV, .npy or .npz", file: name)
  }
}
