import Diffusion
import TextScreen
import Yams

extension PresetWriter {
  /// A mapping of the entries that have a value, or nil where none has.
  static func mapping(
    _ entries: [(key: String, value: Node?)], _ style: Node.Mapping.Style = .any
  ) -> Node? {
    let pairs = entries.compactMap { entry in entry.value.map { (text(entry.key), $0) } }
    return pairs.isEmpty ? nil : Node(pairs, .implicit, style)
  }

  /// A member of a family with its parameters.
  static func family(_ kind: String, _ parameters: [(key: String, value: Node?)]) -> Node? {
    mapping([("kind", Node(kind))] + parameters, .flow)
  }

  static func ends(_ value: ScheduleSpecification.Ends) -> Node {
    list(numbers(value.first, value.last))
  }

  static func numbers(_ numbers: Double...) -> [Node] {
    numbers.map { Node(spelled($0)) }
  }

  static func list(_ items: [Node]) -> Node {
    Node(items, .implicit, .flow)
  }

  /// Text as a scalar; in double quotes unless every reader takes it for the same text without.
  static func text(_ string: String) -> Node {
    Node(string, .implicit, isPlainWord(string) ? .any : .doubleQuoted)
  }

  /// Whether a text needs no quotes: it begins with a letter, so it is no number, time or mark, has
  /// only what means nothing in YAML, and is none of the words that YAML 1.1 takes for a truth or
  /// for nothing.
  private static func isPlainWord(_ string: String) -> Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "na"]
    guard let first = string.utf8.first, isLetter(first), string.utf8.last != UInt8(ascii: " "),
      !words.contains(string.lowercased())
    else { return false }
    return string.utf8.allSatisfy { byte in
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || " _-./()+".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// A number so that every YAML reader takes it for one: many want a point before an exponent.
  static func spelled(_ number: Double) -> String {
    let text = "\(number)"
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}
