import Diffusion
import Yams

/// The words of a line that lead from one experiment, a preset or the standard one, to another.
struct RunLineWords {
  typealias Entry = PresetWriter.Entry

  private let preset: String?
  private let flags: [RunLineFlag]
  /// The keys of a preset that the flags do not say, on one line.
  private let keys: String?

  /// - Parameters:
  ///   - entries: the experiment's keys of a preset.
  ///   - base: what the words begin with.
  ///   - name: the name of that, where it needs one.
  init(
    of experiment: Experiment, _ entries: [Entry], from base: Experiment, named name: String?
  ) throws(WorkError) {
    preset = name
    flags = RunLineFlag.flags(from: base.withoutUnusedSettings, to: experiment)
    var flagged = base.asShared
    for flag in flags { flag.apply(&flagged) }
    keys = try Self.keys(of: experiment, entries, from: base, beyond: flagged)
  }

  var all: [String] {
    ["stipple", "run"] + (preset.map { [$0] } ?? []) + flags.flatMap(\.words)
      + (keys.map { ["--set", $0] } ?? [])
  }

  /// How long the words are.
  var count: Int { all.reduce(0) { $0 + $1.count + 1 } }

  /// Whether the words, said of the base, give an experiment again.
  func lead(to experiment: Experiment, from base: Experiment) -> Bool {
    var read = base
    if let keys {
      guard let changed = try? PresetReader(file: "--set").experiment(from: keys, changing: base)
      else { return false }
      read = changed
    }
    for flag in flags { flag.apply(&read) }
    return read.asShared == experiment
  }

  private static func keys(
    of experiment: Experiment, _ entries: [Entry], from base: Experiment, beyond flagged: Experiment
  ) throws(WorkError) -> String? {
    let said = PresetWriter.entries(of: flagged, path: "preset.yaml")
    let changed = Set(
      entries.filter { entry in entry.value != said.first { $0.key == entry.key }?.value }
        .map(\.key))
    let spoken = changed.isDisjoint(with: PresetReader.methodKeys) ? changed : changed.union(way)
    let begun = PresetWriter.entries(of: base, path: "preset.yaml")
    let bringsTitle =
      changed.contains("distribution")
      && experiment.title == experiment.distribution.title
    let pairs = entries.compactMap { entry -> (Node, Node)? in
      guard spoken.contains(entry.key), let value = entry.value,
        !(entry.key == "title" && bringsTitle)
      else { return nil }
      let before = begun.first { $0.key == entry.key }?.value
      return (Node(entry.key), brief(value, entry.key, before))
    }
    guard !pairs.isEmpty else { return nil }
    do {
      return try Yams.serialize(node: Node(pairs, .implicit, .flow), width: -1)
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    } catch {
      throw WorkError("the experiment cannot be written on a line: \(error)")
    }
  }

  /// Keys that are read together: where one of them is said, the others would else be as usual.
  private static let way = Set(PresetReader.methodKeys + ["method", "schedule", "sampler"])

  /// A value without the keys that are as before, where those that are left out stay so.
  private static func brief(_ value: Node, _ key: String, _ before: Node?) -> Node {
    guard ["model", "training"].contains(key), let mapping = value.mapping else { return value }
    let pairs = mapping.filter { pair in
      pair.key.string == "kind" || before?.mapping?[pair.key] != pair.value
    }
    return Node(pairs.map { ($0.key, $0.value) }, .implicit, .flow)
  }
}
