/// The files in a ZIP archive, stored or compressed, and the writing of one that only stores.
struct ZIPArchive {
  struct Entry {
    let name: String
    fileprivate let method: Int
    fileprivate let checksum: UInt32
    fileprivate let packedSize: Int
    fileprivate let size: Int
    fileprivate let offset: Int
  }

  let entries: [Entry]
  private let bytes: [UInt8]
  private let file: String

  static func isArchive(_ data: [UInt8]) -> Bool {
    data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads the list at the archive's end.
  init(_ data: [UInt8], name file: String) throws(InputError) {
    bytes = data
    self.file = file
    let damage = InputError("the archive is damaged: its list of files cannot be found", file: file)
    let marker: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    guard
      let end = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xFFFF), by: -1)
        .first(where: { [bytes] in $0 >= 0 && bytes[$0..<$0 + 4].elementsEqual(marker) })
    else { throw damage }
    var place = Self.number(bytes, end + 16, 4)
    var entries: [Entry] = []
    for _ in 0..<Self.number(bytes, end + 10, 2) {
      guard place + 46 <= bytes.count, Self.number(bytes, place, 4) == 0x0201_4B50 else {
        throw damage
      }
      let nameLength = Self.number(bytes, place + 28, 2)
      let rest = Self.number(bytes, place + 30, 2) + Self.number(bytes, place + 32, 2)
      guard place + 46 + nameLength <= bytes.count else { throw damage }
      entries.append(
        Entry(
          name: String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self),
          method: Self.number(bytes, place + 10, 2),
          checksum: UInt32(Self.number(bytes, place + 16, 4)),
          packedSize: Self.number(bytes, place + 20, 4), size: Self.number(bytes, place + 24, 4),
          offset: Self.number(bytes, place + 42, 4)))
      place += 46 + nameLength + rest
    }
    self.entries = entries
  }

  /// The bytes of a file in the archive.
  ///
  /// - Parameter limit: the most bytes it may have unpacked.
  func contents(of entry: Entry, limit: Int) throws(InputError) -> [UInt8] {
    let damage = { (reason: String) in
      InputError("'\(entry.name)' in the archive is damaged: \(reason)", file: file)
    }
    guard entry.size <= limit else {
      throw InputError(
        "'\(entry.name)' in the archive is too large to read; at most \(limit >> 20) MB are",
        file: file)
    }
    let header = entry.offset
    guard header + 30 <= bytes.count, Self.number(bytes, header, 4) == 0x0403_4B50 else {
      throw damage("it is not where the list says")
    }
    let start =
      header + 30 + Self.number(bytes, header + 26, 2) + Self.number(bytes, header + 28, 2)
    guard start + entry.packedSize <= bytes.count else { throw damage("it ends too early") }
    let packed = bytes[start..<start + entry.packedSize]
    let contents: [UInt8]
    switch entry.method {
    case 0: contents = Array(packed)
    case 8:
      do throws(Inflate.Failure) {
        contents = try Inflate.unpack(packed, limit: limit)
      } catch {
        throw damage(error.reason)
      }
    default:
      throw InputError(
        "'\(entry.name)' is compressed by method \(entry.method); those that can be read are"
          + " stored and deflate", file: file)
    }
    guard contents.count == entry.size, Checksum.crc32(contents) == entry.checksum else {
      throw damage("its checksum is wrong")
    }
    return contents
  }

  /// A number of some bytes, the lowest first.
  static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}

extension ZIPArchive {
  /// An archive of files as they are, without compression.
  static func storing(_ files: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var (archive, list): ([UInt8], [UInt8]) = ([], [])
    for file in files {
      let name = Array(file.name.utf8)
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(Checksum.crc32(file.contents)), 4) + little(file.contents.count, 4)
        + little(file.contents.count, 4) + little(name.count, 2) + little(0, 2)
      list +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(archive.count, 4) + name
      archive += little(0x0403_4B50, 4) + common + name + file.contents
    }
    let start = archive.count
    archive += list
    archive +=
      little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(list.count, 4) + little(start, 4) + little(0, 2)
    return archive
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
