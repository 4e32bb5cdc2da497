import Diffusion
import Testing

@testable import stipple

/// Training that goes on from a file, and what it writes down on the way.
@Suite struct TrainResumeTests {
  private static let small = [
    "train", "eight-gaussians", "--set",
    "{distribution: two-moons, model: {hidden: [8]}, training: {batch: 16}}", "--iterations",
  ]

  @Test func trainingGoesOnFromTheWeightsOfAFile() throws {
    let scratch = try Scratch()
    let (first, second) = (scratch.file("a.safetensors"), scratch.file("b.safetensors"))
    let log = scratch.file("log.csv")
    #expect(Invocation(list: Self.small + ["30", "--seed", "4", "-o", first]).status == 0)
    let run = Invocation(
      list: Self.small + ["20", "--resume", first, "-o", second, "--log", log])
    #expect(run.status == 0, "\(run.notes)")
    #expect(
      run.notes
        == ["stipple: goes on from step 30 of \(first); the optimizer's memory begins anew"])
    let (before, after) = (
      try WeightFile.read(first, as: Weights.self), try WeightFile.read(second, as: Weights.self)
    )
    #expect(after.steps == 50 && after.seed == 4 && after.frequencies == before.frequencies)
    #expect(after.architecture == before.architecture && after.parameters != before.parameters)
    let rows = try TextFile.text(of: log, limit: 1 << 20).split(separator: "\n")
    #expect(rows[0] == "step,loss,mean_loss,rate,seconds" && rows.count == 21)
    #expect(rows[1].hasPrefix("31,") && rows[20].hasPrefix("50,"))
    let again = Invocation(list: Self.small + ["20", "--resume", first, "-o", second])
    #expect(again.status == 0)
    #expect(try WeightFile.read(second, as: Weights.self) == after)
  }

  @Test func velocitiesGoOnToo() throws {
    let scratch = try Scratch()
    let file = scratch.file("a.safetensors")
    let arguments = [
      "train", "eight-gaussians", "--set",
      "{prior: {arrangement: opposite}, schedule: straight-line, sampler: flow-euler, coupling: label,"
        + " model: {hidden: [8]}, training: {batch: 16}}",
      "--iterations", "5", "-o", file,
    ]
    let first = Invocation(list: arguments)
    #expect(first.status == 0, "\(first.notes)")
    #expect(Invocation(list: arguments + ["--resume", file]).status == 0)
    #expect(try WeightFile.read(file, as: Weights.self).steps == 10)
  }

  @Test func weightsOfOtherDataAreRefusedAndNothingIsWritten() throws {
    let scratch = try Scratch()
    let (first, second) = (scratch.file("a.safetensors"), scratch.file("b.safetensors"))
    #expect(Invocation(list: Self.small + ["2", "-o", first]).status == 0)
    let other = Invocation(
      "train", "eight-gaussians", "--iterations", "2",
      "--resume", first, "-o", second)
    #expect(other.status == 2)
    let seeded = Invocation(
      list: Self.small + ["2", "--resume", first, "--seed", "9", "-o", second])
    #expect(seeded.status == 64 && seeded.notes[0].contains("leave out --seed"))
    #expect(try scratch.names == ["a.safetensors"])
  }
}
