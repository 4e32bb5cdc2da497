import Diffusion
import Yams

/// What somebody chose of an assignment's open keys.
struct ChosenSettings: Sendable {
  /// All of it on one line of YAML, always written in the same way.
  let line: String
  /// The experiment of every part.
  let experiments: [Experiment]

  /// The key below which parts have settings of their own.
  static let parts = "parts"

  /// Nothing is chosen.
  init(of assignment: Assignment) {
    line = "{}"
    experiments = assignment.parts.map(\.experiment)
  }

  /// Reads keys of a preset, and under `parts` those of single parts by their names.
  ///
  /// - Parameter value: a whole preset too, which may say what is fixed as long as it says the same.
  init(_ value: PresetValue, of assignment: Assignment) throws(InputError) {
    let own = try Self.own(value, of: assignment)
    let common = Self.without(Self.parts, value)
    var changes: [Node] = []
    var experiments: [Experiment] = []
    for part in assignment.parts {
      var experiment = try Self.read(common, changing: part.experiment)
      if let own = own[part.name] { experiment = try Self.read(own, changing: experiment) }
      experiment.title = part.experiment.title
      experiment.particles = part.experiment.particles
      let difference = PresetDifference(from: part.experiment, to: experiment)
      for leaf in difference.leaves
      where !assignment.open(in: part).contains(where: { leaf.path.starts(with: $0) }) {
        let place = own[part.name].flatMap { $0.holds(leaf.path) ? $0 : nil } ?? common
        throw place.nearestValue(at: leaf.path).error(
          Self.refusal(of: leaf, part, assignment))
      }
      changes.append(difference.node)
      experiments.append(experiment)
    }
    self.experiments = experiments
    line = Self.line(changes, of: assignment)
  }

  private static func refusal(
    of leaf: PresetDifference.Leaf, _ part: AssignmentPart, _ assignment: Assignment
  ) -> String {
    let open = assignment.open(in: part).map { $0.joined(separator: ".") }.joined(separator: ", ")
    let value = leaf.value.map { ", not \(SweepSlot.line($0).excerpt)" } ?? ""
    let key = leaf.path.joined(separator: ".")
    let place = part.name.isEmpty ? "" : " in \(part.name)"
    return "\(key) is fixed by the assignment\(place)\(value); open: \(open)"
  }

  /// The settings of single parts by their names.
  private static func own(
    _ value: PresetValue, of assignment: Assignment
  ) throws(InputError) -> [String: PresetValue] {
    guard let node = value.value(called: parts) else { return [:] }
    let parts = PresetValue(node, file: value.file, name: Self.parts)
    let names = assignment.parts.map(\.name).filter { !$0.isEmpty }
    if names.isEmpty { throw parts.error("the assignment has one part; leave out 'parts'") }
    return try parts.entries(names)
  }

  private static func read(
    _ value: PresetValue, changing base: Experiment
  ) throws(InputError) -> Experiment {
    try PresetReader(file: value.file).experiment(reading: value, changing: base)
  }

  private static func without(_ key: String, _ value: PresetValue) -> PresetValue {
    guard let mapping = value.node.mapping else { return value }
    let rest = mapping.filter { Spelling.plain($0.key.scalar?.string ?? "") != key }
      .map { ($0.key, $0.value) }
    let node = Node.mapping(Node.Mapping(rest, mapping.tag, mapping.style, mapping.mark))
    return PresetValue(node, file: value.file, name: value.name)
  }

  /// What all parts share first, then what is special about each.
  private static func line(_ changes: [Node], of assignment: Assignment) -> String {
    let lines = changes.map(SweepSlot.line)
    if Set(lines).count == 1 { return lines[0] }
    let own = zip(assignment.parts, changes).map { (Node($0.0.name), $0.1) }
    let node = Node.mapping(
      Node.Mapping([(Node(parts), .mapping(Node.Mapping(own)))], .implicit, .flow))
    return SweepSlot.line(node)
  }
}

extension PresetValue {
  /// Whether the first key of a path is given.
  fileprivate func holds(_ path: [String]) -> Bool { path.first.flatMap(value(called:)) != nil }
}
