import Diffusion
import Foundation
import Yams

extension PresetValue {
  /// Text, quoted or not; a number is text too. What would steer a terminal is a matter of whoever
  /// shows it.
  func text() throws(InputError) -> String {
    guard let scalar = node.scalar, !isNull, !scalar.string.isEmpty else {
      throw error("\(name) must be text, not \(kind)")
    }
    return scalar.string
  }

  /// A finite number.
  func number() throws(InputError) -> Double {
    guard let value = plainText.map(Self.withoutGaps).flatMap(Numeral.double) else {
      throw error("\(name) must be a finite number, not \(quotedKind)")
    }
    return value
  }

  /// A whole number of a type that holds it.
  func whole<Number: FixedWidthInteger>() throws(InputError) -> Number {
    let text = plainText.map(Self.withoutGaps)
    // 3000.0 and 1e3 are whole as well, where a Double holds every whole number.
    if let value = text.flatMap({ Number($0) }) { return value }
    if let real = text.flatMap(Numeral.double), abs(real) <= 1e15, let value = Number(exactly: real)
    {
      return value
    }
    let range = Number.isSigned ? "" : " from 0 to \(Number.max)"
    throw error("\(name) must be a whole number\(range), not \(quotedKind)")
  }

  /// True or false.
  func truth() throws(InputError) -> Bool {
    switch plainText?.lowercased() {
    // The words of YAML 1.1, which R and older tools write.
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw error("\(name) must be true or false, not \(quotedKind)")
    }
  }

  /// A list of a given number of finite numbers.
  ///
  /// - Parameter form: what would be right, such as `[first, last]`.
  func numbers(_ count: Int, form: String) throws(InputError) -> [Double] {
    guard let sequence = node.sequence, sequence.count == count else {
      throw error("\(name) must be \(form), not \(kind)")
    }
    return try items("number").map { item throws(InputError) in
      try PresetValue(item.node, file: file, name: "\(item.name) of \(name)").number()
    }
  }

  /// Two numbers as a point.
  func point(form: String) throws(InputError) -> Point {
    let numbers = try numbers(2, form: form)
    return Point(numbers[0], numbers[1])
  }

  /// A member of a family, by name.
  func member<Member: Choice>(of family: Member.Type) throws(InputError) -> Member {
    let word = try text()
    do throws(UnknownName) {
      return try Member.named(word)
    } catch {
      throw self.error(error.description)
    }
  }

  /// A member of a small family that is an enumeration, by name.
  func member<Member: RawRepresentable & CaseIterable>(
    of family: Member.Type, called familyName: String
  ) throws(InputError) -> Member where Member.RawValue == String {
    let word = try text()
    let known = Member.allCases.map(\.rawValue)
    guard let member = Spelling.known(word, among: known).flatMap(Member.init) else {
      throw error("\(UnknownName(name: word, family: familyName, known: known))")
    }
    return member
  }

  /// The text of a scalar without quotes: quoted digits are text, not a number, unless a tag such as
  /// `!!int` says what they are.
  private var plainText: String? {
    guard let scalar = node.scalar else { return nil }
    let tags: [Tag.Name] = [.int, .float, .bool]
    let isTagged = tags.contains { scalar.tag.description == $0.rawValue }
    return scalar.style == .plain || isTagged ? scalar.string : nil
  }

  /// What the value is, with its quotes told where they are what is wrong.
  private var quotedKind: String {
    guard let scalar = node.scalar, [.singleQuoted, .doubleQuoted].contains(scalar.style) else {
      return kind
    }
    return "\(kind) in quotes; take the quotes away"
  }

  /// Digits without the underscores that YAML 1.1 allows between them, as in 1_000.
  private static func withoutGaps(_ text: String) -> String {
    guard text.contains("_"), text.first != "_", text.last != "_" else { return text }
    return text.replacingOccurrences(of: "_", with: "")
  }
}
