import Diffusion

/// Small pictures as text.
struct PictureSheet {
  let pictures: [[Float]]
  let shape: PictureShape

  /// A row for each picture: its numbers from 0 to 1, row by row, red green blue, and a label.
  func csv(label: String) -> String {
    var table = CSVTable(columns: (0..<shape.count).map { "p\($0)" } + ["label"])
    for picture in pictures {
      table.append(picture.map(Double.init), label: CSVTable.field(label))
    }
    return table.text
  }

  private static let columns = 10

  /// How many stand beside one another, and below.
  private var grid: (columns: Int, rows: Int) {
    let columns = max(1, min(Self.columns, pictures.count))
    return (columns, (pictures.count + columns - 1) / columns)
  }

  /// Half blocks in 24-bit colours, two pixels a cell.
  var ansi: String {
    var text = ""
    for first in stride(from: 0, to: pictures.count, by: grid.columns) {
      let row = pictures[first..<min(first + grid.columns, pictures.count)]
      for y in stride(from: 0, to: shape.height, by: 2) {
        for picture in row {
          for x in 0..<shape.width {
            let upper = colour(picture, x, y)
            let lower = y + 1 < shape.height ? colour(picture, x, y + 1) : [0, 0, 0]
            let words = { (colour: [Int]) in colour.map(String.init).joined(separator: ";") }
            text += "\u{1b}[38;2;\(words(upper));48;2;\(words(lower))m▀"
          }
          text += "\u{1b}[0m "
        }
        text += "\n"
      }
      text += "\n"
    }
    return text
  }

  /// A picture with a square for every pixel that is not black.
  var svg: String {
    let (width, height) = (shape.width + 1, shape.height + 1)
    let size = "\(grid.columns * width + 1) \(grid.rows * height + 1)"
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1 -1 \(size)\""
      + " shape-rendering=\"crispEdges\">\n"
    for (index, picture) in pictures.enumerated() {
      let (left, top) = (index % grid.columns * width, index / grid.columns * height)
      text +=
        "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(shape.width)\" height=\"\(shape.height)\"/>\n"
      for y in 0..<shape.height {
        for x in 0..<shape.width {
          let channels = colour(picture, x, y)
          if channels == [0, 0, 0] { continue }
          let fill = channels.map(String.init).joined(separator: ",")
          text +=
            "<rect x=\"\(left + x)\" y=\"\(top + y)\" width=\"1\" height=\"1\" fill=\"rgb(\(fill))\"/>\n"
        }
      }
    }
    return text + "</svg>\n"
  }

  /// Red, green and blue of a pixel from 0 to 255.
  private func colour(_ picture: [Float], _ x: Int, _ y: Int) -> [Int] {
    let place = 3 * (y * shape.width + x)
    return (0..<3).map { Int((255 * min(1, max(0, picture[place + $0]))).rounded()) }
  }
}
