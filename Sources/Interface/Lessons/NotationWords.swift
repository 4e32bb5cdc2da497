import Diffusion

/// Words that a lesson has for a notation of their own, where other names alone do not make them true:
/// `{{t = 1 | flow-matching: t = 0}}`.
///
/// What stands first holds for all other notations, in their names. `{{= sigma}}` stands as it is in
/// all of them, for a letter that means something else here.
struct NotationWords {
  static let opening = "{{"
  static let closing = "}}"
  private let usual: String
  private let own: [Notation: String]

  /// Reads what stands between the braces. Throws what is wrong with it.
  init(_ text: String) throws {
    if text.hasPrefix("=") {
      let words = String(text.dropFirst().drop { $0 == " " })
      usual = words
      own = Dictionary(uniqueKeysWithValues: Notation.allCases.map { ($0, words) })
      return
    }
    let parts = Self.parts(of: text)
    usual = parts[0]
    var own: [Notation: String] = [:]
    for part in parts.dropFirst() {
      let name = String(part.prefix { $0 != ":" })
      guard let notation = Notation.allCases.first(where: { $0.id == name }) else {
        throw UnknownName(name: name, family: "notation", known: Notation.allCases.map(\.id))
      }
      own[notation] = part.dropFirst(name.count + 1).split(separator: " ").joined(separator: " ")
    }
    guard !own.isEmpty else {
      throw CommandError("'{{\(text)}}' has no words of a notation: {{t = 1 | edm: ...}}")
    }
    self.own = own
  }

  func callAsFunction(_ relabelling: Relabelling) throws -> String {
    try own[relabelling.notation] ?? LessonText.said(usual, in: relabelling)
  }

  /// The parts between upright lines behind which a name and a colon follow; other ones are of formulas.
  private static func parts(of text: String) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var parts: [[Substring]] = [[]]
    for (index, word) in words.enumerated() {
      if word == "|", index + 1 < words.count, words[index + 1].hasSuffix(":") {
        parts.append([])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.map { $0.joined(separator: " ") }
  }
}

extension LessonText {
  /// A text in a notation: what is between double braces as that notation has it, figures and code
  /// as they stand, and all else relabelled.
  ///
  /// - Parameter hasCode: whether backticks are marks of code, which somebody types.
  static func said(
    _ text: String, in relabelling: Relabelling, hasCode: Bool = true
  ) throws -> String {
    var (result, plain, rest) = ("", "", text[...])
    // Marks without an end in the rest; to look for it again at each would take for ever.
    var open: Set<String> = []
    while let first = rest.first {
      let isOwn = rest.hasPrefix(NotationWords.opening)
      guard isOwn || first == "{" || (first == "`" && hasCode) else {
        plain.append(first)
        rest = rest.dropFirst()
        continue
      }
      let mark = isOwn ? NotationWords.closing : first == "{" ? "}" : "`"
      let inside = rest.dropFirst(isOwn ? 2 : 1)
      let found = open.contains(mark) ? nil : inside.indices.first { inside[$0...].hasPrefix(mark) }
      guard let end = found else {
        if isOwn { throw CommandError("'{{' is never closed by '}}'") }
        open.insert(mark)
        plain.append(first)
        rest = rest.dropFirst()
        continue
      }
      result += relabelling(plain)
      plain = ""
      let words = String(inside[..<end])
      result += isOwn ? try NotationWords(words)(relabelling) : "\(first)\(words)\(mark)"
      rest = inside[end...].dropFirst(mark.count)
    }
    return result + relabelling(plain)
  }
}

extension LessonText.Block {
  /// The block in a notation.
  func said(in relabelling: Relabelling) throws -> LessonText.Block {
    switch self {
    case .heading(let text): .heading(try LessonText.said(text, in: relabelling))
    case .paragraph(let text): .paragraph(try LessonText.said(text, in: relabelling))
    case .item(let text): .item(try LessonText.said(text, in: relabelling))
    case .code(let text): .code(try LessonText.said(text, in: relabelling, hasCode: false))
    case .gap: .gap
    }
  }
}
