import Foundation
import Testing

@testable import stipple

@Suite struct FieldCommandTests {
  /// The rows of a reference file in which the first columns have given values.
  private func rows(_ file: String, where first: String...) throws -> [[Double]] {
    let path = try #require(ReferenceFile.path(file))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    return lines.filter { $0.split(separator: ",").prefix(first.count).map(String.init) == first }
      .map { $0.split(separator: ",").map { Double($0) ?? .nan } }
  }

  private func write(_ points: [[Double]], in scratch: borrowing Scratch) throws -> String {
    try scratch.write(
      "x,y\n" + points.map { "\($0[0]),\($0[1])\n" }.joined(), to: "points.csv")
  }

  @Test(
    "Fields of the reference at levels of the schedule", .reference("03_scores/ring8.csv"),
    arguments: ["irregular", "ring8"], ["0", "250", "999"])
  func levels(mixture: String, t: String) throws {
    let scratch = try Scratch()
    let expected = try rows("03_scores/\(mixture).csv", where: t)
    try #require(!expected.isEmpty)
    let points = try write(expected.map { Array($0[3...4]) }, in: scratch)
    let preset = try ReferencePreset.write(mixture, in: scratch)
    let run = Invocation("field", preset, "--points", points, "--t", t)
    #expect(run.status == 0, "\(run.notes)")
    #expect(
      run.lines.first?.hasPrefix(
        "x,y,log_density,score_x,score_y,noise_x,noise_y,clean_x,clean_y,v_x,v_y,p_0") == true)
    let printed = run.rows.map { Array($0[0..<11]) }
    #expect(largestDeviation(printed, expected.map { Array($0[3...13]) }) < 1e-9)
  }

  @Test(
    "Fields of the reference in other coordinates", .reference("03_scores/ring8_ve_flow.csv"),
    arguments: [
      ("ve", "0.002"), ("ve", "0.5"), ("ve", "80.0"), ("flow", "0.02"), ("flow", "0.7"),
      ("flow", "1.0"),
    ])
  func coordinates(kernel: String, parameter: String) throws {
    let scratch = try Scratch()
    let expected = try rows("03_scores/ring8_ve_flow.csv", where: kernel, parameter)
    try #require(!expected.isEmpty)
    let points = try write(expected.map { Array($0[3...4]) }, in: scratch)
    let preset = try ReferencePreset.write("ring8", in: scratch)
    let place =
      kernel == "ve"
      ? ["--sigma", parameter] : ["--schedule", "straight-line", "--time", parameter]
    let run = Invocation(list: ["field", preset, "--points", points] + place)
    #expect(run.status == 0, "\(run.notes)")
    let printed = run.rows.map { Array($0[0...8] + $0[11...12]) }
    #expect(largestDeviation(printed, expected.map { Array($0[3...]) }) < 1e-9)
  }

  @Test func theLabelsProbabilitiesSumToOne() throws {
    let scratch = try Scratch()
    let points = try write([[0.3, 0.4], [-250, 90]], in: scratch)
    let run = Invocation("field", "eight-gaussians", "--points", points, "--t", "300")
    #expect(run.lines[0].hasSuffix("p_south-east"))
    for row in run.rows { #expect(abs(row[11...].reduce(0, +) - 1) < 1e-12) }
  }

  @Test(arguments: [
    (["--t", "1000"], 2, "--t must be from 0 to 999, not 1000"),
    (["--t", "3", "--time", "0.5"], 64, "name the level by one of --t, --sigma and --time"),
    ([], 2, "name the level by one of --t, --sigma and --time"),
    (["--time", "2"], 64, "--time must be from 0 to 1, not 2"),
    (["--sigma", "nan"], 64, "it must be a finite number"),
    (["--time", "0.5", "--schedule", "sigmoid"], 2, "sigmoid has no continuous time"),
  ])
  func unusableLevelsAreAnsweredWithOneLine(flags: [String], status: Int, words: String) throws {
    let scratch = try Scratch()
    let points = try write([[0, 0]], in: scratch)
    let run = Invocation(list: ["field", "eight-gaussians", "--points", points] + flags)
    #expect(run.status == Int32(status) && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains(words), "\(run.notes)")
  }
}
