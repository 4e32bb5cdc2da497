import Diffusion

extension PresetValue {
  /// Text, quoted or not; a number is text too.
  func text() throws(InputError) -> String {
    guard let scalar = node.scalar, !isNull, !scalar.string.isEmpty else {
      throw error("\(name) must be text, not \(kind)")
    }
    if scalar.string.hasControls(besides: ["\n", "\t"]) {
      throw error("\(name) must be text without control characters")
    }
    return scalar.string
  }

  /// A finite number.
  func number() throws(InputError) -> Double {
    guard let value = plainText.flatMap(Numeral.double) else {
      throw error("\(name) must be a finite number, not \(kind)")
    }
    return value
  }

  /// A whole number of a type that holds it.
  func whole<Number: FixedWidthInteger>() throws(InputError) -> Number {
    guard let text = plainText, let value = Number(text) else {
      let range = Number.isSigned ? "" : " from 0 to \(Number.max)"
      throw error("\(name) must be a whole number\(range), not \(kind)")
    }
    return value
  }

  /// True or false.
  func truth() throws(InputError) -> Bool {
    guard let value = plainText.flatMap(Bool.init) else {
      throw error("\(name) must be true or false, not \(kind)")
    }
    return value
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

  /// The text of a scalar without quotes: quoted digits are text, not a number.
  private var plainText: String? {
    guard let scalar = node.scalar, scalar.style == .plain else { return nil }
    return scalar.string
  }
}
