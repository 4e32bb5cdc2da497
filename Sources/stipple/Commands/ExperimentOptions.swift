import ArgumentParser
import Diffusion

/// Flags that edit the experiment of a preset.
protocol ExperimentOptions: ParsableArguments {
  func apply(to experiment: inout Experiment) throws(InputError)
}

/// The flag that lets a preset read what does not belong to it.
struct OutsideOption: ParsableArguments {
  @Flag(help: "Let the preset name files outside its own folder.")
  var allowOutside = false
}

/// The flag that reseeds an experiment.
struct SeedOption: ExperimentOptions {
  @Option(
    parsing: .unconditional,
    help: "The seed of all randomness; the same seed gives the same numbers.",
    transform: FlagValue.seed)
  var seed: UInt64?

  func apply(to experiment: inout Experiment) {
    if let seed { experiment.seed = seed }
  }
}

/// The flag that chooses how many points are shown.
struct CrowdOption: ExperimentOptions {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many points are shown.", valueName: "n"),
    transform: FlagValue.whole)
  var particles: Int?

  func apply(to experiment: inout Experiment) {
    if let particles { experiment.particles = particles }
  }
}

/// The flag that says how many samples are drawn.
struct CountOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many points; the preset's particles if not given.", valueName: "n"),
    transform: FlagValue.whole)
  var count: Int?

  func validate() throws {
    if let count, !(1...PointFile.mostPoints).contains(count) {
      throw ValidationError("--count must be from 1 to \(PointFile.mostPoints), not \(count)")
    }
  }
}

/// Flags that choose a schedule.
struct ScheduleOptions: ExperimentOptions {
  @Option(
    help: ArgumentHelp(
      "The noise schedule; see 'stipple list schedules'. For sample, evaluate and schedule also"
        + " learned: between the ends of the preset's, for the bound's estimate to vary least.",
      valueName: "name"),
    completion: .list(ScheduleChoice.names),
    transform: FlagValue.list(of: ScheduleChoice.init(word:)))
  var schedule: [ScheduleChoice]?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The schedule's number of noising steps, T.", valueName: "t"),
    transform: FlagValue.whole)
  var timesteps: Int?

  func apply(to experiment: inout Experiment) throws(InputError) {
    switch try FlagValue.one(schedule, of: "--schedule") {
    case .kind(let kind): experiment.schedule.kind = kind
    case .learned:
      throw InputError(
        "--schedule learned is for sample, evaluate and schedule; 'stipple schedule --schedule learned"
          + " --as-preset' writes a preset for all others")
    case nil: break
    }
    if let timesteps { experiment.setTimesteps(timesteps) }
  }

  /// Whether the schedule is to be learned.
  var isLearned: Bool { schedule == [.learned] }

  /// What else the flags say.
  var withoutLearned: ScheduleOptions {
    var options = self
    if isLearned { options.schedule = nil }
    return options
  }
}

/// Flags that choose how samples are drawn.
struct SamplingOptions: ExperimentOptions {
  @Option(
    help: ArgumentHelp("The sampler; see 'stipple list samplers'.", valueName: "name"),
    completion: FlagValue.names(of: Sampler.self),
    transform: FlagValue.list(of: FlagValue.member))
  var sampler: [Sampler]?

  @Option(
    help: ArgumentHelp("Where the steps fall; see 'stipple list grids'.", valueName: "name"),
    completion: FlagValue.names(of: GridKind.self), transform: FlagValue.member)
  var grid: GridKind?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The sampler's number of steps, at most T.", valueName: "n"),
    transform: FlagValue.list(of: FlagValue.whole))
  var steps: [Int]?

  /// Those that are given.
  var flags: [String] {
    [("--sampler", sampler != nil), ("--grid", grid != nil), ("--steps", steps != nil)]
      .filter(\.1).map(\.0)
  }

  func apply(to experiment: inout Experiment) throws(InputError) {
    if let sampler = try FlagValue.one(sampler, of: "--sampler") {
      experiment.sampler.kind = sampler
    }
    if let grid { experiment.sampler.grid = grid }
    if let steps = try FlagValue.one(steps, of: "--steps") { experiment.sampler.steps = steps }
  }
}

extension Console {
  /// The experiment of a preset, edited by flags and checked.
  func experiment(
    preset: String?, outside: OutsideOption? = nil, edits: [any ExperimentOptions]
  ) throws(InputError) -> Experiment {
    let presets = self.presets.allowing(outside)
    var experiment = Experiment()
    if let preset { experiment = try presets.experiment(named: preset) }
    var lowered: (said: Int, kept: Int)?
    for edit in edits {
      let said = experiment.sampler.steps
      try edit.apply(to: &experiment)
      if edit is ScheduleOptions, let said, let kept = experiment.sampler.steps, kept < said {
        lowered = (said, kept)
      }
    }
    do throws(ExperimentError) {
      try experiment.validate()
    } catch {
      throw InputError(error.description)
    }
    noteReading(of: experiment)
    if let lowered, experiment.sampler.steps == lowered.kept {
      note(
        "stipple: \(lowered.kept) steps, no more than there are timesteps; the preset says"
          + " \(lowered.said)")
    }
    return experiment
  }

  /// What a checked experiment describes, built.
  func laboratory(
    preset: String?, outside: OutsideOption? = nil, edits: [any ExperimentOptions]
  ) throws(InputError) -> Laboratory {
    let experiment = try experiment(preset: preset, outside: outside, edits: edits)
    do throws(ExperimentError) {
      let laboratory = try Laboratory(experiment)
      if let words = laboratory.thinningWords { note("stipple: \(words)") }
      noteStandardization(of: laboratory)
      if let warning = laboratory.scaleWarning { note("stipple: warning: \(warning)") }
      return laboratory
    } catch {
      throw InputError(error.description)
    }
  }
}

extension Console {
  /// Says that data was standardized where nobody has asked for it.
  private func noteStandardization(of laboratory: Laboratory) {
    guard !laboratory.frame.isIdentity, laboratory.experiment.standardize == nil else { return }
    let frame = laboratory.frame
    note(
      "stipple: the data is standardized, (x - (\(Float(frame.centre.x)), \(Float(frame.centre.y))))"
        + " / \(Float(frame.spread)), and results are in its own units; standardize: false in the"
        + " preset takes it as it is")
  }
}

extension PresetLibrary {
  /// The same presets, which may name files outside their folders if the flag says so.
  func allowing(_ outside: OutsideOption?) -> PresetLibrary {
    var library = self
    if outside?.allowOutside == true { library.isOutsideAllowed = true }
    return library
  }
}
