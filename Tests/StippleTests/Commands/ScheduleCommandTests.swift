import Testing

@testable import stipple

@Suite struct ScheduleCommandTests {
  /// Columns of a reference file that the command prints too, and where.
  private static let columns = [(1, 1), (3, 2), (4, 3), (5, 4), (8, 5), (9, 6)]

  @Test(
    .reference("01_schedules/linear_T50.csv"),
    arguments: [
      ("linear", "linear"), ("scaled-linear", "scaled_linear"), ("sigmoid", "sigmoid"),
      ("cosine", "squaredcos_cap_v2"),
    ])
  func theTableIsTheReference(name: String, reference: String) throws {
    let run = Invocation("schedule", "--schedule", name, "--timesteps", "50")
    #expect(run.status == 0 && run.notes.isEmpty)
    #expect(run.lines.first == "t,beta,alpha_bar,alpha,sigma,log_snr,posterior_variance")
    let expected = try ReferenceFile.rows("01_schedules/\(reference)_T50.csv")
    let rows = run.rows
    #expect(rows.count == expected.count)
    for (row, reference) in zip(rows, expected) {
      #expect(row[0] == reference[0])
      for (theirs, ours) in Self.columns {
        let deviation = abs(row[ours] - reference[theirs]) / (1e-3 + abs(reference[theirs]))
        #expect(deviation < 1e-9, "t \(row[0]), column \(ours)")
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
