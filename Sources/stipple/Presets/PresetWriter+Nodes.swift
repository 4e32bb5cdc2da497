import Diffusion
import Yams

extension PresetWriter {
  /// A mapping of the entries that have a value, or nil where none has.
  static func mapping(
    _ entries: [(key: String, value: Node?)], _ style: Node.Mapping.Style = .any
  ) -> Node? {
    let pairs = entries.compactMap { entry in entry.value.map { (Node(entry.key), $0) } }
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

  /// Text as a scalar; in double quotes where it would otherwise read as nothing, and where it has
  /// lines, which other styles write as lines of the file.
  static func text(_ string: String) -> Node {
    let plain = Node(string, .implicit, .plain)
    let readsAsNothing = PresetValue(plain, file: "", name: "").isNull
    let needsQuotes = readsAsNothing || string.contains(where: \.isNewline)
    return Node(string, .implicit, needsQuotes ? .doubleQuoted : .any)
  }

  /// A number so that every YAML reader takes it for one: many want a point before an exponent.
  static func spelled(_ number: Double) -> String {
    let text = "\(number)"
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}
