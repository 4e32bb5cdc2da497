import Foundation
import Testing

@testable import stipple

/// The commands on a preset of the method inverse-cdf.
@Suite struct InverseCDFCommandTests {
  private static func preset(_ scratch: borrowing Scratch, axes: String = "xy") throws -> String {
    try scratch.write(
      """
      method: inverse-cdf
      axes: \(axes)
      distribution:
        components:
          - {weight: 0.6, mean: [0, 1], covariance: [[0.5, 0.2], [0.2, 0.3]], label: a}
          - {weight: 0.4, mean: [3, -1], std: 0.4, label: b}
      model: {hidden: [24, 24]}
      """, to: "map-\(axes).yaml")
  }

  @Test func samplesAreMappedAxisByAxis() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let start = try scratch.write("x,y\n0.25,0.5\n0.75,0.1\n", to: "u.csv")
    let run = Invocation("sample", preset, "--initial", start, "--trajectory")
    #expect(run.status == 0)
    #expect(run.lines[0] == "step,point,x,y")
    let rows = run.rows
    #expect(rows.count == 6)
    #expect(rows[0][2...] == [0.25, 0.5] && rows[2][3] == 0.5 && rows[3][3] == 0.1)
    // x is settled by the first step.
    #expect(rows[2][2] == rows[4][2] && rows[3][2] == rows[5][2])
  }

  @Test func theFieldHasTheSharesOfItsPoints() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch, axes: "yx")
    let start = try scratch.write("x,y\n0.3,0.6\n0.9,0.2\n", to: "u.csv")
    let samples = Invocation("sample", preset, "--initial", start)
    let points = try scratch.write(samples.output, to: "points.csv")
    let field = Invocation("field", preset, "--points", points)
    #expect(field.lines[0] == "x,y,log_density,score_x,score_y,u,v,p_a,p_b")
    let rows = field.rows
    #expect(abs(rows[0][5] - 0.3) < 1e-12 && abs(rows[0][6] - 0.6) < 1e-12)
    #expect(abs(rows[1][5] - 0.9) < 1e-12 && abs(rows[1][6] - 0.2) < 1e-12)
    #expect(abs(rows[0][7] + rows[0][8] - 1) < 1e-12)
  }

  @Test func aNetworkIsTrainedSampledAndHeldAgainstTheExactMap() throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let weights = scratch.file("map.safetensors")
    let trained = Invocation("train", preset, "--iterations", "150", "-o", weights)
    #expect(trained.status == 0, "\(trained.notes)")
    #expect(trained.output.contains("\"predicts\" : \"quantiles\""))
    let more = Invocation("train", preset, "--iterations", "5", "--resume", weights, "-o", weights)
    #expect(more.status == 0, "\(more.notes)")
    #expect(more.output.contains("\"iterations\" : 155"))
    let sampled = Invocation("sample", preset, "--model", weights, "--count", "20")
    #expect(sampled.status == 0 && sampled.rows.count == 20)
    let judged = Invocation(
      "evaluate", preset, "--model", weights, "--count", "300", "--metrics", "map-error", "--json")
    #expect(judged.status == 0, "\(judged.notes)")
    #expect(judged.output.contains("\"map_error_max\""))
    #expect(judged.output.contains("\"axes\" : \"xy\""))
    // Nothing is said of steps that were not made.
    #expect(!judged.output.contains("\"sampler\"") && !judged.output.contains("\"steps\""))
    let field = Invocation(
      "field", preset, "--model", weights, "--points", try scratch.write("x,y\n0,1\n", to: "p.csv"))
    #expect(field.status == 0 && field.rows[0].allSatisfy { $0.isFinite })
    let other = try Self.preset(scratch, axes: "yx")
    let refused = Invocation("sample", other, "--model", weights)
    #expect(refused.status == 2 && refused.notes[0].contains("in the order xy, not yx"))
    let diffusion = Invocation("sample", "eight-gaussians", "--model", weights)
    #expect(diffusion.status == 2, "\(diffusion.notes)")
  }

  @Test("The exact map has no error")
  func exactMapHasNoError() throws {
    let scratch = try Scratch()
    let run = Invocation(
      "evaluate", try Self.preset(scratch), "--count", "100", "--metrics", "map-error")
    #expect(run.status == 0)
    for line in run.lines.dropFirst() { #expect(line.split(separator: ",")[1] == "0.0") }
  }

  @Test(
    "What goes in steps is refused in one line",
    arguments: [
      (["sample", "--sampler", "ddim"], "--sampler: inverse-cdf maps each uniform number at once"),
      (["sample", "--steps", "5"], "--steps: inverse-cdf maps"),
      (["sample", "--start-scale", "unit"], "--start-scale: inverse-cdf starts from uniform"),
      (["sample", "--label", "a"], "guidance leads samples on their way"),
      (["evaluate", "--schedule", "cosine"], "--schedule: inverse-cdf maps"),
      (["diffuse", "--t", "3"], "nothing is noised by inverse-cdf"),
    ])
  func stepsAreRefused(words: [String], message: String) throws {
    let scratch = try Scratch()
    let preset = try Self.preset(scratch)
    let run = Invocation(list: [words[0], preset] + words.dropFirst())
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains(message), "\(run.notes)")
  }

  @Test(
    "Keys it does not read are refused with their place",
    arguments: [
      (
        "method: inverse-cdf\nsampler: ddim", ":2:10: the method inverse-cdf does not use 'sampler'"
      ),
      ("method: inverse-cdf\naxes: zx", ":2:7: there is no order of axes 'zx'"),
      ("axes: xy\ncoupling: label", ":1:7: the method transport, which the other keys mean, does"),
    ])
  func keysAreRefused(text: String, message: String) throws {
    let scratch = try Scratch()
    let run = Invocation("sample", try scratch.write(text, to: "p.yaml"))
    #expect(run.status == 2)
    #expect(run.notes.count == 1 && run.notes[0].contains(message), "\(run.notes)")
  }

  @Test("Start numbers outside the square are refused with their place")
  func startsOutsideAreRefused() throws {
    let scratch = try Scratch()
    let start = try scratch.write("x,y\n0.5,0.5\n0.5,1\n", to: "u.csv")
    let run = Invocation("sample", try Self.preset(scratch), "--initial", start)
    #expect(run.status == 2 && run.notes[0].contains(":3:"), "\(run.notes)")
  }
}
