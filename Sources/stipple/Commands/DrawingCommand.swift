import ArgumentParser
import Diffusion

/// A command that draws samples: its flags say from which model, by which steps, led where.
///
/// The groups of flags are listed by each command itself: the argument parser checks groups within
/// groups over and over in debug builds, which cost half a second for each command line tested.
protocol DrawingCommand: ConsoleCommand {
  var outside: OutsideOption { get }
  var model: ModelOption { get }
  var sampling: SamplingOptions { get }
  var lists: GridListOptions { get }
  var settings: SamplerSettingOptions { get }
  var guidance: GuidanceOptions { get }
  var prompt: PromptOption { get }
  var schedule: ScheduleOptions { get }
  var keys: KeysOption { get }
  var seed: SeedOption { get }
  var count: CountOption { get }
}

extension DrawingCommand {
  /// The laboratory of a preset, edited by the flags.
  func laboratory(preset: String, on console: Console) throws(InputError) -> Laboratory {
    var laboratory = try console.laboratory(
      preset: preset, outside: outside,
      edits: [keys, schedule.withoutLearned, sampling, settings, guidance, prompt, seed])
    try model.check(for: laboratory)
    if schedule.isLearned {
      laboratory = try laboratory.learningSchedule(for: model, on: console)
    }
    return try lists.laboratory(laboratory)
  }

  /// Refuses flags that say how a run goes on step by step, for a method that has no such steps.
  ///
  /// - Parameter allowed: those of them that are of use all the same.
  func refuseSteps(
    because reason: String, allowing allowed: [String] = []
  ) throws(InputError) {
    let given = [
      ("--sampler", sampling.sampler != nil), ("--steps", sampling.steps != nil),
      ("--grid", sampling.grid != nil), ("--timestep-list", lists.timestepList != nil),
      ("--sigma-list", lists.sigmaList != nil), ("--schedule", schedule.schedule != nil),
      ("--timesteps", schedule.timesteps != nil), ("--variance", settings.variance != nil),
      ("--weak", guidance.weak != nil),
    ]
    if let flag = given.first(where: { $0.1 && !allowed.contains($0.0) })?.0 {
      throw InputError("\(flag): \(reason); leave it out")
    }
  }
}
