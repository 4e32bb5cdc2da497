/// As much of an xterm as ncurses and our own drawing use, without colours: enough to read the
/// screen as text and to see which modes a program left behind.
struct TerminalEmulator {
  private(set) var columns: Int
  private(set) var rows: Int
  /// DEC private modes that are on; 25 is the cursor.
  private(set) var privateModes: Set<Int> = [7, 25]
  private var cells: [[Unicode.Scalar]]
  private var cursor = (column: 0, row: 0)
  private var saved = (column: 0, row: 0)
  private var scrollRegion: ClosedRange<Int>
  private var lastPrinted: Unicode.Scalar = " "
  private var parser = EscapeParser()

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    scrollRegion = 0...max(0, rows - 1)
  }

  /// The screen's lines without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      var scalars = String.UnicodeScalarView(row.filter { $0 != Self.secondHalf })
      while scalars.last == " " { scalars.removeLast() }
      return String(scalars)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Whether what a full-screen program switches on is off again.
  var isGivenBack: Bool {
    privateModes.isDisjoint(with: [1, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026])
      && privateModes.contains(25)
  }

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let element = parser.next(byte) else { continue }
      switch element {
      case .print(let scalar): put(scalar)
      case .control(let code): control(code)
      case .escape(let final): escape(final)
      case .sequence(let prefix, let numbers, let final): perform(prefix, numbers, final)
      }
    }
  }

  mutating func resize(columns: Int, rows: Int) {
    var resized = Self.blank(columns, rows)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) { resized[row][column] = cells[row][column] }
    }
    self.columns = columns
    self.rows = rows
    cells = resized
    scrollRegion = 0...max(0, rows - 1)
    move(column: cursor.column, row: cursor.row)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Unicode.Scalar]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }
}

// MARK: - Characters and controls

extension TerminalEmulator {
  private mutating func put(_ scalar: Unicode.Scalar) {
    if cursor.column >= columns {
      cursor.column = 0
      lineFeed()
    }
    cells[cursor.row][cursor.column] = scalar
    cursor.column += 1
    if Self.isWide(scalar), cursor.column < columns {
      cells[cursor.row][cursor.column] = Self.secondHalf
      cursor.column += 1
    }
    lastPrinted = scalar
  }

  /// What stands in the second of the two cells of a wide letter.
  private static let secondHalf: Unicode.Scalar = "\u{0}"

  /// As much of the wide scripts as the tests use.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1F5FF: true
    default: false
    }
  }

  private mutating func control(_ code: UInt8) {
    switch code {
    case 0x08: cursor.column = max(0, min(cursor.column, columns - 1) - 1)
    case 0x09: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: cursor.column = 0
    default: break
    }
  }

  private mutating func escape(_ final: UInt8) {
    switch Character(Unicode.Scalar(final)) {
    case "7": saved = cursor
    case "8": cursor = saved
    case "D": lineFeed()
    case "E":
      cursor.column = 0
      lineFeed()
    case "M":
      if cursor.row == scrollRegion.lowerBound {
        shift(scrollRegion, by: -1)
      } else {
        cursor.row = max(0, cursor.row - 1)
      }
    default: break
    }
  }

  private mutating func lineFeed() {
    if cursor.row == scrollRegion.upperBound {
      shift(scrollRegion, by: 1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
  }

  /// Moves the lines of a region up, or down for a negative number.
  private mutating func shift(_ region: ClosedRange<Int>, by lines: Int) {
    let empty = Array(repeating: Unicode.Scalar(" "), count: columns)
    let old = cells
    for row in region {
      let source = row + lines
      cells[row] = region.contains(source) ? old[source] : empty
    }
  }

  private mutating func move(column: Int, row: Int) {
    cursor = (min(max(0, column), columns - 1), min(max(0, row), rows - 1))
  }
}

// MARK: - Control sequences

extension TerminalEmulator {
  private mutating func perform(_ prefix: UInt8?, _ numbers: [Int], _ final: UInt8) {
    let letter = Character(Unicode.Scalar(final))
    if prefix == UInt8(ascii: "?") {
      if letter == "h" { privateModes.formUnion(numbers) }
      if letter == "l" { privateModes.subtract(numbers) }
      if numbers.contains(1049) { cells = Self.blank(columns, rows) }
      return
    }
    guard prefix == nil else { return }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch letter {
    case "A": move(column: cursor.column, row: cursor.row - count)
    case "B": move(column: cursor.column, row: cursor.row + count)
    case "C": move(column: cursor.column + count, row: cursor.row)
    case "D": move(column: cursor.column - count, row: cursor.row)
    case "G": move(column: count - 1, row: cursor.row)
    case "d": move(column: cursor.column, row: count - 1)
    case "H", "f":
      move(column: max(1, numbers.dropFirst().first ?? 1) - 1, row: count - 1)
    case "r":
      let last = min(rows, numbers.dropFirst().first ?? rows)
      scrollRegion = min(count, last) - 1...last - 1
      move(column: 0, row: 0)
    case "b": for _ in 0..<count { put(lastPrinted) }
    default: edit(letter, first, count)
    }
  }

  private mutating func edit(_ letter: Character, _ first: Int, _ count: Int) {
    let below = min(cursor.row, scrollRegion.upperBound)...scrollRegion.upperBound
    let column = min(cursor.column, columns - 1)
    switch letter {
    case "J": eraseScreen(first)
    case "K":
      erase(
        row: cursor.row, first == 0 ? column..<columns : 0..<(first == 1 ? column + 1 : columns))
    case "X": erase(row: cursor.row, column..<min(columns, column + count))
    case "P", "@": moveCells(by: letter == "P" ? count : -count)
    case "L": shift(below, by: -count)
    case "M": shift(below, by: count)
    case "S": shift(scrollRegion, by: count)
    case "T": shift(scrollRegion, by: -count)
    default: break
    }
  }

  private mutating func erase(row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseScreen(_ part: Int) {
    let column = min(cursor.column, columns - 1)
    if part != 0 { for row in 0..<cursor.row { erase(row: row, 0..<columns) } }
    if part != 1 {
      for row in cursor.row + 1..<max(rows, cursor.row + 1) { erase(row: row, 0..<columns) }
    }
    erase(row: cursor.row, part == 0 ? column..<columns : 0..<(part == 1 ? column + 1 : columns))
  }

  /// Deletes cells at the cursor, or inserts blanks for a negative number.
  private mutating func moveCells(by count: Int) {
    let old = cells[cursor.row]
    for column in min(cursor.column, columns - 1)..<columns {
      let source = column + count
      let isKept = source >= cursor.column && source < columns
      cells[cursor.row][column] = isKept ? old[source] : " "
    }
  }
}
