import Foundation
import Testing

@testable import stipple

/// Labels of starts and of data points on the way to another prior, through the command line.
@Suite struct TransportLabelTests {
  /// Two labels with a prior each, on a straight line.
  private func preset(
    in scratch: borrowing Scratch, weight: Double = 1, isPassed: Bool = false, further: String = ""
  ) throws -> String {
    try scratch.write(
      """
      distribution:
        components:
          - {mean: [-1, 0], std: 0.2, label: a, weight: \(weight)}
          - {mean: [1, 0], std: 0.2, label: b}
      prior:
        per_label:
          a: {mean: [0, 1], std: 0.5}
          b: {mean: [0, -1], std: 0.5}
      path: straight-line
      label_passed: \(isPassed)
      \(further)
      """, to: "preset.yaml")
  }

  @Test("Noisy points lie between the data and what the label's prior makes of the noise")
  func diffusing() throws {
    let scratch = try Scratch()
    let preset = try preset(in: scratch)
    let points = try scratch.write("x,y,label\n-1,0.5,a\n1,0,b\n", to: "data.csv")
    let noise = try scratch.write("x,y\n0.5,-1\n2,0\n", to: "noise.csv")
    let run = Invocation("diffuse", preset, "--t", "249", "--points", points, "--noise", noise)
    // (1 - t) clean + t (mean + std noise) at t = 0.25.
    #expect(run.lines == ["x,y,label", "-0.6875,0.5,a", "1.0,-0.25,b"])
    let unlabelled = try scratch.write("x,y\n-1,0.1\n", to: "unlabelled.csv")
    let refused = Invocation("diffuse", preset, "--t", "249", "--points", unlabelled)
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.notes.contains { $0.contains("need a label each") })
  }

  @Test("Drawn noisy points end in the priors of their labels")
  func drawing() throws {
    let scratch = try Scratch()
    let run = Invocation(
      "diffuse", try preset(in: scratch), "--t", "999", "--count", "2000", "--seed", "3")
    for (label, height) in [("a", 1.0), ("b", -1.0)] {
      let own = run.lines.dropFirst().map { $0.split(separator: ",") }.filter { $0[2] == label }
      let mean = own.reduce(0) { $0 + (Double($1[1]) ?? .nan) } / Double(own.count)
      // Five standard errors of the mean of about a thousand.
      #expect(own.count > 800 && abs(mean - height) < 5 * 0.5 / Double(own.count).squareRoot())
    }
  }

  @Test("A start of a label that no data has is refused where it stands")
  func weightlessLabels() throws {
    let scratch = try Scratch()
    let start = try scratch.write("x,y,label\n0,1,b\n0,1,a\n", to: "start.csv")
    for isPassed in [true, false] {
      let preset = try preset(in: scratch, weight: 0, isPassed: isPassed)
      let run = Invocation("sample", preset, "--initial", start)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.notes.first?.contains("start.csv:3:5: the label 'a' has no weight") == true)
    }
  }

  @Test("A file and --label that contradict one another are refused; alike they go together")
  func contradictions() throws {
    let scratch = try Scratch()
    let preset = try preset(in: scratch)
    let start = try scratch.write("x,y,label\n0.2,0.3,b\n-1,1,a\n", to: "start.csv")
    let arguments = [
      "sample", preset, "--initial", start, "--sampler", "flow-euler", "--steps", "2",
    ]
    let refused = Invocation(list: arguments + ["--label", "b"])
    #expect(refused.status == 2)
    #expect(refused.notes.first?.contains("start.csv:3:6: this start belongs to 'a'") == true)
    let plain = Invocation(list: arguments)
    #expect(plain.status == 0 && plain.lines.map { $0.suffix(1) }.dropFirst() == ["b", "a"])
    #expect(Invocation(list: arguments + ["--label", "a or b"]).output == plain.output)
  }

  @Test("Labels of starts are carried along where the prior is the standard normal")
  func standardPrior() throws {
    let scratch = try Scratch()
    let start = try scratch.write("x,y,label\n0.2,0.3,north\n-1,1,\"east\"\n", to: "start.csv")
    let arguments = ["sample", "eight-gaussians", "--sampler", "ddim", "--steps", "3"]
    let run = Invocation(list: arguments + ["--initial", start])
    #expect(run.lines.first == "x,y,label")
    #expect(run.lines.dropFirst().map { $0.split(separator: ",").last } == ["north", "east"])
    let unknown = try scratch.write("x,y,label\n0,0,nord\n", to: "unknown.csv")
    let refused = Invocation(list: arguments + ["--initial", unknown])
    #expect(refused.status == 2)
    #expect(refused.notes.first?.contains("unknown.csv:2:5:") == true)
  }

  @Test("A measure that was asked for and cannot be taken is told, not left out")
  func askedMeasures() throws {
    let scratch = try Scratch()
    let few = ["--count", "50", "--steps", "2", "--sampler", "ddim"]
    let retention = Invocation(
      list: ["evaluate", "eight-gaussians", "--metrics", "retention"] + few)
    #expect(retention.status == 2 && retention.output.isEmpty)
    #expect(retention.notes.contains { $0.contains("nothing to say of 'retention'") })
    // ... and takes no other along.
    for names in ["retention,frechet", "frechet,retention"] {
      let mixed = Invocation(list: ["evaluate", "eight-gaussians", "--metrics", names] + few)
      #expect(mixed.status == 1)
      #expect(mixed.output.contains("frechet_squared_ddof0,"))
      #expect(mixed.notes.contains { $0.contains("nothing to say of 'retention'") })
      #expect(!mixed.notes.contains { $0.contains("'frechet'") })
    }
    let preset = try preset(in: scratch, further: "model: exact")
    let run = Invocation(
      "evaluate", preset, "--count", "60", "--metrics", "retention", "--json", "--sampler",
      "flow-euler", "--steps", "5")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(json?["label_passed"] as? Bool == false)
    #expect(try #require(json?["label_retention"] as? Double) > 0.9)
  }
}
