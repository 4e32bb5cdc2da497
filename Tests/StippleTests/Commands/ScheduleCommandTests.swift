import Testing

@testable import stipple

@Suite struct ScheduleCommandTests {
  /// Columns of a reference file that the command prints too, and where.
  private static let columns = [(1, 1), (3, 2), (4, 3), (5, 4), (8, 5), (9, 6)]

  @Test(
    .reference("01_schedules/linear_T50.csv"),
    arguments: [
      ("linear", "linear"), ("scaled-linear", "scaled_linear"), ("sigmoid", "sigmoid"),
      ("cosine", "squaredcos_cap_v2"), ("exp", "exp"), ("laplace", "laplace"),
      ("linear-rescaled", "linear_scaled1000"),
      ("scaled-linear-zero-snr", "scaled_linear_zero_snr"),
    ], [50, 100, 1000])
  func theTableIsTheReference(name: (ours: String, theirs: String), timesteps: Int) throws {
    let file = "01_schedules/\(name.theirs)_T\(timesteps).csv"
    // Rescaled by 1000/T, a thousand steps are the linear schedule itself.
    guard ReferenceFile.path(file) != nil else { return }
    let run = Invocation("schedule", "--schedule", name.ours, "--timesteps", "\(timesteps)")
    #expect(run.status == 0 && run.notes.isEmpty)
    #expect(run.lines.first == "t,beta,alpha_bar,alpha,sigma,log_snr,posterior_variance")
    let expected = try ReferenceFile.rows(file)
    let rows = run.rows
    #expect(rows.count == expected.count)
    for (row, reference) in zip(rows, expected) {
      #expect(row[0] == reference[0])
      for (theirs, ours) in Self.columns {
        if row[ours] == reference[theirs] { continue }
        let isLogarithm = ours == 5
        let scale = isLogarithm ? 1 : abs(reference[theirs])
        let deviation = abs(row[ours] - reference[theirs]) / scale
        #expect(deviation < (isLogarithm ? 1e-10 : 1e-11), "t \(row[0]), column \(ours)")
      }
    }
  }

  @Test func infiniteLogSNRIsSpelled() {
    let run = Invocation("schedule", "--schedule", "straight-line", "--timesteps", "4")
    #expect(run.lines.last?.split(separator: ",")[5] == "-inf")
    let json = Invocation("schedule", "--schedule", "straight-line", "--timesteps", "4", "--json")
    #expect(json.output.contains("\"log_snr\" : \"-inf\""))
  }

  @Test func aPresetGivesItsSchedule() throws {
    let scratch = try Scratch()
    _ = try scratch.write(
      "schedule: {kind: custom, timesteps: 3, points: [[0, 0.1], [1, 0.3]]}\n", to: "mine.yaml")
    let run = Invocation("schedule", "mine", presets: [scratch.path])
    #expect(run.rows.map { $0[1] } == [0.1, 0.2, 0.3])
  }
}
