/// The checksum of ZIP and gzip.
enum Checksum {
  private static let table: [UInt32] = (0..<256 as Range<UInt32>).map { byte in
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }
}

/// A file that was packed with gzip, unpacked.
enum Gzip {
  static func isPacked(_ data: [UInt8]) -> Bool { data.starts(with: [0x1F, 0x8B, 0x08]) }

  /// - Parameter limit: the most bytes it may have unpacked.
  static func unpacked(_ data: [UInt8], name file: String, limit: Int) throws(InputError) -> [UInt8]
  {
    let bytes = data
    let damage = { (reason: String) in InputError("gzip: \(reason)", file: file) }
    guard bytes.count > 18 else { throw damage("the data ends too early") }
    let flags = bytes[3]
    var place = 10
    if flags & 4 != 0 { place += 2 + ZIPArchive.number(bytes, 10, 2) }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while place < bytes.count, bytes[place] != 0 { place += 1 }
      place += 1
    }
    if flags & 2 != 0 { place += 2 }
    guard place < bytes.count - 8 else { throw damage("the data ends too early") }
    let contents: [UInt8]
    do throws(Inflate.Failure) {
      contents = try Inflate.unpack(bytes[place..<bytes.count - 8], limit: limit)
    } catch {
      throw damage(error.reason)
    }
    guard Int(Checksum.crc32(contents)) == ZIPArchive.number(bytes, bytes.count - 8, 4) else {
      throw damage("its checksum is wrong")
    }
    return contents
  }
}
