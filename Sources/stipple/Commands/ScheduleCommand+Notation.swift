import Diffusion

/// A schedule in the words of others.
extension ScheduleCommand {
  /// EDM's: `x = s (y + sigma n)`.
  private struct EDMRow: Encodable {
    let step: Int
    let s: Double
    let sigma: Double
    let logSNR: Double

    enum CodingKeys: String, CodingKey {
      case step, s, sigma
      case logSNR = "log_snr"
    }
  }

  /// Flow matching's: `x_t = alpha x_1 + beta x_0`, t from noise (0) to data (1).
  private struct FlowRow: Encodable {
    let step: Int
    let t: Double
    let alpha: Double
    let beta: Double
    let logSNR: Double

    enum CodingKeys: String, CodingKey {
      case step, t, alpha, beta
      case logSNR = "log_snr"
    }
  }

  /// The table of a schedule, as CSV or as JSON.
  static func text(
    of schedule: Schedule, in notation: Notation, json: Bool
  ) throws -> String {
    switch notation {
    case .ddpm:
      let rows = rows(of: schedule)
      return try json ? JSONText.encode(rows) : table(rows).text
    case .edm:
      let rows = schedule.levels.enumerated().map { index, level in
        EDMRow(
          step: index + 1, s: level.alpha, sigma: level.relativeSigma, logSNR: level.logSNR)
      }
      if json { return try JSONText.encode(rows) }
      var table = CSVTable(columns: ["step", "s", "sigma", "log_snr"])
      for row in rows { table.append(indices: row.step, numbers: row.s, row.sigma, row.logSNR) }
      return table.text
    case .flowMatching:
      let rows = schedule.levels.enumerated().map { index, level in
        FlowRow(
          step: index + 1, t: notation.time(Double(index + 1) / Double(schedule.timesteps)),
          alpha: level.alpha, beta: level.sigma, logSNR: level.logSNR)
      }
      if json { return try JSONText.encode(rows) }
      var table = CSVTable(columns: ["step", "t", "alpha", "beta", "log_snr"])
      for row in rows {
        table.append(indices: row.step, numbers: row.t, row.alpha, row.beta, row.logSNR)
      }
      return table.text
    }
  }
}
