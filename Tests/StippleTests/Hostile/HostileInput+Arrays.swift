/// Arrays of NumPy, alone, in archives or packed, and what other programs write in their place.
extension HostileInput {
  /// A file of an array with a header and so many bytes of numbers.
  private static func array(_ type: String, _ shape: String, bytes: Int) -> [UInt8] {
    let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }\n".utf8
    return mark + [UInt8(header.count), 0] + header + Array(repeating: 0, count: bytes)
  }

  private static let mark: [UInt8] = [0x93] + "NUMPY\u{1}\u{0}".utf8
  private static let zeros = String(repeating: "\u{0}", count: 100)

  static let arrays: [HostileInput] = [
    .init(.arrays, "PK\u{3}\u{4}" + zeros, "its list of files cannot be found"),
    .init(.arrays, "PK\u{3}\u{4}", "its list of files cannot be found"),
    .init(.arrays, "PK\u{5}\u{6}" + zeros.prefix(18), "an archive without arrays of NumPy"),
    .init(.arrays, [0x1F, 0x8B, 8, 0, 0], "the data ends too early"),
    .init(.arrays, [0x89] + "HDF\r\n\u{1A}\n".utf8, "an HDF5 file"),
    .init(.arrays, mark, "a header that cannot be read"),
    .init(.arrays, mark + [0xFF, 0xFF] + "{'descr': ".utf8, "a header that cannot be read"),
    .init(.arrays, array("<f8", "(9223372036854775807, 2)", bytes: 0), "data ends too early"),
    .init(.arrays, array("<f8", "(2, 2)", bytes: 31), "the array's data ends too early"),
    .init(.arrays, array("|O", "(2, 2)", bytes: 32), "the array's type is '|O'"),
  ]
}

/// Pictures of one's own.
extension HostileInput {
  private static let head = "a,b,c,d,label\n"

  static let pictures: [HostileInput] = [
    .init(.pictures, "a,b,c,d\n1,0,1,0\n", "there is no column 'label'"),
    .init(.pictures, head + "1,0,1,2,x\n", "a pixel must be from 0 to 1"),
    .init(.pictures, head + "1,0,1,0,\n", "the label is empty"),
    .init(.pictures, head + "1,0,1,0,\"\u{1B}[2J\u{202E} x\"\n", "a label must be one word"),
    .init(.pictures, head + "1,0,1,0,x\n", "at least two pictures are needed"),
  ]
}
