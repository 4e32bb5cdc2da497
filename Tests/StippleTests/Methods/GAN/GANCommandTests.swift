import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method gan.
@Suite struct GANCommandTests {
  private static func preset(
    _ scratch: borrowing Scratch, training: String = "batch: 32, stabilizer: r1", more: String = ""
  ) throws -> String {
    try scratch.write(
      """
      method: gan
      distribution: two-moons
      model: {hidden: [8]}
      training: {\(training)}
      \(more)
      """, to: "gan.yaml")
  }

  @Test func aGeneratorIsTrainedSamplesAndIsJudged() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("gan.safetensors")
    let trained = Invocation("train", preset, "--iterations", "20", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    let more = Invocation("train", preset, "--iterations", "2", "--resume", weights, "-o", weights)
    #expect(more.output.contains("\"iterations\" : 22"), "\(more.notes)")
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "60", "--metrics", "modes", "--json")
    #expect(judged.status == 0, "\(judged.notes)")
    for key in ["modes_found", "stabilizer", "network_calls"] {
      #expect(judged.output.contains("\"\(key)\" : "), "\(key) in \(judged.output)")
    }
    let sampled = Invocation("sample", preset, "--model", weights, "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 10)
    let latents = try scratch.write("x,y\n0.5,-1\n2,0.25\n", to: "latents.csv")
    let given = Invocation("sample", preset, "--model", weights, "--initial", latents)
    let own = try GANWeights(decoding: Data(contentsOf: URL(filePath: weights)))
    let expected = own.networks.points(of: [Point(0.5, -1), Point(2, 0.25)])
    for (row, point) in zip(given.rows, expected) {
      #expect(abs(row[0] - point.x) < 1e-9 && abs(row[1] - point.y) < 1e-9)
    }
    #expect(given.rows.count == 2)
  }

  @Test("The field is the discriminator's logit and D, and 0 and 1/2 against the exact generator")
  func field() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("gan.safetensors")
    #expect(Invocation("train", preset, "--iterations", "3", "-o", weights).status == 0)
    let points = try scratch.write("x,y\n0.3,-0.2\n1.5,-2.4\n", to: "points.csv")
    let exact = Invocation("field", preset, "--points", points)
    #expect(exact.lines.first == "x,y,logit,real", "\(exact.notes)")
    #expect(exact.rows.map { Array($0.suffix(2)) } == [[0, 0.5], [0, 0.5]])
    let own = Invocation("field", preset, "--points", points, "--model", weights)
    let networks = try GANWeights(decoding: Data(contentsOf: URL(filePath: weights))).networks
    for (row, logit) in zip(own.rows, networks.logits(at: [Point(0.3, -0.2), Point(1.5, -2.4)])) {
      #expect(abs(row[2] - logit) < 1e-9)
      #expect(abs(log(row[3] / (1 - row[3])) - logit) < 1e-6)
    }
    #expect(own.rows.count == 2)
  }

  @Test("A preset is written as it is read", arguments: ["none", "instance-noise", "r1"])
  func written(stabilizer: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, training: "stabilizer: \(stabilizer), rate: 0.003")
    let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
    #expect((experiment.methodSettings as? GANSettings)?.stabilizer.id == stabilizer)
    let again = try scratch.write(try PresetWriter.text(of: experiment), to: "again.yaml")
    #expect(try PresetReader.experiment(inFile: again) == experiment)
  }

  @Test(
    "Bad input gets one line with its place",
    arguments: [
      ("stabilizer: r2", "", "gan.yaml:4:24: there is no stabilizer 'r2'"),
      ("batch: 32", "sampler: ddim", "gan.yaml:5:10: the method gan does not use 'sampler'"),
      ("objective: shortcut", "", "gan.yaml:4:23: the method gan does not use 'objective'"),
    ])
  func badInput(training: String, more: String, words: String) throws {
    let scratch = try Scratch()
    let run = Invocation(
      "sample", try Self.preset(scratch, training: training, more: more), "--count", "2")
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes.first?.contains(words) == true, "\(run.notes)")
  }

  @Test("What is of no use is refused in one line")
  func refused() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let points = try scratch.write("x,y\n0.3,-0.2\n", to: "points.csv")
    for arguments in [
      ["sample", preset, "--steps", "10"], ["sample", preset, "--start-scale", "unit"],
      ["evaluate", preset, "--steps", "10"], ["diffuse", preset, "--t", "3"],
      ["field", preset, "--points", points, "--t", "30"],
      ["sample", preset, "--timesteps", "50"], ["sample", preset, "--variance", "full"],
      ["train", preset, "--labels", "-o", scratch.file("gan.safetensors")],
      ["train", preset, "--target", "exact-posterior", "-o", scratch.file("gan.safetensors")],
    ] {
      let run = Invocation(list: arguments)
      #expect(run.status != 0 && run.notes.count == 1, "\(arguments): \(run.notes)")
    }
  }
}
