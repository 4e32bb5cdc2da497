import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("What is handed in becomes a sheet")
final class SubmissionTests {
  private let folder: Scratch

  init() throws {
    folder = try Scratch()
    try TinyAssignment.write(into: folder)
  }

  @Test("A sheet of either form is graded as it says")
  func bothForms() throws {
    let settings = try folder.write("{seed: 3, training: {rate: 0.02}}", to: "s.yaml")
    let words = try folder.write("Noise | everywhere.\n```\n# no\n", to: "r.txt")
    let sheet = folder.file("sheet")
    let made = TinyAssignment.run(
      ["assignment", "tiny", "--submit", settings, words, "--author", "Ada <b>", "-o", sheet],
      in: folder)
    #expect(made.status == 0, "\(made.notes)")
    let graded = TinyAssignment.run(["grade", "\(sheet).md", "\(sheet).svg"], in: folder)
    let rows = try TinyAssignment.table(graded)
    #expect(graded.lines[0] == "file,assignment,figure,value,threshold,points,verdict,reason")
    #expect(rows.map { $0["verdict"] } == ["full", "full"])
    #expect(rows.map { $0["points"] } == ["10", "10"] && rows[0]["value"] == rows[1]["value"])
    #expect(graded.notes.isEmpty)
    let markdown = try String(contentsOfFile: "\(sheet).md", encoding: .utf8)
    #expect(markdown.contains("settings: {training: {rate: 0.02}, seed: 3}\n"))
    for part in ["| chamfer_mean |", "Loss against steps", "> Noise | everywhere.", "check: "] {
      #expect(markdown.contains(part), "\(part)")
    }
  }

  @Test("A whole preset says the same as the keys that were chosen")
  func wholePreset() throws {
    let preset = TinyAssignment.run(["assignment", "tiny", "--preset"], in: folder).output
    let whole = try folder.write(
      preset.replacingOccurrences(of: "seed: 1", with: "seed: 5"), to: "whole.yaml")
    let keys = try folder.write("seed: 5", to: "keys.yaml")
    let sheets = [whole, keys].map {
      TinyAssignment.run(["assignment", "tiny", "--submit", $0], in: folder).output
    }
    #expect(sheets[0] == sheets[1] && sheets[0].contains("settings: {seed: 5}"))
  }

  @Test(
    "What is fixed cannot be chosen",
    arguments: [
      ("{seed: 2, sampler: {kind: heun}}", "1:27", "sampler.kind is fixed"),
      ("{model: {hidden: [64, 64]}}", "1:18", "model.hidden is fixed"),
      ("distribution: two-moons", "1:15", "distribution is fixed"),
      ("{training: {rate: fast}}", "1:19", "must be a finite number"),
      ("{traning: {rate: 0.1}}", "1:2", "did you mean 'training'?"),
      ("parts: {one: {seed: 1}}", "1:8", "has one part"),
    ])
  func fixed(text: String, place: String, words: String) throws {
    let file = try folder.write(text, to: "s.yaml")
    let run = TinyAssignment.run(["assignment", "tiny", "--submit", file], in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    let said = run.notes.first ?? ""
    #expect(said.contains("s.yaml:\(place): ") && said.contains(words), "\(said)")
  }

  @Test("More calls than are allowed make no sheet")
  func calls() throws {
    let file = try folder.write("sampler: {steps: 7}", to: "s.yaml")
    let run = TinyAssignment.run(["assignment", "tiny", "--submit", file], in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.first?.contains("7 calls of the model for a sample; at most 6") == true)
  }

  @Test("Weights are those of the settings, or refused with what differs")
  func weights() throws {
    let preset = try folder.write(
      TinyAssignment.run(["assignment", "tiny", "--preset"], in: folder).output, to: "p.yaml")
    func train(_ iterations: String, seed: String) -> String {
      let file = folder.file("\(iterations)-\(seed).safetensors")
      let run = Invocation(
        "train", preset, "--iterations", iterations, "--seed", seed, "-o", file)
      #expect(run.status == 0)
      return file
    }
    let settings = try folder.write("seed: 4", to: "s.yaml")
    func submit(_ weights: String) -> Invocation {
      TinyAssignment.run(["assignment", "tiny", "--submit", settings, weights], in: folder)
    }
    let right = submit(train("12", seed: "4"))
    #expect(right.status == 0 && right.output.contains("\nweights: \""), "\(right.notes)")
    let short = submit(train("11", seed: "4"))
    #expect(short.status == 2 && short.notes[0].contains("it learned 11 steps, not 12"))
    let other = submit(train("12", seed: "3"))
    #expect(other.status == 2 && other.notes[0].contains("its seed is 3, not 4"))
    let none = submit(try folder.write("nothing", to: "x.safetensors"))
    #expect(none.status == 2 && none.notes[0].contains("no weights"))
  }

  @Test("Parts have settings of their own")
  func parts() throws {
    let file = try folder.write(
      "{seed: 2, parts: {four: {sampler: {kind: heun, steps: 3}}}}", to: "s.yaml")
    let sheet = folder.file("g.md")
    let run = TinyAssignment.run(
      ["assignment", "tiny-given", "--submit", file, "-o", sheet], in: folder)
    #expect(run.status == 0, "\(run.notes)")
    let rows = try TinyAssignment.table(TinyAssignment.run(["grade", sheet], in: folder))
    #expect(rows.map { $0["figure"] } == ["one.sliced_w2", "four.chamfer_mean"])
    // Nothing was said of it, which costs a tenth.
    #expect(rows.map { $0["points"] } == ["2.7", "9"])
    #expect(rows.allSatisfy { $0["reason"] == "no reflection, 10 % off" })
  }
}
