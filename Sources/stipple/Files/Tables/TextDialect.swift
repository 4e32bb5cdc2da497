import Diffusion
import Foundation

/// What stands between the fields of a text table, and what before the decimals of its numbers.
struct TextDialect: Equatable {
  /// A byte of ASCII; a blank for any number of blanks.
  var separator = UInt8(ascii: ",")
  var decimal = UInt8(ascii: ".")

  /// The separators that are looked for, the likelier first.
  private static let separators = "\t;,| ".utf8

  static let names: [(name: String, byte: UInt8)] = [
    ("tab", UInt8(ascii: "\t")), ("blank", UInt8(ascii: " ")),
    ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")),
  ]

  /// What stands between fields, in words: `tabs`, `blanks`, or the character.
  var separatorInWords: String {
    switch separator {
    case UInt8(ascii: "\t"): "tabs"
    case UInt8(ascii: " "): "blanks"
    default: "'\(Character(Unicode.Scalar(separator)))'"
    }
  }

  /// A finite number, or nil.
  func number(_ text: String) -> Double? {
    var text = text
    if text.hasPrefix("\u{2212}") { text = "-\(text.dropFirst())" }
    guard decimal == UInt8(ascii: ",") else { return Numeral.double(text) }
    if text.utf8.contains(UInt8(ascii: ".")) { return nil }
    guard let comma = text.firstIndex(of: ",") else { return Numeral.double(text) }
    return Numeral.double(text[..<comma] + "." + text[text.index(after: comma)...])
  }

  /// Whether a number could as well have marks between its thousands: `1,234`.
  static func mayHaveThousands(_ text: String) -> Bool {
    let digits = text.drop { "+-\u{2212}".contains($0) }
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, first.first != "0" else { return false }
    return (1...3).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
  }
}

extension TextDialect {
  /// The dialect in which the first rows of a text make most sense as a table of numbers; what the
  /// form says is taken as it is.
  init(of bytes: [UInt8], form: PointForm, wanting names: [String]) {
    let separators = form.separator.map { [Self.byte(ofSeparator: $0)] } ?? Array(Self.separators)
    let decimals = form.decimal.map { [$0.utf8.first ?? UInt8(ascii: ".")] } ?? Array(".,".utf8)
    var best = (score: -1.0, dialect: TextDialect())
    for separator in separators {
      let sample = TextSample(bytes, separator: separator)
      for decimal in decimals {
        let dialect = TextDialect(separator: separator, decimal: decimal)
        let score = sample.score(of: dialect, wanting: names)
        if score > best.score { best = (score, dialect) }
      }
    }
    self = best.dialect
  }

  static func byte(ofSeparator text: String) -> UInt8 {
    names.first { $0.name == text }?.byte ?? text.utf8.first ?? UInt8(ascii: ",")
  }
}

/// The first rows of a text, cut at one separator.
struct TextSample {
  let rows: [TextRow]
  let comment: String?
  /// Why one of the rows is none.
  let fault: InputError?

  /// How many rows are looked at.
  static let size = 1000

  init(_ bytes: [UInt8], separator: UInt8, name: String = "") {
    var source = TextRows(bytes, separator: separator, name: name)
    var rows: [TextRow] = []
    while rows.count < Self.size, let row = source.next(), source.fault == nil {
      if !row.isEmpty { rows.append(row) }
    }
    self.rows = rows
    comment = source.comment
    fault = source.fault
  }

  /// The number of fields that most rows have, without the first one, which may be names.
  var width: Int {
    let counts = Dictionary(grouping: rows.dropFirst().map(\.fields.count)) { $0 }
    let most = counts.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    return most?.key ?? rows.first?.fields.count ?? 0
  }

  /// The share of numbers among all fields, and 2 more where columns have the names that are wanted.
  /// A row that is none says little of the separator: with the names above it, the fault is the
  /// one to be told.
  func score(of dialect: TextDialect, wanting names: [String]) -> Double {
    let width = width
    if fault != nil { return hasNames(names) ? -0.4 : -0.6 }
    guard width > 1 else { return hasNames(names) ? 1.5 : -0.5 }
    let numbers = rows.reduce(0) { sum, row in
      let isOfWidth = row.fields.count == width
      return sum + (isOfWidth ? row.fields.count { dialect.number($0.text) != nil } : 0)
    }
    let share = Double(numbers) / Double(width * rows.count)
    return share + (hasNames(names) ? 2 : 0)
  }

  /// Whether the first row, or the comment above it, has all of these names.
  private func hasNames(_ names: [String]) -> Bool {
    let first = (rows.first?.fields ?? []).map { $0.text.lowercased() }
    return !names.isEmpty && names.allSatisfy { first.contains($0.lowercased()) }
  }
}
