import Foundation
import Testing

@testable import stipple

@Suite("A sweep")
struct SweepCommandTests {
  private static let grid = """
    preset: eight-gaussians
    command: evaluate
    sampler: {kind: [ddim, heun], steps: [2, 3]}
    seed: [1, 2]
    flags: {metrics: sliced-wasserstein, count: 60}
    """

  private func file(_ text: String, in scratch: borrowing Scratch) throws -> String {
    try scratch.write(text, to: "grid.yaml")
  }

  /// What a shell makes of a line.
  private func words(_ line: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "stipple() { for word; do echo \"$word\"; done; }; \(line)"]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// What all lines print, one after another.
  private func results(of lines: [String]) throws -> [String] {
    try lines.map { line in
      let run = Invocation(list: try words(line))
      #expect(run.status == 0, "\(run.notes)")
      return run.output
    }
  }

  @Test("prints a command for every combination, the last key fastest")
  func lines() throws {
    let scratch = try Scratch()
    let sweep = Invocation("sweep", try file(Self.grid, in: scratch))
    #expect(sweep.status == 0)
    #expect(sweep.lines.count == 8)
    let sets = try sweep.lines.map { try words($0)[3] }
    #expect(
      sets.prefix(3) == [
        "{sampler: {kind: ddim, steps: 2}, seed: 1}", "{sampler: {kind: ddim, steps: 2}, seed: 2}",
        "{sampler: {kind: ddim, steps: 3}, seed: 1}",
      ])
    #expect(Set(sets).count == 8)
  }

  @Test("takes a list of one value as that value, and has a column for it")
  func listOfOne() throws {
    let scratch = try Scratch()
    let rest = "preset: flow-map, command: sample, sampler: {steps: [2, 3]}"
    let listed = Invocation("sweep", try file("{\(rest), seed: [5]}", in: scratch))
    let plain = Invocation("sweep", try file("{\(rest), seed: 5}", in: scratch))
    #expect(listed.status == 0 && listed.lines.count == 2)
    #expect(listed.output == plain.output)
    let grid = try SweepGrid(
      text: "{preset: flow-map, command: sample, seed: [5], model: {hidden: [8, 8]}}",
      file: "grid.yaml", presets: PresetLibrary(folders: []))
    #expect(grid.axes.map(\.key) == ["seed"])
  }

  @Test("collects the same table from results in any order and in any number of files")
  func collecting() throws {
    let scratch = try Scratch()
    let grid = try file(Self.grid, in: scratch)
    let results = try results(of: Invocation("sweep", grid).lines)
    #expect(results.allSatisfy { $0.filter(\.isNewline).count == 1 })
    let whole = try scratch.write(results.joined(), to: "whole.jsonl")
    let first = try scratch.write(results[5...].reversed().joined(), to: "first.jsonl")
    let second = try scratch.write(results[..<5].joined(), to: "second.jsonl")
    let table = Invocation("sweep", grid, "--collect", whole)
    #expect(table.status == 0)
    #expect(table.output == Invocation("sweep", grid, "--collect", first, second).output)
    #expect(table.lines.count == 9)
    #expect(table.lines[0].hasPrefix("sampler.kind,sampler.steps,seed,"))
    #expect(table.lines[0].contains(",sliced_w2,") && table.lines[0].contains("sliced_w2_floor"))
    #expect(table.lines[8].hasPrefix("heun,3,2,"))
    // The figures are those of the runs, to the last digit.
    for (result, row) in zip(results, table.lines.dropFirst()) {
      let fields = row.split(separator: ",")
      for value in result.matches(of: /"value":(-?[0-9.]+)[,}]/) {
        #expect(fields.contains(value.1), "\(value.1) of \(row)")
      }
    }
    let alone = Invocation(
      "evaluate", "eight-gaussians", "--sampler", "heun", "--steps", "3", "--seed", "2",
      "--metrics", "sliced-wasserstein", "--count", "60")
    let row = try #require(alone.lines.first { $0.hasPrefix("sliced_w2,") })
    let value = row.split(separator: ",")[1]
    #expect(table.lines[8].contains(",\(value),"))
  }

  @Test("finds the runs of a worker that was killed")
  func missingRuns() throws {
    let scratch = try Scratch()
    let grid = try file(Self.grid, in: scratch)
    let lines = Invocation("sweep", grid).lines
    let results = try results(of: Array(lines.prefix(3)))
    let torn = results[0] + results[1] + results[2].prefix(40)
    let file = try scratch.write(torn, to: "torn.jsonl")
    let missing = Invocation("sweep", grid, "--missing", file)
    #expect(missing.lines == Array(lines.dropFirst(2)))
    #expect(missing.notes.contains { $0.contains("torn.jsonl:3:1: no whole line of JSON") })
    let none = Invocation("sweep", grid, "--missing", "\(scratch.path)/none.jsonl")
    #expect(none.lines == lines)
    let table = Invocation("sweep", grid, "--collect", file)
    #expect(table.status == 1)
    #expect(table.lines.count == 3)
    #expect(table.notes.contains { $0.contains("6 of 8 runs have no result yet") })
  }

  @Test("draws small multiples")
  func picture() throws {
    let scratch = try Scratch()
    let grid = try file(Self.grid, in: scratch)
    let results = try results(of: Invocation("sweep", grid).lines)
    let whole = try scratch.write(results.joined(), to: "whole.jsonl")
    let svg = "\(scratch.path)/table.svg"
    let sweep = Invocation(
      "sweep", grid, "--collect", whole, "--svg", svg, "--figure", "sliced_w2")
    #expect(sweep.status == 0, "\(sweep.notes)")
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    // One picture with a curve for each kind, of the mean of two seeds at each number of steps.
    #expect(text.components(separatedBy: "<g transform=").count == 2)
    let curves = text.components(separatedBy: "<polyline").dropFirst()
    #expect(curves.count == 2)
    #expect(text.contains("sampler.kind ddim") && text.contains(">sampler.steps<"))
    let other = Invocation("sweep", grid, "--collect", whole, "--svg", svg, "--figure", "slicd_w2")
    #expect(other.status == 2)
    #expect(other.notes.contains { $0.contains("did you mean 'sliced_w2'?") })
  }

  @Test("trains a network for every run, each into a file of its own")
  func training() throws {
    let scratch = try Scratch()
    let text = "{preset: two-moons, command: train, flags: {iterations: 3}, seed: [4, 5]}"
    let lines = Invocation("sweep", try file(text, in: scratch)).lines
    #expect(try words(lines[1]).suffix(2) == ["--output", "grid-2.safetensors"])
    var first = try words(lines[0])
    first[first.count - 1] = "\(scratch.path)/net.safetensors"
    let run = Invocation(list: first)
    #expect(run.status == 0 && run.output.contains("\"run\":[\"train\",\"two-moons\""))
  }

  @Test("keeps lists that are values")
  func listsAsValues() throws {
    let scratch = try Scratch()
    let text = """
      {preset: two-moons, command: sample, model: {hidden: [8, 8]}, flags: {count: 2},
      schedule: {kind: linear, beta: [[0.0001, 0.02], [0.001, 0.03]]}}
      """
    let grid = try file(text, in: scratch)
    let lines = Invocation("sweep", grid).lines
    #expect(lines.count == 2)
    #expect(lines[1].contains("hidden: [8, 8]") && lines[1].contains("beta: [0.001, 0.03]"))
    let whole = try scratch.write(results(of: lines).joined(), to: "whole.jsonl")
    let table = Invocation("sweep", grid, "--collect", whole)
    #expect(table.lines[0] == "schedule.beta,x,y" && table.lines.count == 5)
  }

  @Test(
    "refuses what no run would take, with its place",
    arguments: [
      ("command: evaluate", "grid.yaml:1:1: a grid needs a preset"),
      ("{preset: two-moons, command: evalute}", "grid.yaml:1:30: there is no command of a grid"),
      ("{preset: two-mons, command: train}", "grid.yaml:1:10: there is no preset 'two-mons'"),
      (
        "preset: two-moons\ncommand: evaluate\nsampler: {kind: [ddim, hen]}",
        "grid.yaml:3:24: there is no sampler 'hen'"
      ),
      (
        "preset: two-moons\ncommand: evaluate\nsampler: {kind: ddim, eta: [0.5, 3]}",
        "grid.yaml:3:34: "
      ),
      ("{preset: two-moons, command: evaluate, smpler: ddim}", "did you mean 'sampler'?"),
      ("{preset: two-moons, command: evaluate, seed: []}", "seed has no values"),
      ("{preset: two-moons, command: evaluate, flags: {cout: 5}}", "--cout"),
      ("{preset: two-moons, command: evaluate, flags: {json: true}}", "a sweep says --json itself"),
      (
        "{preset: two-moons, command: evaluate, seed: [\(Array(repeating: "1", count: 101).joined(separator: ","))],"
          + " particles: [\(Array(repeating: "9", count: 101).joined(separator: ","))]}",
        "more than 10000 runs"
      ),
    ])
  func refusals(text: String, message: String) throws {
    let scratch = try Scratch()
    let sweep = Invocation("sweep", try file(text, in: scratch))
    #expect(sweep.status == 2)
    #expect(sweep.output.isEmpty)
    #expect(sweep.notes.contains { $0.contains(message) }, "\(sweep.notes)")
  }
}
