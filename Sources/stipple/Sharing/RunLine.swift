import Diffusion
import Yams

/// The line for the shell that opens the screen on an experiment and says some commands there.
///
/// It needs no file: whoever has the program can paste it. What has a flag of its own is said by
/// flags, everything else in the words of a preset.
struct RunLine {
  let text: String

  init(_ experiment: Experiment, script: [String]) throws(WorkError) {
    var rest = experiment.withoutUnusedSettings
    rest.distribution = rest.distribution.writtenOut
    var flagged = Experiment()
    var words = ["stipple", "run"] + Self.flags(for: rest, on: &flagged)
    if let keys = try Self.keys(of: rest, beyond: flagged) { words += ["--set", keys] }
    if !script.isEmpty { words += ["--play", script.joined(separator: "; ")] }
    text = words.map(Self.quoted).joined(separator: " ")
  }

  /// The flags, and in `flagged` the experiment they make of the standard one.
  private static func flags(
    for experiment: Experiment, on flagged: inout Experiment
  ) -> [String] {
    var words: [String] = []
    if experiment.seed != flagged.seed { words += ["--seed", "\(experiment.seed)"] }
    flagged.seed = experiment.seed
    if experiment.particles != flagged.particles {
      words += ["--particles", "\(experiment.particles)"]
    }
    flagged.particles = experiment.particles
    var schedule = flagged.schedule
    schedule.kind = experiment.schedule.kind
    schedule.timesteps = experiment.schedule.timesteps
    if schedule.withoutUnusedParameters == experiment.schedule {
      if schedule.kind != flagged.schedule.kind { words += ["--schedule", schedule.kind.id] }
      if schedule.timesteps != flagged.schedule.timesteps {
        words += ["--timesteps", "\(schedule.timesteps)"]
      }
      flagged.schedule = experiment.schedule
    }
    var sampler = experiment.sampler
    sampler.options = flagged.sampler.options
    if sampler.withoutUnusedSettings == experiment.sampler {
      if sampler.kind != flagged.sampler.kind { words += ["--sampler", sampler.kind.id] }
      if sampler.grid != flagged.sampler.grid { words += ["--grid", sampler.grid.id] }
      if let steps = sampler.steps { words += ["--steps", "\(steps)"] }
      flagged.sampler = experiment.sampler
    }
    return words
  }

  /// The keys of a preset whose values the flags did not say, on one line.
  private static func keys(
    of experiment: Experiment, beyond flagged: Experiment
  ) throws(WorkError) -> String? {
    let said = PresetWriter.entries(of: flagged, path: "preset.yaml")
    let pairs = PresetWriter.entries(of: experiment, path: "preset.yaml").compactMap { entry in
      let usual = said.first { $0.key == entry.key }?.value
      let isSaid = entry.value == usual || isTitleOfData(entry.key, experiment)
      return isSaid ? nil : entry.value.map { (Node(entry.key), brief($0, entry.key, usual)) }
    }
    guard !pairs.isEmpty else { return nil }
    do {
      return try Yams.serialize(node: Node(pairs, .implicit, .flow), width: -1)
        .split(whereSeparator: \.isNewline).joined(separator: " ")
    } catch {
      throw WorkError("the experiment cannot be written on a line: \(error)")
    }
  }

  /// Data bring their title with them.
  private static func isTitleOfData(_ key: String, _ experiment: Experiment) -> Bool {
    key == "title" && experiment.distribution != .standard
      && experiment.title == experiment.distribution.title
  }

  /// A value without the keys that are as usual, where those that are left out stay so.
  private static func brief(_ value: Node, _ key: String, _ usual: Node?) -> Node {
    guard ["model", "training"].contains(key), let mapping = value.mapping else { return value }
    let pairs = mapping.filter { pair in
      pair.key.string == "kind" || usual?.mapping?[pair.key] != pair.value
    }
    return Node(pairs.map { ($0.key, $0.value) }, .implicit, .flow)
  }

  /// A word as shells read it back: in quotes unless it needs none.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber || "._-/=:,".contains(letter))
    }
    if isPlain && !word.isEmpty { return word }
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: "'\\''") + "'"
  }
}

extension DistributionSpecification {
  /// The specification without a file that others do not have: its points one by one.
  fileprivate var writtenOut: DistributionSpecification {
    guard case .points(let points, let labels, let source) = self, PresetPath(source).isFile else {
      return self
    }
    return .points(points, labels: labels, source: Self.listSource)
  }
}
