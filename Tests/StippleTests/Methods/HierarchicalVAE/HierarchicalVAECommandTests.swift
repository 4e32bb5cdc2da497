import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method hierarchical-vae.
@Suite struct HierarchicalVAECommandTests {
  private static func preset(
    _ scratch: borrowing Scratch, levels: String = "4", encoder: String = "fixed", more: String = ""
  ) throws -> String {
    try scratch.write(
      """
      method: hierarchical-vae
      distribution: two-moons
      levels: \(levels)
      encoder: \(encoder)
      model: {hidden: [8]}
      training: {batch: 32}
      \(more)
      """, to: "levels.yaml")
  }

  @Test("Levels are trained, sampled and judged", arguments: ["fixed", "learned"])
  func whole(encoder: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, encoder: encoder)
    let weights = scratch.file("levels.safetensors")
    let trained = Invocation("train", preset, "--iterations", "20", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    let more = Invocation("train", preset, "--iterations", "2", "--resume", weights, "-o", weights)
    #expect(more.output.contains("\"iterations\" : 22"), "\(more.notes)")
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "60", "--metrics", "hierarchy",
      "--importance", "5", "--json")
    #expect(judged.output.contains("\"network_calls\" : 4"), "\(judged.notes)")
    for key in ["elbo", "kl", "reconstruction", "log_likelihood", "kl_per_level"] {
      #expect(judged.output.contains("\"\(key)\""), "\(key)")
    }
    #expect(judged.output.contains("elbo_diffusion") == (encoder == "fixed"))
    #expect(judged.output.contains("\"encoder\" : \"\(encoder)\""))
    let sampled = Invocation("sample", preset, "--model", weights, "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 25)
  }

  @Test("The field is that of the data, and of a network's decoder behind a fixed encoder")
  func field() throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n0.3,-0.2\n1.5,-2.4\n", to: "points.csv")
    let preset = try Self.preset(scratch)
    let plain = try scratch.write("distribution: two-moons\n", to: "plain.yaml")
    let own = Invocation("field", preset, "--points", points, "--t", "400")
    #expect(own.output == Invocation("field", plain, "--points", points, "--t", "400").output)
    let weights = scratch.file("levels.safetensors")
    for encoder in ["fixed", "learned"] {
      let preset = try Self.preset(scratch, encoder: encoder)
      _ = Invocation("train", preset, "--iterations", "2", "-o", weights)
      let field = Invocation("field", preset, "--points", points, "--t", "400", "--model", weights)
      #expect((field.status == 0) == (encoder == "fixed"), "\(field.notes)")
    }
  }

  @Test("A preset is written as it is read", arguments: ["fixed", "learned"])
  func written(encoder: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, levels: "8", encoder: encoder)
    let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
    let again = try scratch.write(try PresetWriter.text(of: experiment), to: "again.yaml")
    #expect(try PresetReader.experiment(inFile: again) == experiment)
  }

  @Test(
    "What cannot be is refused in a line with its place",
    arguments: [
      ("3", "fixed", "2 and 4 do"), ("0", "fixed", "from 1 to 1000"),
      ("20", "learned", "at most 16"),
      ("4", "fixd", "fixed"),
    ])
  func refused(levels: String, encoder: String, words: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, levels: levels, encoder: encoder)
    let run = Invocation("sample", preset, "--count", "2")
    #expect(run.status != 0 && "\(run.notes)".contains(words), "\(run.notes)")
    #expect("\(run.notes)".contains("levels.yaml:") && run.notes.count == 1)
  }
}
