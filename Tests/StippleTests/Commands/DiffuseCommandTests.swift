import Foundation
import Testing

@testable import stipple

@Suite struct DiffuseCommandTests {
  @Test(
    "Noisy points are the reference's", .reference("02_forward/xt_linear_ring8.csv"),
    arguments: [("linear", "linear"), ("cosine", "squaredcos_cap_v2")], ["ring8", "irregular"])
  func reference(schedule: (name: String, file: String), mixture: String) throws {
    let scratch = try Scratch()
    let reference = try ReferenceFile.rows("02_forward/xt_\(schedule.file)_\(mixture).csv")
    let preset = try ReferencePreset.write(mixture, in: scratch)
    let points = try #require(ReferenceFile.path("inputs/x0_\(mixture)_64.csv"))
    let noise = try #require(ReferenceFile.path("inputs/noise64.csv"))
    for t in Set(reference.map { Int($0[0]) }).sorted() {
      let expected = reference.filter { Int($0[0]) == t }.map { Array($0[3...4]) }
      let run = Invocation(
        "diffuse", preset, "--schedule", schedule.name, "--t", "\(t)", "--points", points,
        "--noise", noise)
      #expect(run.status == 0, "\(run.notes)")
      #expect(largestDeviation(run.rows.map { Array($0[0...1]) }, expected) < 1e-11, "t \(t)")
    }
  }

  @Test func drawnDataKeepsItsLabels() {
    let run = Invocation("diffuse", "eight-gaussians", "--t", "0", "--count", "5")
    #expect(run.lines.first == "x,y,label")
    #expect(run.lines.count == 6)
    #expect(
      run.output == Invocation("diffuse", "eight-gaussians", "--t", "0", "--count", "5").output)
  }

  @Test func everyPointNeedsItsNoise() throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n0,0\n1,1\n", to: "points.csv")
    let noise = try scratch.write("x,y\n0,0\n", to: "noise.csv")
    let run = Invocation(
      "diffuse", "eight-gaussians", "--t", "9", "--points", points, "--noise", noise)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes == ["stipple: \(noise):3:1: 1 rows of noise for 2 points; each needs one"])
  }
}
