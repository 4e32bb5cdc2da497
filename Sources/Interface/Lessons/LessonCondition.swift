import Diffusion
import Foundation

/// Something that a lesson says of a figure, and that is so or not: `last-alpha-bar < 0.001`,
/// `entropy > data-entropy`.
public struct LessonCondition: Sendable, Equatable, CustomStringConvertible {
  /// A number or a figure.
  private enum Operand: Sendable, Equatable {
    case number(Double)
    case figure(FigureReading)

    init(_ text: some StringProtocol) throws {
      let words = text.split(separator: " ").joined(separator: " ")
      if let number = Double(words), number.isFinite {
        self = .number(number)
      } else {
        self = .figure(try FigureReading(words))
      }
    }

    func value(_ measured: [FigureReading: Double]) -> Double? {
      switch self {
      case .number(let number): number
      case .figure(let reading): measured[reading]
      }
    }
  }

  /// One side of it: an operand, a difference or a quotient of two, with blanks around the sign.
  private struct Term: Sendable, Equatable {
    let first: Operand
    var sign: Character?
    var second: Operand?

    init(_ text: String) throws {
      for sign in ["-", "/"] {
        let parts = text.components(separatedBy: " \(sign) ")
        guard parts.count == 2 else { continue }
        first = try Operand(parts[0])
        second = try Operand(parts[1])
        self.sign = sign.first
        return
      }
      first = try Operand(text)
    }

    var readings: [FigureReading] {
      [first, second].compactMap { if case .figure(let reading) = $0 { reading } else { nil } }
    }

    func value(_ measured: [FigureReading: Double]) -> Double? {
      guard let value = first.value(measured) else { return nil }
      guard let second else { return value }
      guard let other = second.value(measured) else { return nil }
      return sign == "-" ? value - other : value / other
    }
  }

  public let description: String
  private let left: Term
  private let right: Term
  private let isBelow: Bool

  /// Reads a figure, `<` or `>`, and a number or another figure. Each side may be a difference or a
  /// quotient: `spread - exact-spread < 0.03`, `sliced-w2 / sliced-w2-floor < 1.2`.
  ///
  /// Throws what is wrong with it, with the nearest name of a figure.
  public init(_ text: String) throws {
    let sides = text.split(omittingEmptySubsequences: false) { $0 == "<" || $0 == ">" }
    guard sides.count == 2 else {
      throw CommandError(
        "'\(text.excerpt)' is no condition; say a figure, < or >, and a number, as in"
          + " last-alpha-bar < 0.001")
    }
    left = try Term(String(sides[0]))
    right = try Term(String(sides[1]))
    isBelow = text.contains("<")
    description = text.split(separator: " ").joined(separator: " ")
  }

  /// The figures it is about.
  var readings: [FigureReading] { left.readings + right.readings }

  /// Whether it is so; nil where one of its figures is not known.
  func holds(_ measured: [FigureReading: Double]) -> Bool? {
    guard let one = left.value(measured), let other = right.value(measured) else { return nil }
    return isBelow ? one < other : one > other
  }
}
