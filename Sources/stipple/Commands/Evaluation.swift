import Diffusion

/// The figures of `stipple evaluate`, with all that is needed to judge and repeat them.
struct Evaluation: Encodable {
  /// One measure of quality.
  struct Figure: Encodable {
    let metric: String
    let value: Double
    /// The same measure of real data, or the exact value, where there is one.
    let floor: Double?
    /// How the measure is defined, and what its floor is.
    let definition: String
  }

  let data: String
  let model: String
  let schedule: String
  let timesteps: Int
  let sampler: String
  let grid: String
  let steps: Int
  /// How often the model was asked for each sample.
  let networkCalls: Int
  /// The number of samples, and of points of real data.
  let n: Int
  let seed: UInt64
  let figures: [Figure]

  /// Draws samples and measures them.
  init(
    of denoiser: any Denoiser, named model: String, in laboratory: Laboratory, count: Int,
    measuresScore: Bool
  ) {
    let experiment = laboratory.experiment
    let process = laboratory.reverseProcess(with: denoiser)
    let meter = QualityMeter(
      mixture: laboratory.mixture, count: count, randomness: experiment.randomness)
    let report = meter.report(
      on: process.run(from: laboratory.start(count: count)), networkCalls: process.networkCalls)
    data = experiment.distribution.title
    self.model = model
    schedule = experiment.schedule.kind.id
    timesteps = experiment.schedule.timesteps
    sampler = experiment.sampler.kind.id
    grid = experiment.sampler.grid.id
    steps = laboratory.grid.steps
    networkCalls = report.networkCalls
    n = report.count
    seed = report.seed
    figures =
      Self.distances(report) + Self.modes(report)
      + (measuresScore ? Self.scoreErrors(of: denoiser, in: laboratory) : [])
  }

  /// The figures as a table, each row complete by itself.
  var csv: String {
    let header = "metric,value,floor,n,seed,network_calls,definition\n"
    return header
      + figures.map { figure in
        let floor = figure.floor.map { "\($0)" } ?? ""
        return "\(figure.metric),\(figure.value),\(floor),\(n),\(seed),\(networkCalls),"
          + "\(figure.definition)\n"
      }.joined()
  }

  private static func distances(_ report: QualityReport) -> [Figure] {
    let floor = "over 64 directions; floor: real against real"
    return [
      Figure(
        metric: "sliced_w2", value: report.distances.second, floor: report.floor.distances.second,
        definition: "root of the mean squared Wasserstein-2 distance \(floor)"),
      Figure(
        metric: "sliced_w1", value: report.distances.first, floor: report.floor.distances.first,
        definition: "mean Wasserstein-1 distance \(floor)"),
    ]
  }

  private static func modes(_ report: QualityReport) -> [Figure] {
    let found = Figure(
      metric: "modes_found", value: Double(report.modesFound),
      floor: Double(report.modesExpected),
      definition: "labels with half of their share within 3 std; floor: how many there are")
    let within = Figure(
      metric: "share_within_3_std", value: report.shareWithinThree,
      floor: report.idealShareWithinThree ?? report.floor.shareWithinThree,
      definition: "samples within 3 std of a component; floor: the exact share or that of real data"
    )
    let shares = report.census.modes.map { mode in
      Figure(
        metric: "share_of_\(CSVTable.field(mode.label))", value: mode.share,
        floor: mode.expectedShare,
        definition: "samples nearest to this label; floor: its share of the distribution")
    }
    return [found, within] + shares
  }

  private static func scoreErrors(
    of denoiser: any Denoiser, in laboratory: Laboratory
  ) -> [Figure] {
    let errors = ScoreError.profile(
      of: denoiser, against: laboratory.mixture, along: laboratory.schedule,
      randomness: laboratory.experiment.randomness)
    return errors.map { error in
      let t = laboratory.schedule.levels.firstIndex(of: error.level) ?? 0
      return Figure(
        metric: "score_error_t\(t)", value: error.relative, floor: 0,
        definition: "E|noise - exact|^2 / E|exact|^2 at level t on \(error.count) exact points")
    }
  }
}
