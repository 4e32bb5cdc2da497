import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// The commands on a preset of the method flow-map.
@Suite struct FlowMapCommandTests {
  private static func preset(
    _ scratch: borrowing Scratch, training: String = "{batch: 32}", more: String = ""
  ) throws -> String {
    try scratch.write(
      """
      method: flow-map
      distribution:
        components:
          - {mean: [0, 1], covariance: [[0.5, 0.2], [0.2, 0.3]], label: a}
          - {mean: [3, -1], std: 0.4, label: b}
      model: {hidden: [16, 16]}
      training: \(training)
      \(more)
      """, to: "jumps.yaml")
  }

  @Test func aNetworkIsTrainedJumpsAndIsJudged() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("jumps.safetensors")
    let trained = Invocation("train", preset, "--iterations", "40", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    #expect(trained.output.contains("\"predicts\" : \"mean velocity\""))
    let more = Invocation("train", preset, "--iterations", "2", "--resume", weights, "-o", weights)
    #expect(more.output.contains("\"iterations\" : 42"), "\(more.notes)")
    // One step is one call.
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "100", "--metrics", "jump-error",
      "--steps", "2", "--json")
    #expect(judged.status == 0, "\(judged.notes)")
    #expect(judged.output.contains("\"network_calls\" : 2,"))
    for key in ["jump_error_mean", "composition_defect", "method"] {
      #expect(judged.output.contains("\"\(key)\""))
    }
    let sampled = Invocation(
      "sample", preset, "--model", weights, "--steps", "3", "--count", "5", "--trajectory")
    #expect(sampled.rows.count == 20)
    let listed = Invocation(
      "sample", preset, "--model", weights, "--timestep-list", "999,300", "--count", "5",
      "--trajectory")
    #expect(listed.rows.count == 15, "\(listed.notes)")
    let refused = Invocation("sample", "eight-gaussians", "--model", weights)
    #expect(refused.status == 2)
  }

  @Test("A jump of a step is what sample makes of the same points")
  func jumpIsASample() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, more: "schedule: straight-line")
    let weights = scratch.file("jumps.safetensors")
    #expect(Invocation("train", preset, "--iterations", "5", "-o", weights).status == 0)
    let start = try scratch.write("x,y\n0.3,-0.2\n1.5,0.4\n", to: "start.csv")
    for model in ["exact", weights] {
      let sampled = Invocation("sample", preset, "--model", model, "--initial", start)
      let jumped = Invocation("field", preset, "--model", model, "--points", start, "--jump", "1,0")
      #expect(jumped.lines[0] == "x,y,to_x,to_y")
      #expect(jumped.rows.map { Array($0[2...]) } == sampled.rows)
    }
  }

  @Test("Exact jumps by the way are one, and a jump of no length is none")
  func exactJumps() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let start = try scratch.write("x,y\n0.3,-0.2\n1.5,0.4\n", to: "start.csv")
    func jump(_ times: String, _ file: String) throws -> [[Double]] {
      let run = Invocation("field", preset, "--points", file, "--jump", times)
      #expect(run.status == 0, "\(run.notes)")
      return run.rows.map { Array($0[2...]) }
    }
    let still = try jump("0.4,0.4", start)
    #expect(still == [[0.3, -0.2], [1.5, 0.4]])
    let text = try jump("1,0.5", start).map { "\($0[0]),\($0[1])\n" }.joined()
    let halfway = try scratch.write("x,y\n" + text, to: "halfway.csv")
    for (once, twice) in zip(try jump("1,0", start), try jump("0.5,0", halfway)) {
      #expect(abs(once[0] - twice[0]) < 1e-7 && abs(once[1] - twice[1]) < 1e-7)
    }
  }

  @Test func theFieldOfANetworkIsThatOfJumpsOfNoLength() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let points = try scratch.write("x,y\n0.3,-0.2\n", to: "points.csv")
    let exact = Invocation("field", preset, "--points", points, "--t", "400")
    let plain = Invocation(
      "field", preset, "--set", "{method: diffusion, training: {batch: 32}}", "--points", points,
      "--t", "400")
    #expect(exact.status == 0, "\(exact.notes)")
    #expect(plain.status == 0 && plain.output == exact.output, "\(plain.notes)")
    let weights = scratch.file("jumps.safetensors")
    #expect(Invocation("train", preset, "--iterations", "5", "-o", weights).status == 0)
    let learned = Invocation("field", preset, "--points", points, "--t", "400", "--model", weights)
    #expect(learned.lines.first == exact.lines.first)
    #expect(learned.rows[0].allSatisfy { $0.isFinite })
  }

  @Test(
    "What is wrong is one line",
    arguments: [
      (
        "1,2", "--jump must be two times S,T from 1 (noise) to 0 (data), S not below T, not 1.0,2.0"
      ),
      ("0.2,0.7", "S not below T, not 0.2,0.7"), ("0.5", "--jump must be two times"),
    ])
  func badJumps(times: String, message: String) throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y\n0,0\n", to: "p.csv")
    let run = Invocation("field", "flow-map", "--points", points, "--jump", times)
    #expect(run.status != 0 && run.notes.joined().contains(message), "\(run.notes)")
    let other = Invocation("field", "eight-gaussians", "--points", points, "--jump", "1,0")
    #expect(other.status == 2)
    #expect(other.notes == ["stipple: --jump is of use to the method flow-map, not to diffusion"])
  }

  @Test(
    "A preset that cannot be learned is refused where it says so",
    arguments: [
      ("{objective: progresive}", "7:23: there is no objective 'progresive'; did you mean 'progr"),
      (
        "{objective: progressive, teacher: none}",
        "7:23: progressive learns from a teacher; say teacher: exact or a file of weights, or an"
          + " objective that does without one: consistency, shortcut, mean-flow"
      ),
      ("{teacher: exakt}", "7:21: there is no teacher 'exakt'; did you mean 'exact'?"),
      ("{teacher: none.safetensors}", "7:21: "),
      ("{teacher: other.safetensors}", "7:21: the teacher "),
    ])
  func badTraining(training: String, message: String) throws {
    let scratch = try Scratch()
    let other = Invocation(
      "train", "two-moons", "--iterations", "1", "-o", scratch.file("other.safetensors"))
    #expect(other.status == 0)
    let run = Invocation("sample", try Self.preset(scratch, training: training))
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes[0].contains("jumps.yaml:" + message), "\(run.notes)")
  }

  @Test("Objective and teacher are read back, a teacher's file by its name")
  func roundTrip() throws {
    let scratch = try Scratch()
    let file = scratch.file("teacher.safetensors")
    let plain = try Self.preset(scratch)
    // The same data in a preset of diffusion.
    let text = try String(contentsOfFile: plain, encoding: .utf8)
      .replacingOccurrences(of: "method: flow-map\n", with: "")
    let diffusion = try scratch.write(text, to: "plain.yaml")
    #expect(Invocation("train", diffusion, "--iterations", "1", "-o", file).status == 0)
    for training in [
      "{objective: mean-flow}", "{objective: shortcut, teacher: exact}",
      "{objective: progressive, teacher: teacher.safetensors}",
    ] {
      let preset = try Self.preset(scratch, training: training)
      let experiment = try PresetReader.experiment(inFile: preset).withoutUnusedSettings
      let written = try PresetWriter.text(of: experiment, path: preset)
      let again = try scratch.write(written, to: "again.yaml")
      #expect(try PresetReader.experiment(inFile: again) == experiment, "\(written)")
    }
    let settings = try PresetReader(file: "p").experiment(from: "training: {objective: shortcut}")
    #expect(settings.method == .flowMap && settings.sampler.kind == .ode)
    #expect(throws: InputError.self) {
      try PresetReader(file: "p").experiment(
        from: "method: diffusion\ntraining: {objective: shortcut}")
    }
  }
}
