@testable import TextScreen

/// What a sequence means that is whole, by lists of what terminals send.
struct SequenceModel {
  private let prefix: Character?
  private let fields: [[Int?]]
  private let marks: Substring
  private let final: Unicode.Scalar
  private let parameters: Substring

  /// - Parameter body: what is between the beginning and the last character; nil where that makes it
  ///   mean nothing.
  init?(_ body: String, _ final: Unicode.Scalar) {
    let scalars = body.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let text = Substring(String(String.UnicodeScalarView(scalars)))
    parameters = text.prefix { "0" <= $0 && $0 <= "?" }
    marks = text.dropFirst(parameters.count)
    guard parameters.count <= 64, marks.allSatisfy({ " " <= $0 && $0 <= "/" }) else { return nil }
    self.final = final
    prefix = parameters.first.flatMap { "<=>?".contains($0) ? $0 : nil }
    let rest = parameters.dropFirst(prefix == nil ? 0 : 1)
    fields =
      rest.isEmpty
      ? []
      : rest.split(separator: ";", omittingEmptySubsequences: false).map { field in
        field.split(separator: ":", omittingEmptySubsequences: false).map { number in
          number.wholeMatch(of: /[0-9]{1,7}/).flatMap { Int($0.0) }
        }
      }
  }

  /// The numbers, where there is one in every field.
  private var numbers: [Int]? {
    let plain = fields.map { $0.count == 1 ? $0[0] : nil }
    return plain.contains(nil) ? nil : plain.compactMap { $0 }
  }

  var event: InputEvent? {
    switch ("\(prefix.map(String.init) ?? "")", String(marks), final) {
    case ("<", "", "M"), ("<", "", "m"):
      return Mouse(sgr: "\(parameters.dropFirst())\(final)").map(InputEvent.mouse)
    case ("", "", "M"):
      return Mouse(decimal: fields).map(InputEvent.mouse)
    case ("", "", "I"): return parameters.isEmpty ? .focusChanged(true) : nil
    case ("", "", "O"): return parameters.isEmpty ? .focusChanged(false) : nil
    case ("", "", "R"), ("?", "", "R"):
      guard let numbers, numbers.count > 1, numbers[0] > 0, numbers[1] > 0 else { return nil }
      return .reply(.cursor(column: numbers[1] - 1, row: numbers[0] - 1))
    case ("", "$", "y"), ("?", "$", "y"):
      guard let numbers, numbers.count == 2 else { return nil }
      return .reply(.mode(numbers[0], isPrivate: prefix != nil, setting: numbers[1]))
    case ("?", "", "c"):
      return numbers.map { .reply(.attributes($0)) }
    default: return nil
    }
  }

  // MARK: - Keys

  private static let letters: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "P": .function(1),
    "Q": .function(2), "R": .function(3), "S": .function(4),
  ]
  private static let rxvt: [Unicode.Scalar: Key] = [
    "a": .shiftUp, "b": .shiftDown, "c": .shiftRight, "d": .shiftLeft,
  ]
  private static let codes: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
  private static let further: [Key: Key] = [
    .up: .shiftUp, .down: .shiftDown, .left: .shiftLeft, .right: .shiftRight,
  ]

  /// A key after `ESC [`.
  var key: Key? {
    guard prefix == nil, marks.isEmpty else { return nil }
    if final == "Z" { return .backTab }
    if let key = Self.rxvt[final] { return parameters.isEmpty ? key : nil }
    if final == "u" {
      return fields.first.flatMap { Self.coded($0, held: fields.dropFirst().first) }
    }
    if final == "~" {
      guard let code = fields.first?.first ?? nil else { return nil }
      if code == 27, fields.count == 3 { return Self.coded(fields[2], held: fields[1]) }
      return Self.codes[code].flatMap { Self.with(fields.dropFirst().first, $0) }
    }
    guard let key = Self.letters[final], fields.count < 4 else { return nil }
    guard ((fields.first?.first ?? nil) ?? 1) == 1 else { return nil }
    return Self.with(fields.dropFirst().first, key)
  }

  /// A key after `ESC O`.
  var keypad: Key? {
    let printed = "*+,-./0123456789"
    if let place = "jklmnopqrstuvwxy".firstIndex(of: Character(final)) {
      let distance = "jklmnopqrstuvwxy".distance(from: "jklmnopqrstuvwxy".startIndex, to: place)
      return .character(Array(printed)[distance])
    }
    let others: [Unicode.Scalar: Key] = [
      "M": .enter, "I": .tab, " ": .space, "X": .character("="),
    ]
    if let key = others[final] ?? Self.rxvt[final] { return key }
    guard let key = Self.letters[final], fields.count < 4 else { return nil }
    if fields.count == 1 { return Self.with(fields[0], key) }
    guard ((fields.first?.first ?? nil) ?? 1) == 1 else { return nil }
    return Self.with(fields.dropFirst().first, key)
  }

  /// Which of shift, alt, control and others were held; nil where a key was let go.
  private static func held(_ field: [Int?]?) -> Int? {
    guard let field else { return 0 }
    if field.count > 1, field[1] == 3 { return nil }
    return (max(1, (field.first ?? nil) ?? 1) - 1) & ~0b1100_0000
  }

  private static func with(_ field: [Int?]?, _ key: Key) -> Key? {
    switch held(field) {
    case 0: key
    case 1 where key == .tab: .backTab
    case 1 where [.enter, .escape, .backspace].contains(key): key
    case 1, 4, 5: further[key]
    default: nil
    }
  }

  /// The key of a character's number.
  private static func coded(_ field: [Int?], held modifiers: [Int?]?) -> Key? {
    guard let code = field[0] else { return nil }
    let named: [Int: Key] = [
      8: .backspace, 9: .tab, 13: .enter, 27: .escape, 127: .backspace, 57409: .character("."),
      57410: .character("/"), 57411: .character("*"), 57412: .character("-"),
      57413: .character("+"), 57414: .enter, 57415: .character("="), 57416: .character(","),
      57417: .left, 57418: .right, 57419: .up, 57420: .down, 57421: .pageUp, 57422: .pageDown,
      57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
    ]
    if let key = named[code] { return with(modifiers, key) }
    if (57376...57387).contains(code) { return with(modifiers, .function(code - 57363)) }
    let keypad = (57399...57408).contains(code) ? code - 57351 : code
    guard let held = held(modifiers),
      keypad == code && !(57344...63743).contains(code) || keypad < 58
    else { return nil }
    let shown = held == 1 && field.count > 1 ? field[1] ?? keypad : keypad
    guard shown >= 32, !(127...159).contains(shown),
      let scalar = UInt32(exactly: shown).flatMap(Unicode.Scalar.init)
    else { return nil }
    let letter = Character(scalar)
    switch held {
    case 0: return .character(letter)
    case 1:
      return .character(letter.uppercased().count == 1 ? Character(letter.uppercased()) : letter)
    case 2: return .alt(letter)
    case 4, 5: return scalar.isASCII ? .control(Character(letter.lowercased())) : nil
    default: return nil
    }
  }
}
