import ArgumentParser
import Diffusion

/// `stipple schedule`: every level of a schedule as a table.
struct ScheduleCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Print a noise schedule as a table.",
    discussion: """
      Row t, from 0 to T-1, is the level after noising step t+1: beta, alpha_bar, the kernel's \
      alpha and sigma in x = alpha * clean + sigma * noise, log_snr = 2 ln(alpha/sigma), and the \
      variance of q(x_t-1 | x_t, x_0).

      --notation edm has step, s and sigma of x = s (y + sigma n), flow-matching step, t (0 is noise), \
      alpha and beta of x_t = alpha x_1 + beta x_0.

      --schedule learned is the one along which the bound's estimate varies least, between the ends of the \
      preset's (log-SNRs of at most 15 either way) and for its data and --model. It is said by control \
      points, which meet the clean end and the noisy one nearly. --as-preset prints the preset with it.

      Examples:
        stipple schedule --schedule cosine --timesteps 50
        stipple schedule too-few-steps --json
        stipple schedule two-moons --schedule learned --as-preset > steady-moons.yaml
      """)

  @Argument(help: "The preset whose schedule is printed.", completion: .preset)
  var preset: String?

  @OptionGroup var outside: OutsideOption

  @OptionGroup var options: ScheduleOptions
  @OptionGroup var model: ModelOption
  @OptionGroup var notation: NotationOption
  @OptionGroup var keys: KeysOption

  @Flag(help: "Print JSON, a list of rows, in place of CSV.")
  var json = false

  @Flag(help: "Print the preset with this schedule, in place of a table.")
  var asPreset = false

  func validate() throws {
    if asPreset && (json || notation.notation != nil) {
      throw ValidationError("--as-preset prints no table: leave out --json and --notation")
    }
    if model.model != ModelOption.exact && !options.isLearned {
      throw ValidationError("--model is what a schedule is learned for: say --schedule learned")
    }
  }

  func run(on console: Console) throws {
    let experiment = try experiment(on: console)
    try console.output(
      asPreset
        ? PresetWriter.text(of: experiment)
        : Self.text(of: Schedule(experiment.schedule), in: notation.inUse, json: json))
  }

  /// The experiment of the preset along the schedule that is asked for.
  private func experiment(on console: Console) throws(InputError) -> Experiment {
    let edits: [any ExperimentOptions] = [keys, options.withoutLearned]
    if !options.isLearned {
      return try console.experiment(preset: preset, outside: outside, edits: edits)
    }
    let laboratory = try console.laboratory(preset: preset, outside: outside, edits: edits)
    try model.check(for: laboratory)
    return try laboratory.learningSchedule(for: model, on: console).experiment
  }

  /// One level of a schedule.
  struct Row: Encodable {
    let t: Int
    let beta: Double
    let alphaBar: Double
    let alpha: Double
    let sigma: Double
    let logSNR: Double
    let posteriorVariance: Double

    enum CodingKeys: String, CodingKey, CaseIterable {
      case t
      case beta
      case alphaBar = "alpha_bar"
      case alpha
      case sigma
      case logSNR = "log_snr"
      case posteriorVariance = "posterior_variance"
    }
  }

  static func rows(of schedule: Schedule) -> [Row] {
    schedule.levels.enumerated().map { t, level in
      Row(
        t: t, beta: schedule.betas[t], alphaBar: level.alphaBar, alpha: level.alpha,
        sigma: level.sigma, logSNR: level.logSNR,
        posteriorVariance: schedule.posteriorVariance(atIndex: t))
    }
  }

  static func table(_ rows: [Row]) -> CSVTable {
    var table = CSVTable(columns: Row.CodingKeys.allCases.map(\.rawValue))
    for row in rows {
      table.append(
        indices: row.t,
        numbers: row.beta, row.alphaBar, row.alpha, row.sigma, row.logSNR, row.posteriorVariance)
    }
    return table
  }
}
