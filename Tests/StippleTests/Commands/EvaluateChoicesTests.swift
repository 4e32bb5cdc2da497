import Foundation
import Testing

@testable import stipple

/// Lists of choices, keys of a preset on the command line, and tables for people.
@Suite struct EvaluateChoicesTests {
  private static let ring = ["evaluate", "eight-gaussians", "--count", "60", "--metrics", "modes"]

  @Test func everyCombinationHasAColumnWithTheFiguresOfItsOwnRun() throws {
    let run = Invocation(
      list: Self.ring + ["--sampler", "ddim,heun", "--steps", "2,5"])
    let header = try #require(run.lines.first?.split(separator: ",").map(String.init))
    let titles = ["ddim 2 steps", "ddim 5 steps", "heun 2 steps", "heun 5 steps"]
    #expect(Array(header[...4]) == ["metric"] + titles)
    let alone = Invocation(list: Self.ring + ["--sampler", "heun", "--steps", "5"])
    for line in alone.lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let row = try #require(run.lines.first { $0.hasPrefix("\(fields[0]),") })
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(cells[4] == fields[1], "\(fields[0])")
    }
    #expect(run.lines.last?.hasPrefix("network_calls,2,5,3,9") == true)
  }

  @Test func tablesOfChoicesSayTheSeedsTheyHaveInCommon() throws {
    let rest = ["--sampler", "ddim", "--steps", "2,5"]
    for (seeds, expected) in [(["--seed", "3"], ["3", "1"]), (["--seeds", "2"], ["7", "2"])] {
      let run = Invocation(list: Self.ring + rest + seeds)
      let header = try #require(run.lines.first?.split(separator: ",").map(String.init))
      let first = try #require(header.firstIndex(of: "seed"))
      #expect(header[first - 1] == "n" && header[first + 1] == "seeds")
      let row = run.lines[1].split(separator: ",", omittingEmptySubsequences: false)
      #expect(row[first...(first + 1)].map(String.init) == expected)
    }
    let listed = Invocation(
      list: Self.ring + ["--sampler", "ddim", "--steps", "2", "--seeds", "3,5"])
    let header = try #require(listed.lines.first?.split(separator: ",").map(String.init))
    let first = try #require(header.firstIndex(of: "seed"))
    #expect(listed.lines[1].split(separator: ",", omittingEmptySubsequences: false)[first] == "")
  }

  @Test func everyChoiceThatStartsTooEarlyIsWarnedOf() {
    let run = Invocation(
      list: Self.ring + [
        "--sampler", "ddim", "--steps", "2", "--timesteps", "50", "--schedule", "cosine,linear",
      ])
    #expect(run.notes.count { $0.contains("warning: ") } == 1, "\(run.notes)")
    #expect(run.notes.contains { $0.contains("warning: linear: not yet noise") }, "\(run.notes)")
  }

  @Test func seedsAndSchedulesMayBeListsToo() throws {
    let run = Invocation(
      list: Self.ring + [
        "--sampler", "ddim", "--steps", "2", "--seeds", "3,5", "--schedule",
        "linear,cosine", "--json",
      ])
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let choices = try #require(json?["choices"] as? [[String: Any]])
    #expect(
      choices.map { $0["choice"] as? String }
        == ["linear seed 3", "linear seed 5", "cosine seed 3", "cosine seed 5"])
    #expect(choices.map { $0["seed"] as? Int } == [3, 5, 3, 5])
    #expect(choices.map { $0["schedule"] as? String } == ["linear", "linear", "cosine", "cosine"])
  }

  @Test func oneChoiceThatFailsLeavesTheOthersStanding() throws {
    // Forty long steps of an SDE of that much noise multiply what one step only shifts.
    let run = Invocation(
      list: Self.ring + [
        "--set", "{prior: {arrangement: opposite}, solver: {kind: sde, diffusion: 100}}",
        "--steps", "1,40",
      ])
    #expect(run.status == 1 && run.notes.contains { $0.contains("40 steps: ") }, "\(run.notes)")
    let lines = try #require(run.lines.isEmpty ? nil : run.lines)
    #expect(lines[0].hasPrefix("metric,1 step,40 steps"))
    #expect(lines[1].split(separator: ",", omittingEmptySubsequences: false)[1] != "")
  }

  @Test(arguments: [
    (["sample", "eight-gaussians", "--steps", "1,2"], 2, "--steps takes one value here"),
    (["schedule", "--schedule", "linear,cosine"], 2, "--schedule takes one value here"),
    (["evaluate", "eight-gaussians", "--seeds", "1,2", "--seed", "1"], 64, "exclude one another"),
    (["evaluate", "eight-gaussians", "--steps", "1,2000"], 2, "steps"),
    (["evaluate", "eight-gaussians", "--steps", "1,2", "--guidance-weights", "1"], 64, "exclude"),
  ])
  func listsWhereTheyCannotBeAreRefused(arguments: [String], status: Int32, words: String) {
    let run = Invocation(list: arguments)
    #expect(run.status == status && run.notes[0].contains(words), "\(run.notes)")
  }

  @Test func aTerminalIsToldFiveDigitsInColumnsAndDefinitionsWhereAsked() throws {
    func text(_ arguments: [String], width: Int) -> [String] {
      var output = ""
      let console = Console(
        output: { output += $0 }, note: { _ in }, progress: nil,
        presets: PresetLibrary(folders: []), width: width)
      #expect(Program(console: console).run(Self.ring + ["--sampler", "ddim"] + arguments) == 0)
      return output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let lines = text(["--steps", "3"], width: 80)
    #expect(lines[0].hasPrefix("Eight Gaussians: exact, linear, ddim, 3 steps, n = 60, seed "))
    #expect(lines[2].hasPrefix("metric") && lines[2].hasSuffix("ideal"))
    #expect(lines.contains { $0.hasPrefix("modes_found") && $0.hasSuffix(" 8") })
    #expect(lines.dropFirst(2).allSatisfy { $0.count <= 80 && !$0.contains(",") })
    #expect(!lines.contains { $0.hasPrefix("modes_found: ") })
    #expect(text(["--steps", "3", "--long"], width: 80).contains { $0.hasPrefix("modes_found: ") })
    #expect(text(["--steps", "1,2"], width: 80)[0].contains("n = 60, seed 7"))
    let many = text(["--steps", "1,2,3,4,5,6,7,8"], width: 80)
    #expect(many.dropFirst().allSatisfy { $0.count <= 80 })
    #expect(many.count { $0.hasPrefix("metric") } > 1)
  }

  @Test(arguments: [
    ["sample", "eight-gaussians", "--count", "3", "--sampler", "ddim", "--steps", "1"],
    ["diffuse", "eight-gaussians", "--count", "3", "--t", "5"],
    ["schedule", "eight-gaussians"],
    ["evaluate", "eight-gaussians", "--count", "9", "--steps", "1", "--metrics", "modes"],
  ])
  func keysOfAPresetMayBeSaidOnTheCommandLine(arguments: [String]) {
    let plain = Invocation(list: arguments)
    let set = Invocation(
      list: arguments + ["--set", "{distribution: two-moons, schedule: cosine}"])
    #expect(plain.status == 0 && set.status == 0, "\(set.notes)")
    #expect(plain.output != set.output)
    let wrong = Invocation(list: arguments + ["--set", "{schedul: cosine}"])
    #expect(wrong.status == 2 && wrong.notes[0].contains("did you mean 'schedule'?"))
  }
}
