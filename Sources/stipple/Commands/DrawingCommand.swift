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
    let laboratory = try lists.laboratory(
      console.laboratory(
        preset: preset, outside: outside,
        edits: [keys, schedule, sampling, settings, guidance, prompt, seed]))
    try model.check(for: laboratory)
    return laboratory
  }
}
