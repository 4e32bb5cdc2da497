import Diffusion
import Foundation
import Testing

@testable import stipple

/// The commands on latent pictures.
@Suite struct LatentCommandTests {
  @Test("Parts are trained into files that name them, and make pictures together")
  func parts() throws {
    let scratch = try Scratch()
    let (basis, model) = (scratch.file("ae.safetensors"), scratch.file("d.safetensors"))
    let first = Invocation(
      "train", "latent", "--part", "autoencoder", "--iterations", "4", "-o", basis)
    #expect(first.status == 0, "\(first.notes)")
    let second = Invocation(
      "train", "latent", "--part", "text", "--iterations", "4", "-o", model)
    #expect(second.status == 0, "\(second.notes)")
    let third = Invocation(
      "train", "latent", "--part", "diffusion", "--iterations", "4", "--parts",
      "\(basis),\(model)", "-o", scratch.file("diffusion.safetensors"))
    #expect(third.status == 0, "\(third.notes)")
    let files = "\(basis),\(model),\(scratch.file("diffusion.safetensors"))"
    let run = Invocation(
      "sample", "latent", "--model", files, "--prompt", "red seven", "--count", "3", "--steps", "4")
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.lines.count == 4)
    let names = run.lines[0].split(separator: ",")
    #expect(names.count == 193 && names[0] == "p0" && names[191] == "p191" && names[192] == "label")
    for line in run.lines.dropFirst() {
      let fields = line.split(separator: ",")
      #expect(fields.last == "red seven")
      #expect(fields.dropLast().allSatisfy { (0...1).contains(Double($0) ?? -1) })
    }
    let again = Invocation(
      "sample", "latent", "--model", files, "--prompt", "red seven", "--count", "3", "--steps", "4")
    #expect(again.output == run.output)
    for format in ["svg", "ansi"] {
      let shown = Invocation(
        "sample", "latent", "--model", files, "--count", "2", "--steps", "2", "--format", format)
      #expect(shown.status == 0)
      #expect(shown.output.contains(format == "svg" ? "</svg>" : "\u{1b}[38;2;"))
    }
    let another = Invocation(
      "train", "latent", "--part", "autoencoder", "--iterations", "4", "--seed", "9", "-o",
      scratch.file("another.safetensors"))
    #expect(another.status == 0, "\(another.notes)")
    let strange = Invocation(
      "sample", "latent", "--model",
      "\(scratch.file("another.safetensors")),\(model),\(scratch.file("diffusion.safetensors"))")
    #expect(strange.status != 0 && strange.output.isEmpty)
    #expect(
      strange.notes.contains {
        $0.contains("diffusion has learned from another autoencoder than this one")
      }, "\(strange.notes)")
    let alone = Invocation("sample", "latent", "--model", basis, "--prompt", "seven")
    #expect(alone.status != 0)
    #expect(
      alone.notes.contains {
        $0.contains(
          "a prompt needs text, diffusion, and this holds autoencoder; add files of the others")
      })
  }

  @Test(
    "What is wrong is told in one line",
    arguments: [
      (
        ["sample", "latent", "--prompt", "red sevn"],
        "--prompt: there is no word 'sevn'; did you mean 'seven'?"
      ),
      (
        ["sample", "latent", "--prompt", "seven three"],
        "--prompt: a picture has one digit, and the prompt asks for both seven and three"
      ),
      (["sample", "two-moons", "--prompt", "seven"], "--prompt is of use only to latent pictures"),
      (["sample", "two-moons", "--format", "svg"], "--format is of use only to latent pictures"),
      (
        ["train", "two-moons", "--part", "clip", "-o", "x.safetensors"],
        "--part is of use only to latent pictures"
      ),
      (
        ["train", "latent", "--part", "decoder", "-o", "x.safetensors"],
        "there is no part 'decoder'"
      ),
      (["evaluate", "latent", "--metrics", "modes"], "--metrics: the figures of pictures"),
      (["field", "latent", "--points", "-"], "the density of latents is not known"),
    ])
  func refusals(words: [String], message: String) {
    let run = Invocation(list: words)
    #expect(run.status != 0)
    #expect(run.notes.contains { $0.contains(message) }, "\(run.notes)")
  }

  @Test(
    "A region is read, written and refused in a line",
    arguments: [
      ("seven", ""), ("[[0.5, -1, 0.4], [1, 1, 0.2]]", ""), ("off", ""),
      ("sevn", "there is no subject 'sevn'; did you mean 'seven'?"),
      ("[[0, 0]]", "p.yaml:2:10: disc 1 must be [x, y, radius], not a list of 2"),
      ("[[0, 0, 9]]", "a radius from 0.05 to 3"),
      ("seven, generator: autoregressive", "makes one number after another; leave it out"),
    ])
  func regions(text: String, message: String) throws {
    let lines = "method: latent\nregion: " + text.replacingOccurrences(of: ", g", with: "\ng")
    if message.isEmpty {
      let experiment = try PresetReader(file: "p.yaml").experiment(from: lines)
      let written = try PresetWriter.text(of: experiment)
      #expect(try PresetReader(file: "q.yaml").experiment(from: written) == experiment)
      return
    }
    let scratch = try Scratch()
    let run = Invocation("sample", try scratch.write(lines, to: "p.yaml"))
    #expect(run.status != 0 && run.notes.contains { $0.contains(message) }, "\(run.notes)")
  }

  @Test("Nothing in quotes is no prompt")
  func noPrompt() throws {
    let experiment = try PresetReader(file: "p.yaml").experiment(
      from: "method: latent\nprompt: \"\"\n")
    #expect((experiment.methodSettings as? LatentSettings)?.prompt == "")
    let written = try PresetWriter.text(of: experiment)
    #expect(try PresetReader(file: "q.yaml").experiment(from: written) == experiment)
  }

  /// A table of grey pictures 2 by 2.
  private static func table(_ rows: String, columns: Int = 4) -> String {
    (0..<columns).map { "p\($0)" }.joined(separator: ",") + ",label\n" + rows
  }

  @Test("Own pictures are read, and lie in their principal plane for other methods")
  func ownPictures() throws {
    let scratch = try Scratch()
    _ = try scratch.write(
      Self.table("1,0,0,1,cross\n0,1,1,0,other\n0.9,0,0,1,cross\n"), to: "tiles.csv")
    let preset = try scratch.write(
      "distribution: {pictures: tiles.csv, width: 2}\n", to: "tiles.yaml")
    let data = Invocation("data", preset, "--count", "5")
    #expect(data.status == 0, "\(data.notes)")
    #expect(data.lines[0] == "x,y,label")
    let latent = try scratch.write(
      "method: latent\ndistribution: {pictures: tiles.csv, width: 2}\n", to: "latent.yaml")
    let trained = Invocation(
      "train", latent, "--part", "classifier", "--iterations", "2", "-o",
      scratch.file("c.safetensors"))
    #expect(trained.status == 0, "\(trained.notes)")
    let other = Invocation(
      "evaluate", "latent", "--model", scratch.file("c.safetensors"), "--count", "3")
    #expect(
      other.status != 0
        && other.notes.contains { $0.contains("whose pictures or words are not those of") })
  }

  @Test(
    "A file of pictures that cannot be read says where",
    arguments: [
      ("1,0,0,1.5,a\n", 2, "tiles.csv:2:7: a pixel must be from 0 to 1, not 1.5"),
      ("1,0,0,x,a\n", 2, "tiles.csv:2:7: 'x' is not a finite number"),
      ("1,0,0,1,a\n", 3, "4 columns of pixels are no square picture of width 3"),
      ("1,0,0,1,\n1,0,0,1,b\n", 2, "tiles.csv:2:9: the label is empty"),
      ("1,0,0,1,two words\n", 2, "a label must be one word"),
      ("1,0,0,1,a\n", 40, "width must be from 2 to 16 pixels, not 40"),
    ])
  func badPictures(rows: String, width: Int, message: String) throws {
    let scratch = try Scratch()
    _ = try scratch.write(Self.table(rows), to: "tiles.csv")
    let preset = try scratch.write(
      "method: latent\ndistribution: {pictures: tiles.csv, width: \(width)}\n", to: "p.yaml")
    let run = Invocation("data", preset)
    #expect(run.status != 0)
    #expect(run.notes.contains { $0.contains(message) }, "\(run.notes)")
  }
}
