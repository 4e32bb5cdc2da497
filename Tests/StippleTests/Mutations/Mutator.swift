import Diffusion

/// Changes whole files into files that are wrong somewhere: in their bytes, in their words or in how
/// they are built. The same seed makes the same files.
struct Mutator {
  private var random: RandomStream

  init(seed: UInt64) { random = RandomStream(seed: seed) }

  /// One of some whole files, changed in one to four places.
  mutating func changed(_ files: [[UInt8]], isText: Bool) -> [UInt8] {
    var file = files[below(files.count)]
    change(&file, borrowing: files, isText: isText)
    return file
  }

  /// One of some files that begin with the length of a text, in eight bytes, and that text: the text
  /// is changed, and has the length that is said.
  mutating func changedHead(of files: [[UInt8]]) -> [UInt8] {
    func end(of file: [UInt8]) -> Int {
      min(file.count, 8 + file[..<8].reversed().reduce(0) { $0 << 8 | Int($1) })
    }
    let heads = files.map { Array($0[8..<end(of: $0)]) }
    let index = below(files.count)
    var head = heads[index]
    change(&head, borrowing: heads, isText: true)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: head.count >> (8 * $0)) }
    return length + head + files[index][end(of: files[index])...]
  }

  private mutating func change(_ file: inout [UInt8], borrowing files: [[UInt8]], isText: Bool) {
    for _ in 0..<[1, 1, 2, 4][below(4)] {
      switch isText ? below(3) : 3 + below(8) {
      case 0, 3, 4: changeBytes(of: &file, splicing: files)
      case 1, 5, 6: changeWord(of: &file, borrowing: files)
      case 2: changeStructure(of: &file)
      default: changeNumber(of: &file)
      }
    }
  }

  mutating func isHeads(in count: Int) -> Bool { below(count) == 0 }

  private mutating func below(_ count: Int) -> Int {
    count < 1 ? 0 : Int.random(in: 0..<count, using: &random)
  }

  /// A piece of a file, seldom a large one.
  private mutating func piece(of file: [UInt8]) -> Range<Int> {
    let start = below(file.count + 1)
    let most = below(6) == 0 ? file.count : min(file.count, 16)
    return start..<min(file.count, start + below(most + 1))
  }
}

// MARK: - Bytes

extension Mutator {
  private static let bytes: [UInt8] = [
    0, 1, 9, 10, 13, 27, 32, 34, 39, 45, 58, 91, 92, 93, 123, 125, 127, 128, 0x9B, 0xC0, 0xE2, 0xED,
    0xF4, 0xFE, 0xFF,
  ]

  private mutating func changeBytes(of file: inout [UInt8], splicing files: [[UInt8]]) {
    let piece = piece(of: file)
    switch below(7) {
    case 0 where !file.isEmpty: file[below(file.count)] ^= 1 << UInt8(below(8))
    case 1 where !file.isEmpty: file[below(file.count)] = Self.bytes[below(Self.bytes.count)]
    case 2: file.removeSubrange(piece)
    case 3: file.insert(contentsOf: file[piece], at: below(file.count + 1))
    case 4: file.removeSubrange(below(file.count + 1)...)
    case 5:
      let other = files[below(files.count)]
      file.replaceSubrange(piece, with: other[self.piece(of: other)])
    default:
      let byte = Self.bytes[below(Self.bytes.count)]
      let count = [1, 2, 8, 300][below(4)]
      file.insert(contentsOf: Array(repeating: byte, count: count), at: below(file.count + 1))
    }
  }

  private static let ends: [UInt64] = [
    0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
    0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, .max, 0x7FF0_0000_0000_0000,
    0x7FF8_0000_0000_0000,
  ]

  /// Writes a number at its end over two, four or eight bytes, lowest first, most often near the
  /// beginning or the end, where formats say their sizes.
  private mutating func changeNumber(of file: inout [UInt8]) {
    let length = [2, 4, 8][below(3)]
    guard file.count >= length else { return }
    let room = file.count - length + 1
    let start = [below(min(room, 64)), room - 1 - below(min(room, 64)), below(room)][below(3)]
    let number =
      below(4) == 0 ? UInt64(below(2 * file.count + 2)) : Self.ends[below(Self.ends.count)]
    for index in 0..<length {
      file[start + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
    }
  }
}

// MARK: - Words

extension Mutator {
  private static let words = [
    "0", "-0", "-1", "1", "2", "1e308", "-1e308", "5e-324", "1e400", "nan", ".nan", "inf", "-.inf",
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "0x10", "1_000", "1,5",
    "0.1e", "true", "null", "~", "", "[]", "{}", "[[]]", "\"\"", "'", "*a", "&a x", "!!binary x",
    "!<tag:yaml.org,2002:str> x", "<<", "? ", "- ", "---", "...", "%YAML 1.2", "\\u0000", "\\ud800",
    "\u{202E}x", "\u{9B}31m", "\u{1B}[2J", "e\u{301}\u{301}", "\u{FEFF}", "\u{0}", "٣", "🏳️‍🌈",
    "/etc/hostname", "../../x", "-", "diffusion", "transport", "latent", "eight-gaussians", "quit",
    "wait 600", "wait -1", "undo", "set particles 3",
  ]

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
    default: byte >= 0x80
    }
  }

  /// Where a word lies around or after a place.
  private mutating func word(in file: [UInt8]) -> Range<Int> {
    var start = below(file.count + 1)
    while start < file.count, !Self.isOfWord(file[start]) { start += 1 }
    while start > 0, start < file.count, Self.isOfWord(file[start - 1]) { start -= 1 }
    let end = file[start...].firstIndex { !Self.isOfWord($0) } ?? file.count
    return start..<min(end, start + 200)
  }

  private mutating func changeWord(of file: inout [UInt8], borrowing files: [[UInt8]]) {
    let word = word(in: file)
    switch below(5) {
    case 0:
      let other = files[below(files.count)]
      file.replaceSubrange(word, with: other[self.word(in: other)])
    case 1: file.insert(contentsOf: Array(file[word]), at: below(file.count + 1))
    case 2: file.replaceSubrange(word, with: Array(repeating: 0x39, count: [9, 19, 400][below(3)]))
    default: file.replaceSubrange(word, with: Self.words[below(Self.words.count)].utf8)
    }
  }
}

// MARK: - Structure

extension Mutator {
  /// Lines that go, come twice, change places or their depth, and brackets around what had none.
  private mutating func changeStructure(of file: inout [UInt8]) {
    var lines = file.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let (one, other) = (below(lines.count), below(lines.count))
    switch below(9) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines.swapAt(one, other)
    case 3: lines[one].insert(contentsOf: Array(repeating: 0x20, count: 1 + below(6)), at: 0)
    case 4: lines[one].removeFirst(min(lines[one].count, 1 + below(4)))
    case 5:
      let (opening, closing) = [("[", "]"), ("{", "}"), ("{a: ", "}"), ("- ", "")][below(4)]
      let depth = [1, 3, 60, 2000][below(4)]
      let word = word(in: file)
      let before = String(repeating: opening, count: depth).utf8
      let after = below(3) == 0 ? "" : String(repeating: closing, count: depth)
      file.replaceSubrange(word, with: before + file[word] + after.utf8)
      return
    case 6:
      let name = ["a", "b"][below(2)]
      let word = word(in: file)
      let isAnchor = below(2) == 0
      file.replaceSubrange(
        word, with: isAnchor ? "&\(name) ".utf8 + Array(file[word]) : Array("*\(name)".utf8))
      return
    case 7:
      let copies = [2, 50][below(2)]
      lines.replaceSubrange(one...one, with: Array(repeating: lines[one], count: copies))
    default: lines[one].append(contentsOf: lines[other])
    }
    file = Array(lines.joined(separator: [0x0A]))
  }
}
