import Diffusion
import Yams

/// The keys of a preset in which one experiment differs from another.
struct PresetDifference {
  /// A key with the value that is new; nil where the key has gone.
  struct Leaf {
    let path: [String]
    let value: Node?
  }

  let leaves: [Leaf]

  /// What is no choice: how an experiment is called, and how many points a screen shows.
  private static let unread: Set = ["title", "particles"]

  init(from base: Experiment, to experiment: Experiment) {
    let (old, new) = (Self.values(of: base), Self.values(of: experiment))
    let changed = new.compactMap { path, value -> Leaf? in
      let before = old.first { $0.path == path }?.value
      return before.map(SweepSlot.line) == SweepSlot.line(value)
        ? nil : Leaf(path: path, value: value)
    }
    let gone = old.filter { entry in !new.contains { $0.path == entry.path } }
    leaves = changed + gone.map { Leaf(path: $0.path, value: nil) }
  }

  /// All keys that lead to a value, in the order in which presets are written.
  private static func values(of experiment: Experiment) -> [(path: [String], value: Node)] {
    PresetWriter.entries(of: experiment, path: "preset.yaml").flatMap { entry in
      entry.value.map { unread.contains(entry.key) ? [] : values(of: $0, at: [entry.key]) } ?? []
    }
  }

  private static func values(
    of node: Node, at path: [String]
  ) -> [(path: [String], value: Node)] {
    guard let mapping = node.mapping, !mapping.isEmpty else { return [(path, node)] }
    return mapping.flatMap { key, value in values(of: value, at: path + [key.scalar?.string ?? ""])
    }
  }

  /// The new values as keys of a preset.
  var node: Node { Self.node(of: leaves.compactMap { leaf in leaf.value.map { (leaf.path, $0) } }) }

  private static func node(of leaves: [([String], Node)]) -> Node {
    var pairs: [(Node, Node)] = []
    var done: Set<String> = []
    for (path, value) in leaves where done.insert(path[0]).inserted {
      let below = leaves.filter { $0.0[0] == path[0] }.map { (Array($0.0.dropFirst()), $0.1) }
      pairs.append((Node(path[0]), path.count == 1 ? value : node(of: below)))
    }
    return .mapping(Node.Mapping(pairs, .implicit, .flow))
  }
}
