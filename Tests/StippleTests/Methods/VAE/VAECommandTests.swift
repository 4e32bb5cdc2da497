import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method vae.
@Suite struct VAECommandTests {
  private static func preset(
    _ scratch: borrowing Scratch, hidden: String = "[8]", more: String = "latents: 1"
  ) throws -> String {
    try scratch.write(
      """
      method: vae
      distribution:
        components:
          - {mean: [1, -2], covariance: [[2, 0.9], [0.9, 0.8]], label: a}
      model: {hidden: \(hidden)}
      training: {batch: 32}
      \(more)
      """, to: "vae.yaml")
  }

  @Test func anAutoEncoderIsTrainedDecodesAndIsJudged() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("vae.safetensors")
    let trained = Invocation("train", preset, "--iterations", "30", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    let more = Invocation("train", preset, "--iterations", "2", "--resume", weights, "-o", weights)
    #expect(more.output.contains("\"iterations\" : 32"), "\(more.notes)")
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "100", "--metrics", "evidence",
      "--importance", "5", "--json")
    #expect(judged.status == 0, "\(judged.notes)")
    for key in [
      "elbo", "elbo_error", "kl", "reconstruction", "log_likelihood", "log_likelihood_error",
      "kl_per_dimension", "nll_exact", "collapsed_dimensions", "beta",
    ] { #expect(judged.output.contains("\"\(key)\" : "), "\(key)") }
    #expect(judged.output.contains("by 5 importance weights"))
    let sampled = Invocation(
      "sample", preset, "--model", weights, "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 15)
    let refused = Invocation("sample", "vae", "--model", weights)
    #expect(refused.status == 2 && refused.notes.joined().contains("latents of 1 numbers"))
  }

  @Test("The field of a network whose encoder is exact is the density of the data")
  func field() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, hidden: "[]")
    let covariance = Covariance(xx: 2, xy: 0.9, yy: 0.8)
    let best = try #require(LinearVAE(of: covariance, VAESettings(latents: 1)))
    let weights = VAEWeights(
      networks: best.model(latents: 1, mean: Point(1, -2)), data: "own", steps: 0, seed: 0)
    let file = scratch.file("exact.safetensors")
    try weights.encoded().write(to: URL(filePath: file))
    let points = try scratch.write("x,y\n0.3,-0.2\n1.5,-2.4\n", to: "points.csv")
    let own = Invocation(
      "field", preset, "--points", points, "--model", file, "--importance", "1")
    let exact = Invocation("field", preset, "--points", points)
    #expect(own.lines.first == "x,y,log_density,z1,z1_std", "\(own.notes)")
    #expect(exact.lines.first == own.lines.first)
    for (one, other) in zip(own.rows, exact.rows) {
      #expect(abs(one[2] - other[2]) < 1e-4)
      #expect(one[4] > 0 && other[4] == 0)
    }
  }

  @Test("A latent that tells nothing is named")
  func collapse() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, hidden: "[]", more: "beta: 100\nspread: 2")
    let weights = scratch.file("vae.safetensors")
    let none = try #require(
      LinearVAE(
        of: Covariance(xx: 2, xy: 0.9, yy: 0.8), VAESettings(beta: 100, spread: .fixed(2))))
    try VAEWeights(
      networks: none.model(latents: 2, mean: Point(1, -2)), data: "own", steps: 0, seed: 0
    ).encoded().write(to: URL(filePath: weights))
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "50", "--metrics", "evidence")
    #expect(judged.notes.joined().contains("latent number 2 tells nothing of the data"))
    #expect(judged.output.contains("collapsed_dimensions,2.0"))
  }

  @Test("A preset is written as it is read")
  func written() throws {
    let scratch = try Scratch()
    for more in ["beta: 0.5", "spread: 0.25\nlatents: 1", "latents: 2\nbeta: 4\nspread: learned"] {
      let preset = try Self.preset(scratch, more: more)
      let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
      let text = try PresetWriter.text(of: experiment)
      let again = try scratch.write(text, to: "again.yaml")
      #expect(try PresetReader.experiment(inFile: again) == experiment)
    }
  }

  @Test(
    "Bad input gets one line with its place",
    arguments: [
      ("latents: 0", "vae.yaml:7:10: latents must be 1 or 2"),
      ("beta: -1", "vae.yaml:7:7: beta must be from 0 to 100"),
      ("spread: wide", "vae.yaml:7:9: spread must be learned, or a standard deviation"),
      ("spread: 0", "vae.yaml:7:9: spread must be learned, or from"),
      ("sampler: ddim", "vae.yaml:7:10: the method vae does not use 'sampler'"),
    ])
  func badInput(more: String, words: String) throws {
    let scratch = try Scratch()
    let run = Invocation("sample", try Self.preset(scratch, more: more), "--count", "2")
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes[0].contains(words), "\(run.notes)")
  }

  @Test("What is of no use is refused")
  func refused() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    for arguments in [
      ["sample", preset, "--steps", "10"], ["sample", preset, "--start-scale", "unit"],
      ["evaluate", "two-moons", "--importance", "10"],
      ["evaluate", preset, "--importance", "0"], ["diffuse", preset, "--t", "3"],
    ] {
      #expect(Invocation(list: arguments).status != 0, "\(arguments)")
    }
  }
}
