import Foundation

/// Where text stands within the width it is given.
public enum Alignment: Sendable {
  case left
  case centre
  case right
}

extension Surface {
  /// Writes one line of text, one column per character.
  ///
  /// Text longer than `maxWidth` ends in an ellipsis. Line breaks and tabs become spaces;
  /// characters that do not take exactly one column, and everything beyond ASCII where the
  /// terminal has only that, become `?`.
  ///
  /// - Returns: the number of columns the text took, clipped or not.
  @discardableResult
  public mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .plain, maxWidth: Int = .max
  ) -> Int {
    let line = glyphs.line(text, maxWidth: maxWidth)
    guard row >= clip.y, row < clip.maxY else { return line.count }
    for (offset, scalar) in line.enumerated() {
      self[column + offset, row] = Cell(scalar, style)
    }
    return line.count
  }

  /// Writes one line of text within the first row of `rect`.
  @discardableResult
  public mutating func write(
    _ text: String, in rect: Rect, align: Alignment, style: Style = .plain
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let width = glyphs.columns(of: text)
    let room = max(0, rect.width - width)
    let indent =
      switch align {
      case .left: 0
      case .centre: room / 2
      case .right: room
      }
    return write(
      text, column: rect.x + indent, row: rect.y, style: style, maxWidth: rect.width)
  }
}

extension Glyphs {
  /// The number of columns `text` takes when it is not cut.
  public func columns(of text: String) -> Int { scalars(of: text).count }

  /// The scalars drawn for a line of text: composed, harmless, and cut to `maxWidth`.
  func line(_ text: String, maxWidth: Int) -> [Unicode.Scalar] {
    guard maxWidth > 0 else { return [] }
    var scalars = scalars(of: text)
    if scalars.count > maxWidth {
      scalars.removeLast(scalars.count - maxWidth)
      scalars[maxWidth - 1] = ellipsis
    }
    return scalars
  }

  private func scalars(of text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return Array(text.unicodeScalars) }
    // A letter and its accent may arrive as two scalars; as one they fit one cell. Before the first
    // accent of Unicode there is nothing to put together, nor among plain Greek letters, arrows,
    // signs and lines; alpha with its bar is one scalar already.
    let isComposed = text.unicodeScalars.allSatisfy {
      switch $0.value {
      case ..<0x300, 0x391...0x3A9, 0x3B1...0x3C9, 0x1FB1, 0x2190...0x28FF: true
      default: false
      }
    }
    let composed = isComposed ? text : text.precomposedStringWithCanonicalMapping
    return composed.unicodeScalars.map { scalar in
      switch scalar {
      case "\n", "\r", "\t": " "
      case _ where !scalar.isOneColumn: "?"
      case _ where !unicodeText && !scalar.isASCII: "?"
      default: scalar
      }
    }
  }
}
