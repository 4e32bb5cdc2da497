import ArgumentParser
import Diffusion
import Foundation
import Yams

/// Makes the runs of a grid, each held against what presets and flags know, so that no line is
/// printed that would be refused.
struct SweepRunReader {
  let root: PresetValue
  let preset: String
  let command: SweepRun.Command
  /// The preset that the runs change.
  let base: Experiment
  /// With how many digits runs are numbered.
  let digits: Int

  func run(
    _ index: Int, choosing choices: [SweepSlot.Choice]
  ) throws(InputError) -> SweepRun {
    let node = SweepSlot.resolved(root.node, choices)
    let keys = (node.mapping ?? [:]).filter { pair in
      !["preset", "command", "flags"].contains(pair.key.scalar?.string ?? "")
    }.map { ($0.key, $0.value) }
    let change = Node.mapping(Node.Mapping(keys, node.tag, .flow, node.mark))
    _ = try PresetReader(file: root.file, isOutsideAllowed: true).experiment(
      reading: PresetValue(change, file: root.file, name: "a preset"), changing: base)
    var words = [command.rawValue, preset]
    if !keys.isEmpty { words += ["--set", SweepSlot.line(change)] }
    words += try flags(of: node) + ["--json-line"]
    if command == .train { words += ["--output", weights(index)] }
    try check(words)
    return SweepRun(
      command: command, words: words, values: choices.map { SweepSlot.line($0.value) })
  }

  /// The file of a run's weights.
  private func weights(_ index: Int) -> String {
    let stem = URL(filePath: root.file).deletingPathExtension().lastPathComponent
    let number = "\(index + 1)"
    return "\(stem)-\(String(repeating: "0", count: digits - number.count))\(number).safetensors"
  }

  private func flags(of node: Node) throws(InputError) -> [String] {
    guard let flags = node.mapping?["flags"] else { return [] }
    let value = PresetValue(flags, file: root.file, name: "flags")
    guard let mapping = flags.mapping else {
      throw value.error("flags must be a mapping such as {count: 500, metrics: modes}")
    }
    var words: [String] = []
    for (key, flag) in mapping {
      let name = key.scalar?.string ?? ""
      let said = PresetValue(flag, file: root.file, name: name)
      if ["set", "json", "json-line", "output", "log"].contains(name) {
        throw PresetValue(key, file: root.file, name: name)
          .error("a sweep says --\(name) itself; leave it out")
      }
      let text = try said.text()
      words += text == "true" ? ["--\(name)"] : ["--\(name)", text]
    }
    return words
  }

  /// Refuses what the command line would.
  private func check(_ words: [String]) throws(InputError) {
    do {
      _ = try Stipple.parseAsRoot(words)
    } catch {
      let place = root.value(called: "flags").map {
        PresetValue($0, file: root.file, name: "flags")
      }
      throw (place ?? root).error(Stipple.message(for: error))
    }
  }
}
