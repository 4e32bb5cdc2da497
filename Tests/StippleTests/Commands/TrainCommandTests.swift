import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite struct TrainCommandTests {
  /// A preset whose network is small enough to be trained in a test.
  private static let small = """
    distribution: single-gaussian
    model: {hidden: [4], predicts: clean}
    training: {batch: 8}
    sampler: {kind: ddim, steps: 3}
    seed: 2
    """

  private struct Summary: Decodable {
    let batch: Int
    let data: String
    let file: String
    let hidden: [Int]
    let iterations: Int
    let loss: Double
    let predicts: String
    let seconds: Double
    let seed: UInt64
    let stepsPerSecond: Double
  }

  private func train(
    in scratch: borrowing Scratch, to name: String, _ flags: String...
  ) throws -> Invocation {
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let arguments = ["train", preset, "--iterations", "12", "-o", scratch.file(name)]
    return Invocation(list: arguments + flags)
  }

  @Test func weightsAndASummaryAreWritten() throws {
    let scratch = try Scratch()
    let run = try train(in: scratch, to: "w.safetensors", "--batch", "16")
    #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let summary = try decoder.decode(Summary.self, from: Data(run.output.utf8))
    #expect(summary.batch == 16 && summary.iterations == 12 && summary.seed == 2)
    #expect(summary.hidden == [4] && summary.predicts == "clean")
    #expect(summary.file == scratch.file("w.safetensors"))
    #expect(summary.loss > 0 && summary.seconds > 0 && summary.stepsPerSecond > 0)
    let weights = try WeightFile.read(summary.file, as: Weights.self)
    #expect(weights.data == summary.data && weights.steps == 12 && weights.seed == 2)
    #expect(weights.specification == NetworkSpecification(hidden: [4], predicts: .clean))
  }

  @Test func optimizerAndTargetChangeWhatIsLearned() throws {
    let scratch = try Scratch()
    let choices = [
      [], ["--optimizer", "schedule-free-adam"], ["--target", "exact-posterior"],
    ]
    let files = try choices.map { flags in
      let preset = try scratch.write(Self.small, to: "small.yaml")
      let file = scratch.file("weights")
      let run = Invocation(list: ["train", preset, "--iterations", "12", "-o", file] + flags)
      #expect(run.status == 0, "\(run.notes)")
      return try Data(contentsOf: URL(filePath: file))
    }
    #expect(Set(files).count == 3)
    let unknown = try train(in: scratch, to: "d", "--optimizer", "adm")
    #expect(unknown.notes.contains { $0.contains("did you mean 'adam'?") })
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { #expect(try train(in: scratch, to: name).status == 0) }
    #expect(try train(in: scratch, to: "c", "--seed", "3").status == 0)
    let files = try ["a", "b", "c"].map {
      try Data(contentsOf: URL(filePath: scratch.file($0)))
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
  }

  @Test func trainedWeightsAreSampledAndEvaluated() throws {
    let scratch = try Scratch()
    let file = scratch.file("w.safetensors")
    #expect(try train(in: scratch, to: "w.safetensors").status == 0)
    let preset = scratch.file("small.yaml")
    let learned = Invocation("sample", preset, "--model", file, "--count", "5")
    let exact = Invocation("sample", preset, "--model", "exact", "--count", "5")
    #expect(learned.status == 0 && learned.notes.isEmpty && learned.rows.count == 5)
    #expect(learned.output != exact.output)
    let evaluation = Invocation("evaluate", preset, "--model", file, "--count", "50")
    #expect(evaluation.status == 0)
    #expect(evaluation.lines.count { $0.hasPrefix("score_error.t") } == 10)
  }

  @Test func weightsOfOtherDataAreSampledWithAWarning() throws {
    let scratch = try Scratch()
    #expect(try train(in: scratch, to: "w.safetensors").status == 0)
    let file = scratch.file("w.safetensors")
    let run = Invocation(
      "sample", "eight-gaussians", "--model", file, "--steps", "2", "--count", "3")
    #expect(run.status == 0 && run.rows.count == 3)
    #expect(run.notes.count == 1)
    #expect(run.notes.first?.contains("learned Single Gaussian, not Eight Gaussians") == true)
  }

  @Test func nothingIsTrainedForAFileThatCannotBeWritten() throws {
    let scratch = try Scratch()
    let run = try train(in: scratch, to: "no/such/w.safetensors")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.first?.contains("there is no folder") == true)
  }

  @Test(arguments: ["", "not weights", "{\"a\": 1}"])
  func whatIsNotAWeightFileIsRefused(text: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write(text, to: "w.safetensors")
    let run = Invocation("sample", "eight-gaussians", "--model", file)
    #expect(run.status == 2 && run.output.isEmpty && run.notes.count == 1)
    #expect(run.notes.first?.hasPrefix("stipple: \(file): ") == true)
  }

  @Test func progressFitsOneLineAndSaysWhatIsLeft() {
    let line = ProgressLine(done: 500, of: 2000, seconds: 10, loss: 0.41237)
    #expect(
      line.text == "[#####...............] 500/2000  loss 0.4124  50 steps/s  0:30 left")
    let long = ProgressLine(done: 9_999_999, of: 10_000_000, seconds: 99_999, loss: 0.12345)
    #expect(long.text.count < 80)
  }

  @Test func theLossIsTheMeanOfTheLastSteps() {
    var mean = RecentMean(capacity: 3)
    for number in [100.0, 1, 2, 6] { mean.add(number) }
    #expect(mean.mean == 3)
  }
}
