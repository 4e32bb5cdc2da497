/// An array of NumPy's `.npy` format: numbers or words, in either order of bytes and of memory.
struct NumPyArray {
  /// One value of an element: the whole element, or a field of a structured one.
  struct Field {
    /// The name of the field; nil where the element has no fields.
    let name: String?
    let type: NumPyType
    let offset: Int
  }

  let shape: [Int]
  let fields: [Field]
  private let isFortran: Bool
  private let elementSize: Int
  private let bytes: ArraySlice<UInt8>

  static let magic: [UInt8] = [0x93] + "NUMPY".utf8

  /// - Parameter name: what the array is called in messages.
  init(_ bytes: [UInt8], name: String) throws(InputError) {
    let damage = InputError("a NumPy array with a header that cannot be read", file: name)
    guard bytes.count >= 12, bytes.starts(with: Self.magic) else { throw damage }
    let lengthBytes = bytes[6] == 1 ? 2 : 4
    let length = ZIPArchive.number(bytes, 8, lengthBytes)
    let start = 8 + lengthBytes + length
    guard start <= bytes.count else { throw damage }
    let header = NumPyHeader(String(decoding: bytes[8 + lengthBytes..<start], as: UTF8.self))
    guard let shape = header.shape, let isFortran = header.isFortran, !header.types.isEmpty else {
      throw damage
    }
    var (fields, offset): ([Field], Int) = ([], 0)
    for (field, text) in header.types {
      guard let type = NumPyType(text) else {
        throw InputError(
          "the array's type is '\(text)'; numbers that can be read are integers and floating-point"
            + " numbers of up to 8 bytes, words are of type U or S", file: name)
      }
      fields.append(Field(name: field, type: type, offset: offset))
      offset += type.size
    }
    let size = shape.reduce((count: offset, isTooMuch: false)) { product, extent in
      let (count, overflow) = product.count.multipliedReportingOverflow(by: extent)
      return (count, product.isTooMuch || overflow)
    }
    guard !size.isTooMuch, size.count <= bytes.count - start else {
      throw InputError("the array's data ends too early", file: name)
    }
    (self.shape, self.fields, self.isFortran) = (shape, fields, isFortran)
    elementSize = offset
    self.bytes = bytes[start...]
  }

  /// Where the element of a row and a column begins.
  private func place(_ row: Int, _ column: Int) -> Int {
    let width = shape.count > 1 ? shape[1] : 1
    let index = isFortran ? column * shape[0] + row : row * width + column
    return bytes.startIndex + index * elementSize
  }

  func number(_ row: Int, _ column: Int, field: Field) -> Double {
    field.type.number(bytes, at: place(row, column) + field.offset)
  }

  func text(_ row: Int, _ column: Int, field: Field) -> String {
    field.type.text(bytes, at: place(row, column) + field.offset)
  }
}

/// The header of an array, the text of a Python dictionary.
private struct NumPyHeader {
  let shape: [Int]?
  let isFortran: Bool?
  /// The types of an element's fields, with their names where it has some.
  let types: [(name: String?, type: String)]

  init(_ text: String) {
    isFortran = Self.value(of: "fortran_order", in: text).map { $0.hasPrefix("True") }
    shape = Self.value(of: "shape", in: text).flatMap { value in
      guard value.hasPrefix("("), let end = value.firstIndex(of: ")") else { return nil }
      let parts = value[..<end].dropFirst().split { $0 == "," || $0 == " " }
      let numbers = parts.compactMap { Int($0) }
      return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
    }
    guard let descr = Self.value(of: "descr", in: text) else {
      types = []
      return
    }
    if descr.hasPrefix("["), let end = descr.firstIndex(of: "]") {
      // Names and types in turn; a field that is an array itself has a shape behind its type.
      let list = descr[..<end]
      let words = Self.quoted(list)
      let isFlat = list.filter { $0 == "(" }.count * 2 == words.count
      types =
        isFlat
        ? stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
        : [(nil, "an array in each field")]
    } else {
      types = Self.quoted(descr).prefix(1).map { (nil, $0) }
    }
  }

  private static func value(of key: String, in text: String) -> Substring? {
    guard let range = text.firstRange(of: "'\(key)':") else { return nil }
    return text[range.upperBound...].drop { $0 == " " }
  }

  private static func quoted(_ text: Substring) -> [String] {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }
}
