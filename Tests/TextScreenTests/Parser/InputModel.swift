import Foundation

@testable import TextScreen

/// What some bytes mean, found in another way than by the parser: all of them are there at once, and
/// patterns say where each thing that begins somewhere ends. Patterns see a byte as the Latin-1
/// letter of its number.
struct InputModel {
  private(set) var events: [InputEvent] = []
  private let text: NSString
  private var place = 0

  init(_ bytes: [UInt8]) {
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    text = String(letters) as NSString
    while place < text.length {
      _ =
        paste() || oldMouse() || console() || shifted() || control() || single() || string()
        || marks() || alternate() || typed()
    }
  }

  /// What the pattern finds here, the whole and its groups; the place is behind it then.
  private mutating func find(_ pattern: NSRegularExpression) -> [String]? {
    let rest = NSRange(location: place, length: text.length - place)
    guard
      let found = pattern.firstMatch(in: text as String, options: .anchored, range: rest)
    else { return nil }
    place = NSMaxRange(found.range)
    return (0..<found.numberOfRanges).map {
      let range = found.range(at: $0)
      return range.location == NSNotFound ? "" : text.substring(with: range)
    }
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  /// The letter that these bytes are, where they are a whole one.
  private static func scalar(_ text: String) -> Unicode.Scalar? {
    String(validating: bytes(text), as: UTF8.self)?.unicodeScalars.first
  }

  private mutating func press(_ key: Key?) {
    if let key { events.append(.key(key)) }
  }
}

// MARK: - What can be found

extension InputModel {
  private mutating func paste() -> Bool {
    guard let start = find(.pasteStart) else { return false }
    let found = find(start[1].isEmpty ? .shortPaste : .paste)
    if let found, !found[2].isEmpty {
      events.append(.paste(String(decoding: Self.bytes(found[1]), as: UTF8.self)))
    }
    return true
  }

  private mutating func oldMouse() -> Bool {
    guard let found = find(.oldMouse) else { return false }
    if let mouse = Mouse(bytes: Self.bytes(found[2])) { events.append(.mouse(mouse)) }
    return true
  }

  private mutating func console() -> Bool {
    guard let found = find(.console) else { return false }
    let number = ["A", "B", "C", "D", "E"].firstIndex(of: found[2])
    if found[1].count < 2, let number { press(.function(number + 1)) }
    return true
  }

  private mutating func shifted() -> Bool { find(.shifted) != nil }

  private mutating func control() -> Bool {
    guard let found = find(.control) else { return false }
    guard let final = found[3].unicodeScalars.first, final.value >= 0x40,
      let sequence = SequenceModel(found[2], final)
    else { return true }
    // A second escape is the Alt key, which makes other keys, but is nothing to the mouse.
    let event = sequence.event ?? sequence.key.map(InputEvent.key)
    if let event, !(event.isKey && found[1].count > 1) { events.append(event) }
    return true
  }

  private mutating func single() -> Bool {
    guard let found = find(.single) else { return false }
    guard found[1].count < 2, let final = found[3].unicodeScalars.first, final.value >= 0x20,
      let sequence = SequenceModel(found[2].filter { "0123456789;".contains($0) }, final)
    else { return true }
    press(sequence.keypad)
    return true
  }

  private mutating func string() -> Bool {
    guard let found = find(.string) else { return false }
    let isWhole =
      ["\u{7}", "\u{9C}", "\u{C2}\u{9C}"].contains(found[3]) || found[3].hasSuffix("\\")
    let inside = String(decoding: Self.bytes(found[2]).prefix(256), as: UTF8.self)
    guard isWhole else { return true }
    if "]\u{9D}".contains(found[1]), inside.hasPrefix("11;"),
      let colour = RGB(reported: String(inside.dropFirst(3)))
    {
      events.append(.background(colour))
    }
    if "P\u{90}".contains(found[1]), inside.hasPrefix(">|") {
      events.append(.reply(.version(String(inside.dropFirst(2)))))
    }
    return true
  }

  private mutating func marks() -> Bool { find(.marks) != nil }

  private mutating func alternate() -> Bool {
    guard let found = find(.alternate) else { return false }
    guard found[1].count == 1, let scalar = Self.scalar(found[2]) else { return true }
    if scalar == "\t" { press(.backTab) }
    let isSeen = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    if isSeen { press(.alt(Character(scalar))) }
    return true
  }

  private mutating func typed() -> Bool {
    guard let found = find(.typed) else { return false }
    if let scalar = Self.scalar(found[0]), !(0x80...0x9F).contains(scalar.value) {
      press(Key(typed: scalar))
    }
    return true
  }
}

// MARK: - Patterns

extension NSRegularExpression {
  /// What may stand within a sequence and says nothing.
  private static let noise = #"[\x00-\x17\x19\x1C-\x1F\x7F]*+"#
  /// The same, with bytes that make a sequence mean nothing.
  private static let dirt = #"[\x00-\x17\x19\x1C-\x1F\x7F-\xFF]*+"#
  /// As much of a letter in UTF-8 as there is of it from its first byte on.
  private static let letter =
    #"(?:[\xC2-\xDF][\x80-\xBF]?|\xE0(?:[\xA0-\xBF][\x80-\xBF]?)?|\xED(?:[\x80-\x9F][\x80-\xBF]?)?"#
    + #"|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{0,2}|\xF0(?:[\x90-\xBF][\x80-\xBF]{0,2})?"#
    + #"|[\xF1-\xF3][\x80-\xBF]{0,3}|\xF4(?:[\x80-\x8F][\x80-\xBF]{0,2})?)"#

  /// The escapes are a group; there are none where it begins with one byte above 127.
  private static func opening(_ seven: String, _ eight: String) -> String {
    #"(?:(\x1B+)\#(seven)|\x1B*\xC2?\#(eight))"#
  }

  private static let csi = opening(#"\["#, #"\x9B"#)

  private static func compiled(_ pattern: String) -> NSRegularExpression {
    do {
      return try NSRegularExpression(pattern: pattern)
    } catch {
      preconditionFailure("the model has a pattern that is none: \(pattern)")
    }
  }

  // Patterns are values that never change.
  static let pasteStart = compiled(csi + "200~".map { noise + String($0) }.joined())
  static let paste = compiled(#"((?:(?!\x1B\[201~)[\s\S])*+)(\x1B\[201~)?"#)
  /// Its end is none where it is within a letter.
  static let shortPaste = compiled(
    #"((?:(?!\xC2?\x9B201~)(?:\#(letter)|[\s\S]))*+)(\xC2?\x9B201~)?"#)
  static let oldMouse = compiled(
    csi + noise + #"M(?:([^\x18\x1A\x1B]{3})|[^\x18\x1A\x1B]{0,2}[\x18\x1A]?)"#)
  static let console = compiled(csi + noise + #"\[([^\x1B]?)"#)
  static let shifted = compiled(csi + "(?:\(dirt)[0-9])+" + dirt + #"\$"#)
  static let control = compiled(csi + #"([^\x18\x1A\x1B@-~]*+)([@-~\x18\x1A]?)"#)
  static let single = compiled(
    opening("O", #"\x8F"#) + #"((?:[^\x18\x1A\x1B\x20-\x7E]|[0-9;])*+)([\x20-\x7E\x18\x1A]?)"#)
  static let string = compiled(
    #"(?:\x1B+|\x1B*\xC2?(?=[\x80-\x9F]))([P\]_^X\x90\x98\x9D-\x9F])"#
      + #"((?:(?!\xC2\x9C)\#(letter)|[^\x07\x18\x1A\x1B\x9C\xC2-\xF4])*+)"#
      + #"(\x07|\xC2?\x9C|[\x18\x1A]|\x1B+\\|\x1B*(?=\x1B[^\x1B])|\x1B*\z)"#)
  static let marks = compiled(#"\x1B+[ -/][^\x18\x1A\x1B0-~]*+[0-~\x18\x1A]?"#)
  static let alternate = compiled(#"(\x1B+)([^\x1B\x80-\xFF]|\#(letter)|[\x80-\xFF]|\z)"#)
  static let typed = compiled(#"[\x00-\x7F]|\#(letter)|[\x80-\xFF]"#)
}
