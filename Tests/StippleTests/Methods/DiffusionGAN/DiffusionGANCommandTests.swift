import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method diffusion-gan.
@Suite struct DiffusionGANCommandTests {
  private static func preset(
    _ scratch: borrowing Scratch, jump: String = "250", more: String = ""
  ) throws -> String {
    try scratch.write(
      """
      method: diffusion-gan
      distribution: two-moons
      jump: \(jump)
      model: {hidden: [8]}
      training: {batch: 32}
      \(more)
      """, to: "jumps.yaml")
  }

  @Test func aGeneratorIsTrainedSamplesAndIsJudged() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("jumps.safetensors")
    let trained = Invocation("train", preset, "--iterations", "20", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    let more = Invocation("train", preset, "--iterations", "2", "--resume", weights, "-o", weights)
    #expect(more.output.contains("\"iterations\" : 22"), "\(more.notes)")
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "60", "--metrics", "modes", "--json")
    #expect(judged.output.contains("\"network_calls\" : 4"), "\(judged.notes)")
    #expect(judged.output.contains("\"jump\" : 250"))
    let sampled = Invocation("sample", preset, "--model", weights, "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 25)
    let own = try DiffusionGANWeights(decoding: Data(contentsOf: URL(filePath: weights)))
    let laboratory = try Laboratory(PresetReader.experiment(inFile: preset))
    let expected = try laboratory.generation(by: own, count: 5).run()
    for (row, point) in zip(sampled.rows.suffix(5), expected) {
      #expect(abs(row[2] - point.x) < 1e-9 && abs(row[3] - point.y) < 1e-9)
    }
  }

  @Test("Without a network the exact posterior is drawn of, and the field is the exact one")
  func exact() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let judged = Invocation(
      "evaluate", preset, "--count", "300", "--metrics", "modes", "--json")
    #expect(judged.output.contains("\"network_calls\" : 0"), "\(judged.notes)")
    let points = try scratch.write("x,y\n0.3,-0.2\n1.5,-2.4\n", to: "points.csv")
    let plain = try scratch.write("distribution: two-moons\n", to: "plain.yaml")
    let own = Invocation("field", preset, "--points", points, "--t", "400")
    #expect(own.output == Invocation("field", plain, "--points", points, "--t", "400").output)
    #expect(own.rows.count == 2)
  }

  @Test("A preset is written as it is read", arguments: ["100", "500"])
  func written(jump: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, jump: jump)
    let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
    #expect((experiment.methodSettings as? DiffusionGANSettings)?.jump == Int(jump))
    let again = try scratch.write(try PresetWriter.text(of: experiment), to: "again.yaml")
    #expect(try PresetReader.experiment(inFile: again) == experiment)
  }

  @Test(
    "Bad input gets one line with its place",
    arguments: [
      ("30", "", "jumps.yaml:3:7: jumps of 30 do not divide the 1000 timesteps"),
      ("2000", "", "jumps.yaml:3:7: a jump of 2000 is longer than the schedule"),
      ("3", "", "jumps.yaml:3:7: jump must be from 10 to 1000, not 3"),
      ("far", "", "jumps.yaml:3:7: "),
      ("8", "schedule: {timesteps: 7}", "which has 7 timesteps; jump must be 7"),
      ("250", "sampler: ddim", "jumps.yaml:6:10: the method diffusion-gan does not use 'sampler'"),
      ("250", "beta: 4", "jumps.yaml:6:7: the method diffusion-gan does not use 'beta'"),
    ])
  func badInput(jump: String, more: String, words: String) throws {
    let scratch = try Scratch()
    let run = Invocation(
      "sample", try Self.preset(scratch, jump: jump, more: more), "--count", "2")
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes.first?.contains(words) == true, "\(run.notes)")
  }

  @Test("What is of no use is refused in one line")
  func refused() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("jumps.safetensors")
    #expect(Invocation("train", preset, "--iterations", "1", "-o", weights).status == 0)
    let points = try scratch.write("x,y\n0.3,-0.2\n", to: "points.csv")
    for arguments in [
      ["sample", preset, "--steps", "10"], ["sample", preset, "--noise", points],
      ["evaluate", preset, "--steps", "10"],
      ["field", preset, "--points", points, "--t", "30", "--model", weights],
      ["sample", preset, "--set", "{jump: 500}", "--model", weights],
      ["sample", preset, "--schedule", "cosine", "--model", weights],
    ] {
      let run = Invocation(list: arguments)
      #expect(run.status != 0 && run.notes.count == 1, "\(arguments): \(run.notes)")
    }
    #expect(Invocation("sample", preset, "--schedule", "cosine", "--count", "3").rows.count == 3)
  }
}
