import Foundation
import Testing

@testable import stipple

@Suite("Known points at the command line") struct DataCommandTests {
  private func preset(
    _ scratch: borrowing Scratch, _ data: String = "{name: two-moons, samples: 30}",
    _ rest: String = "seed: 3"
  ) throws -> String {
    try scratch.write("distribution: \(data)\n\(rest)\n", to: "few.yaml")
  }

  @Test("There are exactly as many as the preset says, whatever the seed of a command")
  func known() throws {
    let scratch = try Scratch()
    let preset = try preset(scratch)
    let run = Invocation("data", preset)
    #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
    #expect(run.lines[0] == "x,y,label" && run.lines.count == 31)
    let other = Invocation("data", preset, "--seed", "5")
    #expect(other.output == run.output)
    #expect(other.notes.count == 1 && other.notes[0].contains("--set '{seed: ...}'"))
    let redrawn = Invocation("data", preset, "--set", "{seed: 5}")
    #expect(redrawn.status == 0 && redrawn.output != run.output && redrawn.lines.count == 31)
    let more = Invocation("data", preset, "--count", "31")
    #expect(more.status == 2 && more.notes[0].contains("samples: 30"))
  }

  @Test("Without samples they are fresh draws")
  func fresh() throws {
    let run = Invocation("data", "eight-gaussians")
    #expect(run.status == 0 && run.lines.count == 1001)
    let few = Invocation("data", "eight-gaussians", "--count", "12", "--seed", "4")
    #expect(few.lines.count == 13)
    #expect(
      Invocation("data", "eight-gaussians", "--count", "12", "--seed", "5").output != few.output)
  }

  @Test(
    "They stand beside a name, components, points and a word",
    arguments: [
      "{components: [{mean: [0, 1], std: 0.1}], samples: 4}",
      "{samples: 4, points: [[0, 1], [2, 3]]}",
      "{word: Hi, samples: 4}", "{name: grid-25, samples: 4, seed: 12}",
    ])
  func beside(data: String) throws {
    let scratch = try Scratch()
    let run = Invocation("data", try preset(scratch, data))
    #expect(run.status == 0 && run.lines.count == 5, "\(run.notes)")
  }

  @Test("A preset that is saved keeps them")
  func saved() throws {
    let scratch = try Scratch()
    let path = try preset(scratch)
    var experiment = try PresetReader.experiment(inFile: path)
    experiment.seed = 99
    let text = try PresetWriter.text(of: experiment)
    let again = try PresetReader(file: "again").experiment(from: text)
    #expect(again == experiment)
    let copy = try scratch.write(text, to: "copy.yaml")
    #expect(Invocation("data", copy).output == Invocation("data", path).output)
  }

  @Test(
    "What is wrong is said with its place",
    arguments: [
      ("{name: two-moons, samples: 0}", "few.yaml:1:42: samples must be from 1 to 100000, not 0"),
      ("{name: two-moons, samples: many}", "samples must be a whole number"),
      ("{name: two-moon, samples: 3}", "did you mean 'two-moons'"),
      ("{samples: 3}", "distribution must be a name, or have"),
      ("{name: two-moons, points: [[0, 1]]}", "only one of"),
      ("{name: two-moons, seed: 3}", "only beside samples"),
    ])
  func wrong(data: String, words: String) throws {
    let scratch = try Scratch()
    let run = Invocation("data", try preset(scratch, data))
    #expect(run.status == 2 && run.output.isEmpty && run.notes.count == 1)
    #expect(run.notes[0].contains(words), "\(run.notes)")
  }

  @Test("Methods that need all of the distribution say so")
  func method() throws {
    let scratch = try Scratch()
    let path = try preset(
      scratch, "{name: two-moons, samples: 9}", "method: inverse-cdf")
    let run = Invocation("data", path)
    #expect(run.status == 2 && run.notes[0].contains("few.yaml:1:42: the method inverse-cdf"))
  }

  @Test("The field of known points is the softmax over them")
  func field() throws {
    let scratch = try Scratch()
    let preset = try preset(scratch, "{name: eight-gaussians, samples: 25}")
    let known = Invocation("data", preset).rows.map { [$0[0], $0[1]] }
    let places = try scratch.write("x,y\n0.3,0.4\n", to: "places.csv")
    let exact = Invocation("field", preset, "--points", places, "--t", "500")
    let run = Invocation("field", preset, "--points", places, "--t", "500", "--model", "empirical")
    #expect(run.status == 0 && run.lines[0] == exact.lines[0], "\(run.notes)")
    let level = Invocation("schedule", "eight-gaussians").rows[500]
    let (alpha, sigma) = (level[3], level[4])
    let exponents = known.map { point in
      let (dx, dy) = (0.3 - alpha * point[0], 0.4 - alpha * point[1])
      return -(dx * dx + dy * dy) / (2 * sigma * sigma)
    }
    let most = exponents.max() ?? 0
    let total = exponents.reduce(0) { $0 + exp($1 - most) }
    let density = most + log(total / 25 / (2 * Double.pi * sigma * sigma))
    #expect(abs(run.rows[0][2] - density) < 1e-10)
    let part = Invocation(
      "field", preset, "--points", places, "--t", "500", "--model", "empirical", "--conditional",
      "7")
    #expect(abs((part.rows[0].last ?? 0) - exp(exponents[7] - most) / total) < 1e-12)
    #expect(abs(part.rows[0][7] - known[7][0]) < 1e-14)
    let beyond = Invocation(
      "field", preset, "--points", places, "--t", "5", "--model", "empirical", "--conditional", "25"
    )
    #expect(beyond.status == 2 && beyond.notes[0].contains("from 0 to 24, the last training point"))
    let clean = Invocation(
      "field", preset, "--points", places, "--sigma", "0", "--model", "empirical")
    #expect(clean.status == 0 && clean.rows[0].allSatisfy { !$0.isNaN })
  }

  @Test("A model of known points copies them, and it is seen")
  func copies() throws {
    let scratch = try Scratch()
    let preset = try preset(scratch)
    let run = Invocation(
      "evaluate", preset, "--model", "empirical", "--sampler", "ode", "--count", "60", "--metrics",
      "memorization", "--json")
    #expect(run.status == 0, "\(run.notes)")
    let figures = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(figures?["memorized"] as? Double == 1)
    let floor = try #require(figures?["memorized_floor"] as? Double)
    #expect(floor > 0 && floor < 0.6)
    #expect(figures?["sliced_w2_training"] as? Double != nil)
    let all = Invocation(
      "evaluate", preset, "--model", "empirical", "--sampler", "ddim", "--steps", "5", "--count",
      "20")
    #expect(all.status == 0 && !all.output.contains("nll_flow"), "\(all.notes)")
    let without = Invocation("sample", "eight-gaussians", "--model", "empirical")
    #expect(without.status == 2 && without.notes[0].contains("samples: 400"))
  }

  @Test("A network learns from them alone")
  func trained() throws {
    let scratch = try Scratch()
    let preset = try preset(scratch, "{name: two-moons, samples: 1}")
    let weights = scratch.file("one.safetensors")
    let run = Invocation(
      "train", preset, "--iterations", "300", "--seed", "8", "-o", weights)
    #expect(run.status == 0, "\(run.notes)")
    let known = Invocation("data", preset).rows[0]
    let samples = Invocation(
      "sample", preset, "--model", weights, "--sampler", "ddim", "--steps", "20", "--count", "40")
    #expect(samples.status == 0 && samples.notes.isEmpty, "\(samples.notes)")
    // The one point is where everything goes, far from the rest of both moons.
    for row in samples.rows {
      #expect(abs(row[0] - known[0]) < 0.5 && abs(row[1] - known[1]) < 0.5, "\(row) \(known)")
    }
  }
}
