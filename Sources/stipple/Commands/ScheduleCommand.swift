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

      Examples:
        stipple schedule --schedule cosine --timesteps 50
        stipple schedule too-few-steps --json
      """)

  @Argument(help: "The preset whose schedule is printed.", completion: .preset)
  var preset: String?

  @OptionGroup var outside: OutsideOption

  @OptionGroup var options: ScheduleOptions
  @OptionGroup var notation: NotationOption
  @OptionGroup var keys: KeysOption

  @Flag(help: "Print JSON, a list of rows, in place of CSV.")
  var json = false

  func run(on console: Console) throws {
    let experiment = try console.experiment(
      preset: preset, outside: outside, edits: [keys, options])
    try console.output(
      Self.text(of: Schedule(experiment.schedule), in: notation.inUse, json: json))
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
