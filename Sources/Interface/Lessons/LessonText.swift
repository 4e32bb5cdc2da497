import Diffusion
import TextScreen

/// What a page of a lesson says: paragraphs, headings, lists and code, with figures in it that the
/// program measures.
///
/// ```
/// # A heading
/// A paragraph with **bold** words, `code` and a figure: {alpha-bar 500}.
/// - an item of a list
///     code or a formula, four spaces in, as it stands
/// ```
/// An empty line sets paragraphs apart; lines that follow one another are one paragraph. Where other
/// names alone do not make a sentence true in a notation, it has its own: `{{t = 1 | flow-matching: t = 0}}`.
public struct LessonText: Sendable, Equatable {
  /// A part of it that stands for itself.
  enum Block: Sendable, Equatable {
    case heading(String)
    case paragraph(String)
    case item(String)
    case code(String)
    case gap
  }

  /// What it says, as it is written.
  let blocks: [Block]
  /// The figures in it, in their order, of all notations.
  public let readings: [FigureReading]

  /// An empty text.
  public init() {
    blocks = []
    readings = []
  }

  /// Reads a text. Throws what is wrong with a figure in it.
  public init(_ text: String) throws {
    var blocks: [Block] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("    ") {
        blocks.append(.code(String(line.dropFirst(4)).printable))
        continue
      }
      let words = line.split(separator: " ").joined(separator: " ").printable
      if words.isEmpty {
        blocks.append(.gap)
      } else if words.hasPrefix("# ") {
        blocks.append(.heading(String(words.dropFirst(2))))
      } else if words.hasPrefix("- ") {
        blocks.append(.item(String(words.dropFirst(2))))
      } else if case .paragraph(let before) = blocks.last {
        blocks[blocks.count - 1] = .paragraph("\(before) \(words)")
      } else if case .item(let before) = blocks.last, line.hasPrefix("  ") {
        blocks[blocks.count - 1] = .item("\(before) \(words)")
      } else {
        blocks.append(.paragraph(words))
      }
    }
    while blocks.last == .gap { blocks.removeLast() }
    self.blocks = blocks
    readings = try Notation.allCases.flatMap { notation in
      try blocks.flatMap { block in
        try Self.spans(of: block.said(in: Relabelling(notation)).text).compactMap { span in
          span.isFigure ? try FigureReading(span.text) : nil
        }
      }
    }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What it says in a notation; reading has found nothing wrong with it in any.
  private func said(in notation: Notation) -> [Block] {
    let relabelling = Relabelling(notation)
    return blocks.map { (try? $0.said(in: relabelling)) ?? $0 }
  }

  public var isEmpty: Bool { blocks.isEmpty }

  /// A stretch of text: as it stands, or the words of a figure.
  private struct Span {
    let text: String
    let isFigure: Bool
  }

  /// The text with its figures, which stand in braces.
  private static func spans(of text: String) -> [Span] {
    var spans: [Span] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      spans.append(Span(text: String(rest[..<start]), isFigure: false))
      spans.append(Span(text: String(rest[rest.index(after: start)..<end]), isFigure: true))
      rest = rest[rest.index(after: end)...]
    }
    return spans + [Span(text: String(rest), isFigure: false)]
  }

  /// A text with its figures written out; `…` where one is not known yet.
  private static func filled(
    _ text: String, _ measured: [FigureReading: Double], in notation: Notation
  ) -> String {
    spans(of: text).map { span in
      guard span.isFigure, let reading = try? FigureReading(span.text) else { return span.text }
      return reading.words(measured[reading], in: notation)
    }.joined()
  }

  /// The text in lines of at most so many columns. Code is never broken, but where it is longer in
  /// words than in letters.
  ///
  /// - Parameters:
  ///   - measured: what its figures are.
  ///   - glyphs: the letters that there are, and the names that its symbols have.
  func lines(
    width: Int, measured: [FigureReading: Double], glyphs: Glyphs = .braille
  ) -> [StyledText] {
    said(in: glyphs.notation).flatMap { block -> [StyledText] in
      let text = glyphs.spelled(Self.filled(block.text, measured, in: glyphs.notation))
      switch block {
      case .gap: return [StyledText()]
      case .code where !glyphs.unicodeText && text.count > width - 2:
        // Words are longer than the letters that the lines were made for.
        return TextWrap.lines(text, width: width - 2).map { StyledText("  \($0)", .accent) }
      case .code: return [StyledText("  \(text)", .accent)]
      case .heading:
        return TextWrap.lines(text, width: width).map { StyledText($0, .title) }
      case .paragraph: return Emphasis(text).lines(width: width)
      case .item:
        return Emphasis(text).lines(width: width - 2).enumerated().map { index, line in
          StyledText(index == 0 ? "- " : "  ") + line
        }
      }
    }
  }

  /// The text as Markdown.
  func markdown(_ measured: [FigureReading: Double], in notation: Notation) -> String {
    said(in: notation).map { block in
      let text = Self.filled(block.text, measured, in: notation)
      return switch block {
      case .gap: ""
      case .code: "    \(text)"
      case .heading: "### \(text)"
      case .paragraph: text
      case .item: "- \(text)"
      }
    }.joined(separator: "\n")
  }
}

extension LessonText.Block {
  var text: String {
    switch self {
    case .heading(let text), .paragraph(let text), .item(let text), .code(let text): text
    case .gap: ""
    }
  }
}
