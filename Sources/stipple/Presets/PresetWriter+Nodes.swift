import Diffusion
import Yams

extension PresetWriter {
  /// A mapping of the entries that have a value, or nil where none has.
  static func mapping(_ entries: [(key: String, value: Node?)]) -> Node? {
    let pairs = entries.compactMap { entry in entry.value.map { (Node(entry.key), $0) } }
    return pairs.isEmpty ? nil : Node(pairs)
  }

  /// A member of a family with parameters: a bare name where the parameters are the usual ones,
  /// nil where the member is the usual one too.
  static func family(_ kind: Node?, _ parameters: [(key: String, value: Node?)]) -> Node? {
    guard let parameters = mapping(parameters)?.mapping else { return kind }
    let pairs = (kind.map { [(Node("kind"), $0)] } ?? []) + parameters.map { ($0.key, $0.value) }
    return Node(pairs, .implicit, .flow)
  }

  /// The value where it differs from the standard one.
  static func differing<Value: Equatable>(_ value: Value, _ standard: Value) -> Node? {
    value == standard ? nil : Node("\(value)")
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

  /// Text as a scalar; in quotes where it would otherwise read as nothing.
  static func text(_ string: String) -> Node {
    let plain = Node(string, .implicit, .plain)
    let readsAsNothing = PresetValue(plain, file: "", name: "").isNull
    return Node(string, .implicit, readsAsNothing ? .doubleQuoted : .any)
  }

  /// A number so that every YAML reader takes it for one: many want a point before an exponent.
  static func spelled(_ number: Double) -> String {
    let text = "\(number)"
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}
