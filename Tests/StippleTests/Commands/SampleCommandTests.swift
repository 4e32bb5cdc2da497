import Foundation
import Testing

@testable import stipple

@Suite struct SampleCommandTests {
  @Test(arguments: [("trailing", 10), ("trailing", 20), ("leading", 20), ("leading", 50)])
  func ddimRepeatsTheReferenceRuns(grid: String, steps: Int) throws {
    let reference = "04_samplers/ddim_\(grid)_n\(steps)__irregular_final.csv"
    guard ReferenceFile.path(reference) != nil else { return }
    let scratch = try Scratch()
    let noise = try #require(ReferenceFile.path("inputs/noise64.csv"))
    let run = try Invocation(
      "sample", ReferencePreset.write("irregular", in: scratch), "--sampler", "ddim", "--grid",
      grid, "--steps",
      "\(steps)", "--initial", noise)
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.lines.first == "x,y")
    #expect(try largestDeviation(run.rows, ReferenceFile.rows(reference)) < 1e-9)
  }

  @Test func fewerTimestepsThanThePresetHasStepsLowerThem() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(
      "distribution: two-moons\nschedule: {timesteps: 100}\nsampler: {kind: ddim, steps: 50}\n",
      to: "a.yaml")
    let flags = ["sample", preset, "--count", "3", "--timesteps", "10"]
    let lowered = Invocation(list: flags)
    #expect(lowered.status == 0)
    #expect(lowered.notes.contains { $0.contains("10 steps") && $0.contains("the preset says 50") })
    let said = Invocation(list: flags + ["--steps", "10"])
    #expect(said.output == lowered.output)
    let tooMany = Invocation(list: flags + ["--steps", "11"])
    #expect(tooMany.status == 2 && tooMany.notes.joined().contains("10 timesteps, not 11"))
  }

  @Test func aTrajectoryBeginsWithTheStartAndEndsWithTheSamples() throws {
    let scratch = try Scratch()
    let noise = try scratch.write("x,y\n0.5,-1\n-2,0.25\n", to: "noise.csv")
    let flags = [
      "sample", "eight-gaussians", "--sampler", "ddim", "--steps", "4", "--initial", noise,
    ]
    let path = Invocation(list: flags + ["--trajectory"])
    let final = Invocation(list: flags)
    #expect(path.lines.first == "step,point,x,y")
    #expect(path.rows.map { $0[0] } == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    #expect(path.rows.map { $0[1] } == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    #expect(path.rows[0] == [0, 0, 0.5, -1])
    #expect(path.rows.suffix(2).map { Array($0.suffix(2)) } == final.rows)
  }

  @Test func startNoiseIsScaledWhereVarianceExplodes() throws {
    let scratch = try Scratch()
    let noise = try scratch.write("x,y\n0.5,-1\n", to: "noise.csv")
    let run = Invocation(
      "sample", "eight-gaussians", "--schedule", "variance-exploding", "--sampler", "euler",
      "--steps", "2", "--initial", noise, "--trajectory")
    #expect(run.rows.first == [0, 0, 40, -80])
  }

  @Test func theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    func sample(seed: String) -> String {
      Invocation(
        "sample", "eight-gaussians", "--steps", "5", "--count", "20", "--seed", seed
      ).output
    }
    #expect(sample(seed: "3") == sample(seed: "3"))
    #expect(sample(seed: "3") != sample(seed: "4"))
  }

  @Test func withoutACountThePresetsParticlesAreDrawn() throws {
    let scratch = try Scratch()
    _ = try scratch.write("particles: 7\nsampler: {kind: ddim, steps: 2}\n", to: "few.yaml")
    #expect(Invocation("sample", "few", presets: [scratch.path]).rows.count == 7)
  }

  @Test func nothingIsWrittenWhereTheStartIsBroken() throws {
    let scratch = try Scratch()
    let noise = try scratch.write("x,y\n0.5\n", to: "noise.csv")
    let run = Invocation("sample", "eight-gaussians", "--initial", noise, "--trajectory")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.notes == ["stipple: \(noise):2:1: 1 field where the header names 2; a row is x,y"])
  }
}
