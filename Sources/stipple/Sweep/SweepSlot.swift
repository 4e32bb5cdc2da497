import Yams

/// A place in a grid where a value stands, with the values it takes one after another.
struct SweepSlot {
  /// The value of one run at a place.
  struct Choice {
    let path: [String]
    let value: Node
  }

  /// The keys that lead there.
  let path: [String]
  let values: [Node]
  /// Whether the values stand in a list, be it of one.
  var isListed = false

  var key: String { path.joined(separator: ".") }

  /// Keys whose value is a list by itself, with how deep: only a list of such lists is several
  /// values.
  private static let depths = [
    "hidden": 1, "beta": 1, "sigma": 1, "interval": 1, "mean": 1, "components": 1, "points": 2,
    "covariance": 2,
  ]

  /// All places of a mapping, in its order.
  static func slots(
    of root: PresetValue, without keys: Set<String>
  ) throws(InputError) -> [SweepSlot] {
    try slots(of: root, at: []).filter { !keys.contains($0.path[0]) }
  }

  private static func slots(
    of value: PresetValue, at path: [String]
  ) throws(InputError) -> [SweepSlot] {
    guard let mapping = value.node.mapping, !mapping.isEmpty else {
      return [try slot(of: value, at: path)]
    }
    var slots: [SweepSlot] = []
    for (key, node) in mapping {
      let name = key.scalar?.string ?? ""
      slots += try self.slots(
        of: PresetValue(node, file: value.file, name: name), at: path + [name])
    }
    return slots
  }

  private static func slot(
    of value: PresetValue, at path: [String]
  ) throws(InputError) -> SweepSlot {
    // Labels that a word covers are a list.
    let own = path.first == "words" ? 1 : depths[path.last ?? ""] ?? 0
    guard let items = value.node.sequence, depth(of: value.node) > own else {
      return SweepSlot(path: path, values: [value.node])
    }
    if items.isEmpty { throw value.error("\(value.name) has no values") }
    return SweepSlot(path: path, values: Array(items), isListed: true)
  }

  private static func depth(of node: Node) -> Int {
    guard let items = node.sequence else { return 0 }
    return 1 + (items.first.map(depth) ?? 0)
  }

  /// A value with those of one run in it; places are kept.
  static func resolved(_ node: Node, at path: [String] = [], _ choices: [Choice]) -> Node {
    if let choice = choices.first(where: { $0.path == path }) { return choice.value }
    guard let mapping = node.mapping else { return node }
    let pairs = mapping.map { key, value in
      (key, resolved(value, at: path + [key.scalar?.string ?? ""], choices))
    }
    return .mapping(Node.Mapping(pairs, mapping.tag, .flow, mapping.mark))
  }

  /// A value on one line.
  static func line(_ node: Node) -> String {
    let text = (try? Yams.serialize(node: flowing(node), width: -1)) ?? ""
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func flowing(_ node: Node) -> Node {
    switch node {
    case .mapping(let mapping):
      .mapping(
        Node.Mapping(mapping.map { ($0.key, flowing($0.value)) }, mapping.tag, .flow))
    case .sequence(let items):
      .sequence(Node.Sequence(items.map(flowing), items.tag, .flow))
    case .scalar, .alias: node
    }
  }
}
