import Diffusion
import Foundation
import Testing

@testable import stipple

@Suite("Data in units of its own, on the command line")
struct StandardizeCommandTests {
  /// Twenty places of a map in metres.
  private static let places = (0..<20).map { index in
    let angle = Double(index) / 20 * 2 * Double.pi
    return Point(912_000 + 40_000 * cos(angle), 3_700_000 + 90_000 * sin(angle))
  }

  private func preset(
    _ scratch: borrowing Scratch, _ keys: String = "", places: [Point] = places
  ) throws -> String {
    let rows = places.map { "\($0.x),\($0.y)" }.joined(separator: "\n")
    _ = try scratch.write("x,y\n\(rows)\n", to: "map.csv")
    return try scratch.write("distribution: {points: map.csv}\n\(keys)\n", to: "map.yaml")
  }

  private func nearest(_ row: [Double]) -> Double {
    Self.places.map { ($0 - Point(row[0], row[1])).length }.min() ?? .infinity
  }

  @Test("Samples are where the data is, and one line says why")
  func samples() throws {
    let scratch = try Scratch()
    let arguments = ["--sampler", "ddim", "--steps", "30", "--count", "200", "--seed", "1"]
    let run = Invocation(list: ["sample", try preset(scratch)] + arguments)
    #expect(run.status == 0 && run.rows.count == 200)
    #expect(run.notes.count == 1 && run.notes[0].contains("the data is standardized"))
    #expect(run.rows.allSatisfy { nearest($0) < 25_000 })
    let asked = Invocation(list: ["sample", try preset(scratch, "standardize: true")] + arguments)
    #expect(asked.notes.isEmpty && asked.output == run.output)
    let plain = Invocation(list: ["sample", try preset(scratch, "standardize: false")] + arguments)
    #expect(plain.status == 0 && plain.notes.count == 1)
    #expect(plain.notes[0].contains("not yet noise"))
    #expect(plain.notes[0].contains("standardize: true"))
  }

  @Test("Every method that draws points draws them where the data is", arguments: Method.allCases)
  func everyMethod(_ method: Diffusion.Method) throws {
    if method == .latent { return }  // draws pictures
    let scratch = try Scratch()
    let run = Invocation(
      "sample", try preset(scratch, "method: \(method.id)"), "--count", "60", "--seed", "1")
    #expect(run.status == 0 && run.rows.count == 60)
    // A prior of its own stays where it is, which only a network minds.
    let note = method == .transport ? "no match for a network" : "the data is standardized"
    #expect(run.notes.allSatisfy { $0.contains(note) })
    #expect(method != .transport || run.notes.count == 1)
    #expect(run.rows.allSatisfy { nearest($0) < 25_000 })
  }

  @Test("A trajectory is in the data's units from its start, which standard-normal noise gives")
  func trajectory() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "standardize: true")
    let noise = try scratch.write("x,y\n0,0\n1,-2\n-0.5,1\n", to: "noise.csv")
    let run = Invocation(
      "sample", path, "--sampler", "ddim", "--steps", "5", "--initial", noise, "--trajectory")
    let frame = try #require(Self.frame)
    #expect(run.rows.count == 6 * 3)
    for (row, start) in zip(run.rows, [Point.zero, Point(1, -2), Point(-0.5, 1)]) {
      #expect((Point(row[2], row[3]) - frame.restored(start)).length < 1e-6)
    }
    // The places are alike on both sides of their centre, so what starts there has nowhere to go.
    for row in run.rows where row[1] == 0 {
      #expect((Point(row[2], row[3]) - frame.centre).length < 1e-3)
    }
    #expect(run.rows.suffix(2).allSatisfy { nearest(Array($0.dropFirst(2))) < 25_000 })
  }

  /// The mean of the places and their deviation, worked out in another way.
  private static var frame: Standardization? {
    let mean = places.reduce(.zero, +) / 20
    let square = places.map { pow($0.x - mean.x, 2) + pow($0.y - mean.y, 2) }
    return Standardization(centre: mean, spread: (square.reduce(0, +) / 40).squareRoot())
  }

  @Test("The score is the gradient of the log density, and the clean point is among the data")
  func field() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "schedule: {kind: straight-line}")
    let step = 5.0
    let places = [Point(930_000, 3_720_000), Point(880_000, 3_640_000)].flatMap {
      [$0, $0 + Point(step, 0), $0 - Point(step, 0), $0 + Point(0, step), $0 - Point(0, step)]
    }
    let rows = places.map { "\($0.x),\($0.y)" }.joined(separator: "\n")
    let points = try scratch.write("x,y\n\(rows)\n", to: "points.csv")
    let run = Invocation("field", path, "--points", points, "--time", "0.4")
    #expect(run.status == 0)
    let frame = try #require(Self.frame)
    for first in [0, 5] {
      let table = run.rows[first..<first + 5].map { $0 }
      let gradient = Point(
        (table[1][2] - table[2][2]) / (2 * step), (table[3][2] - table[4][2]) / (2 * step))
      let score = Point(table[0][3], table[0][4])
      #expect((gradient - score).length < 1e-5 * score.length)
      let noise = Point(table[0][5], table[0][6])
      let clean = Point(table[0][7], table[0][8])
      // X = centre + spread (alpha u + sigma noise), here with alpha 0.6 and sigma 0.4.
      let place = frame.centre + 0.6 * (clean - frame.centre) + 0.4 * frame.spread * noise
      #expect((place - Point(table[0][0], table[0][1])).length < 1e-3)
      let velocity = Point(table[0][11], table[0][12])
      #expect((velocity - (frame.spread * noise - (clean - frame.centre))).length < 1e-3)
      let v = Point(table[0][9], table[0][10])
      #expect((v - (0.6 * noise - 0.4 * frame.standardized(clean))).length < 1e-6)
    }
  }

  @Test("Data is diffused about its centre, in its own units")
  func diffuse() throws {
    let scratch = try Scratch()
    let path = try preset(scratch)
    let points = try scratch.write("x,y\n950000,3690000\n", to: "points.csv")
    let noise = try scratch.write("x,y\n0.5,-1\n", to: "noise.csv")
    let run = Invocation("diffuse", path, "--t", "499", "--points", points, "--noise", noise)
    let level = try Schedule(ScheduleSpecification()).levels[499]
    let frame = try #require(Self.frame)
    let expected =
      frame.centre + level.alpha * (Point(950_000, 3_690_000) - frame.centre)
      + frame.spread * level.sigma * Point(0.5, -1)
    #expect((Point(run.rows[0][0], run.rows[0][1]) - expected).length < 1e-6)
  }

  @Test("A network says its frame, and answers for its data with it and without")
  func network() throws {
    let scratch = try Scratch()
    let path = try preset(scratch)
    let file = scratch.file("map.safetensors")
    #expect(Invocation("train", path, "--iterations", "30", "-o", file).status == 0)
    let weights = try WeightFile.read(file, as: Weights.self)
    let frame = try #require(Self.frame)
    #expect((weights.frame.centre - frame.centre).length < 1e-6)
    #expect(abs(weights.frame.spread / frame.spread - 1) < 1e-12)
    let points = try scratch.write("x,y\n950000,3690000\n", to: "points.csv")
    let run = Invocation("field", path, "--points", points, "--t", "499", "--model", file)
    let answer = try #require(run.rows.first)
    let level = try Schedule(ScheduleSpecification()).levels[499]
    // By the metadata alone: x, then the network in the frame's coordinates.
    let x = frame.standardized(Point(950_000, 3_690_000))
    let estimate = LearnedDenoiser(weights: weights).estimates(of: [x], at: level)[0]
    #expect((Point(answer[7], answer[8]) - frame.restored(estimate.clean)).length < 1)
    #expect((Point(answer[5], answer[6]) - estimate.noise).length < 1e-6)
  }

  @Test("The distance of samples is in the data's units and within the floor")
  func evaluate() throws {
    let scratch = try Scratch()
    let run = Invocation(
      "evaluate", try preset(scratch), "--sampler", "ddim", "--steps", "30", "--count", "400",
      "--metrics", "sliced-wasserstein,likelihood", "--json")
    #expect(run.status == 0 && run.notes.count == 1)
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let (distance, floor) = (json["sliced_w2"] as? Double, json["sliced_w2_floor"] as? Double)
    #expect(try #require(distance) > 100)
    #expect(try #require(distance) < 2.5 * #require(floor))
    let (nll, real) = (json["mean_nll"] as? Double, json["mean_nll_floor"] as? Double)
    #expect(abs(try #require(nll) - #require(real)) < 0.5)
    #expect(try #require(real) > 2 * log(10_000))
  }

  @Test("An energy's score is the gradient of its log density, exact and learned")
  func energy() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "method: energy")
    let file = scratch.file("energy.safetensors")
    #expect(Invocation("train", path, "--iterations", "30", "-o", file).status == 0)
    let step = 40.0
    let places = [Point(930_000, 3_720_000)].flatMap {
      [$0, $0 + Point(step, 0), $0 - Point(step, 0), $0 + Point(0, step), $0 - Point(0, step)]
    }
    let rows = places.map { "\($0.x),\($0.y)" }.joined(separator: "\n")
    let points = try scratch.write("x,y\n\(rows)\n", to: "points.csv")
    let diffusion = Invocation("field", try preset(scratch), "--points", points, "--t", "499")
    for model in ["exact", file] {
      let run = Invocation(
        "field", try preset(scratch, "method: energy"), "--points", points, "--t", "499",
        "--model", model)
      let table = run.rows
      #expect(run.status == 0 && table.count == 5)
      let gradient = Point(
        (table[1][2] - table[2][2]) / (2 * step), (table[3][2] - table[4][2]) / (2 * step))
      let score = Point(table[0][4], table[0][5])
      #expect((gradient - score).length < 1e-2 * score.length)
      if model != "exact" { continue }
      // The density that diffusion tells, and its score.
      #expect(abs(table[0][2] - diffusion.rows[0][2]) < 1e-6)
      let exact = Point(diffusion.rows[0][3], diffusion.rows[0][4])
      #expect((score - exact).length < 1e-6 * score.length)
    }
  }

  @Test("A jump leads from where noise is to the data, in the data's units")
  func jump() throws {
    let scratch = try Scratch()
    let path = try preset(scratch, "method: flow-map")
    let frame = try #require(Self.frame)
    let noise = [Point(1, -2), Point(-0.5, 1)]
    let initial = try scratch.write("x,y\n1,-2\n-0.5,1\n", to: "noise.csv")
    let rows = noise.map { frame.restored($0) }.map { "\($0.x),\($0.y)" }
    let points = try scratch.write(
      "x,y\n\(rows.joined(separator: "\n"))\n", to: "points.csv")
    let jumps = Invocation("field", path, "--points", points, "--jump", "1,0").rows
    let samples = Invocation("sample", path, "--steps", "1", "--initial", initial).rows
    #expect(jumps.count == 2 && samples.count == 2)
    for (jump, sample) in zip(jumps, samples) {
      #expect((Point(jump[2], jump[3]) - Point(sample[0], sample[1])).length < 1)
      #expect(nearest(sample) < 25_000)
    }
  }

  @Test("The key is kept by presets and lines, and is refused where it is of no use")
  func keys() throws {
    let scratch = try Scratch()
    for keys in ["", "standardize: true", "standardize: false"] {
      let experiment = try PresetReader.experiment(inFile: try preset(scratch, keys))
      let text = try PresetWriter.text(of: experiment, path: scratch.file("again.yaml"))
      let again = try scratch.write(text, to: "again.yaml")
      #expect(try PresetReader.experiment(inFile: again) == experiment)
      // A line has the points written out, which by themselves are taken as they are.
      let line = try RunLine(experiment, script: []).text
      #expect(line.contains("standardize: true") == experiment.isStandardized)
    }
    let refused = Invocation(
      "sample",
      try scratch.write(
        "distribution: eight-gaussians\nprior: {arrangement: opposite}\nstandardize: true\n",
        to: "prior.yaml"))
    #expect(refused.status == 2)
    #expect(refused.notes.first?.contains("prior.yaml:3:14: standardize is of use only") == true)
  }

  @Test("A place that is too far names its file and line")
  func tooFar() throws {
    let scratch = try Scratch()
    let run = Invocation(
      "sample", try preset(scratch, places: Self.places + [Point(1e13, 0), Point(2e13, 0)]))
    #expect(run.status == 2)
    #expect(run.notes.first?.contains("map.csv:22:1: the place (10000000000000.0, 0.0)") == true)
    let far = Invocation(
      "sample", try preset(scratch, places: Self.places.map { $0 + Point(1e9, -5e9) }), "--count",
      "5", "--sampler", "ddim")
    #expect(far.status == 0 && far.rows.allSatisfy { $0[1] < -4.9e9 })
  }
}
