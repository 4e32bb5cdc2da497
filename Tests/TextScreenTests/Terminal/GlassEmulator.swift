@testable import TextScreen

/// A terminal in a few lines: what it is sent (ECMA-48) goes into cells, each a letter in a style as
/// bytes tell it.
struct GlassEmulator {
  /// A cell as a terminal knows it.
  struct Cell: Equatable {
    var letter = " "
    /// The parameters of the foreground and the background; empty for the terminal's own.
    var ink = ""
    var paper = ""
    var emphasis: Set<Int> = []
  }

  let size: Size
  private(set) var cells: [Cell]
  private var pen = Cell()
  private var (column, row) = (0, 0)

  init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.area)
  }

  /// Takes in bytes.
  mutating func show(_ text: String) {
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}":
        _ = rest.popFirst()
        let parameters = String(rest.prefix { !("@"..."~").contains($0) })
        rest = rest.dropFirst(parameters.unicodeScalars.count)
        if let final = rest.popFirst() { obey(final, parameters) }
      case "\n": (column, row) = (0, row + 1)
      default: put(scalar)
      }
    }
  }

  private mutating func obey(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";").compactMap { Int($0) }
    switch final {
    case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case "C": column += numbers[0]
    case "J": cells = cells.map { _ in Cell() }
    case "m": setPen(numbers[...])
    default: break
    }
  }

  private mutating func setPen(_ numbers: ArraySlice<Int>) {
    var rest = numbers
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Cell()
      case 38, 48:
        let length = rest.first == 2 ? 4 : 2
        let colour = rest.prefix(length).map(String.init).joined(separator: ";")
        rest = rest.dropFirst(length)
        if number == 38 { pen.ink = colour } else { pen.paper = colour }
      case 39: pen.ink = ""
      case 49: pen.paper = ""
      case 30...37, 90...97: pen.ink = String(number)
      case 40...47, 100...107: pen.paper = String(number - 10)
      default: pen.emphasis.insert(number)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let index = row * size.columns + column
    if scalar.width == .mark {
      let before = cells[index - 1].letter.isEmpty ? index - 2 : index - 1
      cells[before].letter.unicodeScalars.append(scalar)
      return
    }
    let width = scalar.isTwoColumns ? 2 : 1
    // What is left of a wide letter is a space.
    if cells[index].letter.isEmpty { cells[index - 1].letter = " " }
    let end = index + width
    if end < (row + 1) * size.columns, cells[end].letter.isEmpty { cells[end].letter = " " }
    cells[index] = pen
    cells[index].letter = String(scalar)
    if width == 2 {
      cells[index + 1] = pen
      cells[index + 1].letter = ""
    }
    column += width
  }
}
