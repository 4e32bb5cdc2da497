import ArgumentParser
import Diffusion

/// Flags that say how samples are drawn: from which model, by which steps, led where.
struct DrawingOptions: ParsableArguments {
  @OptionGroup var model: ModelOption
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var lists: GridListOptions
  @OptionGroup var settings: SamplerSettingOptions
  @OptionGroup var guidance: GuidanceOptions
  @OptionGroup var schedule: ScheduleOptions
  @OptionGroup var seed: SeedOption
  @OptionGroup var count: CountOption

  func validate() throws {
    try lists.validate(with: sampling)
  }

  /// The laboratory of a preset, edited by the flags.
  func laboratory(preset: String, on console: Console) throws(InputError) -> Laboratory {
    try lists.laboratory(
      console.laboratory(preset: preset, edits: [schedule, sampling, settings, guidance, seed]))
  }
}
