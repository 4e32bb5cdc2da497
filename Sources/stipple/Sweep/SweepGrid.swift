import Diffusion
import Yams

/// A grid of runs: a command, a preset, and keys of a preset of which some have a list of values.
///
/// `runs` has one run for every combination, in the order of the keys in the file, the last one
/// fastest.
struct SweepGrid {
  /// A key with a list of values, such as `sampler.steps` with `5` and `10`.
  struct Axis: Equatable {
    let key: String
    /// The values as one line of YAML each.
    let values: [String]
  }

  let axes: [Axis]
  let runs: [SweepRun]

  /// The most runs of a grid.
  static let mostRuns = 10_000

  private static let ownKeys = ["preset", "command", "flags"]

  /// - Parameters:
  ///   - file: the grid's file; `train` names its weights after it.
  ///   - presets: where the preset is found that the runs change.
  init(text: String, file: String, presets: PresetLibrary) throws(InputError) {
    guard let node = try YAMLText.root(of: text, file: file) else {
      throw InputError(
        "a grid needs a preset and a command", file: file,
        place: InputError.Place(line: 1, column: 1))
    }
    let root = PresetValue(node, file: file, name: "a grid")
    let entries = try root.entries(Self.ownKeys + PresetReader.keys)
    guard let preset = entries["preset"] else { throw root.error("a grid needs a preset: NAME") }
    guard let command = entries["command"] else {
      throw root.error("a grid needs a command: \(SweepRun.Command.names)")
    }
    let named = try preset.text()
    let (base, name) = try Self.placed(preset) { () throws(InputError) in
      try presets.experiment(named: named, byFile: file)
    }
    let slots = try SweepSlot.slots(of: root, without: ["preset", "command"])
    let varied = slots.filter(\.isListed)
    let count = varied.reduce(1) { $0 > Self.mostRuns ? $0 : $0 * $1.values.count }
    if count > Self.mostRuns {
      throw root.error("the grid has more than \(Self.mostRuns) runs; make several of it")
    }
    let reader = SweepRunReader(
      root: root, preset: name, command: try SweepRun.Command(reading: command), base: base,
      digits: "\(count)".count)
    axes = varied.map { Axis(key: $0.key, values: $0.values.map(SweepSlot.line)) }
    var runs: [SweepRun] = []
    for index in 0..<count {
      runs.append(try reader.run(index, choosing: Self.choice(index, of: varied)))
    }
    self.runs = runs
  }

  /// The values of one run, the last key's changing fastest.
  private static func choice(_ index: Int, of slots: [SweepSlot]) -> [SweepSlot.Choice] {
    var rest = index
    let reversed = slots.reversed().map { slot in
      defer { rest /= slot.values.count }
      return SweepSlot.Choice(path: slot.path, value: slot.values[rest % slot.values.count])
    }
    return reversed.reversed()
  }

  /// Gives an error without a place that of a value.
  private static func placed<Result>(
    _ value: PresetValue, _ body: () throws(InputError) -> Result
  ) throws(InputError) -> Result {
    do throws(InputError) {
      return try body()
    } catch {
      throw error.place == nil ? value.error(error.message) : error
    }
  }
}
