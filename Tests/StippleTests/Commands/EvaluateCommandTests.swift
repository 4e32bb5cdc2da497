import Foundation
import Testing

@testable import stipple

@Suite struct EvaluateCommandTests {
  private func json(_ run: Invocation) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any],
      "\(run.notes)")
  }

  private func number(_ json: [String: Any], _ path: String...) -> Double {
    var value: Any? = json
    for key in path { value = (value as? [String: Any])?[key] }
    return (value as? NSNumber)?.doubleValue ?? .nan
  }

  @Test func theExactModelIsAsGoodAsRealDataCanTell() throws {
    let report = try json(
      Invocation(
        "evaluate", "eight-gaussians", "--sampler", "ddim", "--schedule", "cosine", "--steps",
        "10", "--count", "80", "--seed", "1", "--json", "--metrics",
        "wasserstein,sliced-wasserstein,energy,mmd,prdc,modes"))
    #expect(report["sampler"] as? String == "ddim" && report["steps"] as? Int == 10)
    #expect(report["n"] as? Int == 80 && report["seed"] as? Int == 1)
    #expect(report["network_calls"] as? Int == 10)
    #expect(number(report, "modes_found") == 8 && number(report, "modes_found_ideal") == 8)
    // Four standard deviations of a share of 0.989 among 80 samples are 0.05; ten steps lose more.
    #expect(number(report, "high_quality_fraction") > 0.989 - 0.08)
    for name in ["w1", "w2", "sliced_w2", "max_sliced_w2_over_64"] {
      #expect(number(report, name) < 2.5 * number(report, "\(name)_floor"), "\(name)")
    }
    #expect(number(report, "w1") <= number(report, "w2"))
    #expect(number(report, "sliced_w2") <= number(report, "w2"))
    #expect(number(report, "energy_floor", "squared_v") > 0)
    #expect(number(report, "mmd", "0.5", "mmd2_biased") > 0)
    #expect(number(report, "prdc_k5", "precision") > 0.9)
    let shares = try #require(report["share"] as? [String: Double])
    #expect(shares.count == 8 && abs(shares.values.reduce(0, +) - 1) < 1e-12)
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.allSatisfy { ($0["definition"] as? String)?.isEmpty == false })
  }

  @Test func theDensityOfTheExactModelsFlowIsTheExactDensity() throws {
    let report = try json(
      Invocation(
        "evaluate", "eight-gaussians", "--sampler", "ddim", "--steps", "2", "--count", "3",
        "--metrics", "flow-likelihood", "--json"))
    // The divergence is taken by differences, to three digits.
    #expect(abs(number(report, "nll_flow") - number(report, "nll_flow_floor")) < 0.01)
  }

  @Test func everyRowOfTheTableIsCompleteByItself() {
    let run = Invocation(
      "evaluate", "eight-gaussians", "--sampler", "heun", "--steps", "4", "--count", "50",
      "--metrics", "sliced-wasserstein,modes,mmd")
    #expect(
      run.lines.first
        == "metric,value,deviation,floor,ideal,n,seed,seeds,network_calls,definition")
    #expect(run.lines.count > 20)
    for line in run.lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == 10, "\(line)")
      #expect(fields[5...8] == ["50", "7", "1", "7"])
      #expect(Double(fields[1]) != nil && Double(fields[3]) != nil)
    }
  }

  @Test(
    "Given samples are judged as the reference judges them",
    .reference("06_metrics/modes.json"),
    arguments: ["ringB", "ringDrop", "ringU"].filter {
      ReferenceFile.path("06_metrics/sets/\($0).csv") != nil
    })
  func givenSamples(name: String) throws {
    let scratch = try Scratch()
    let file = try #require(ReferenceFile.path("06_metrics/modes.json"))
    let entries = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
    let expected = try #require((entries as? [String: [String: Any]])?[name])
    let report = try json(
      Invocation(
        "evaluate", ReferencePreset.write("ring8", in: scratch), "--samples",
        #require(ReferenceFile.path("06_metrics/sets/\(name).csv")), "--metrics",
        "modes,likelihood", "--json"))
    for key in [
      "high_quality_fraction", "modes_with_at_least_1_hq", "modes_with_hq_ge_10pct_of_equal_share",
      "modes_with_hq_ge_50pct_of_equal_share", "kl_counts_to_uniform", "entropy_nats", "mean_nll",
    ] {
      let value = try #require((expected[key] as? NSNumber)?.doubleValue)
      #expect(abs(number(report, key) - value) < 1e-9 * (1 + abs(value)), "\(key)")
    }
    #expect(report["network_calls"] as? Int == 0 && report["sampler"] == nil)
  }

  @Test("Flags of drawing are told to have no part where samples are given, and change nothing")
  func unreadFlags() throws {
    let scratch = try Scratch()
    let file = try scratch.write("x,y\n0,1\n1,0\n", to: "s.csv")
    let base = ["evaluate", "eight-gaussians", "--samples", file, "--metrics", "modes,likelihood"]
    let plain = Invocation(list: base)
    #expect(plain.status == 0 && plain.notes.isEmpty)
    let flags = ["--sampler", "ddim", "--steps", "5", "--eta", "0.5"]
    let run = Invocation(list: base + flags)
    #expect(run.status == 0 && run.output == plain.output && run.notes.count == 1)
    #expect(run.notes.first?.contains("--sampler, --steps, --eta have no part") == true)
    let one = Invocation(list: base + ["--model", "nowhere.safetensors"])
    #expect(one.status == 0 && one.notes.first?.contains("--model has no part") == true)
  }

  @Test func severalSeedsAreTheMeanOfEachAlone() throws {
    func report(_ flags: String...) throws -> [String: Any] {
      try json(
        Invocation(
          list: [
            "evaluate", "eight-gaussians", "--sampler", "ddim", "--steps", "3", "--count", "60",
            "--metrics", "sliced-wasserstein", "--json",
          ] + flags))
    }
    let alone = try ["5", "6"].map { try report("--seed", $0) }
    let both = try report("--seed", "5", "--seeds", "2")
    #expect(both["seeds"] as? [Int] == [5, 6])
    for name in ["sliced_w2", "sliced_w2_floor"] {
      let (one, other) = (number(alone[0], name), number(alone[1], name))
      #expect(abs(number(both, name) - (one + other) / 2) < 1e-12)
    }
    let gap = abs(number(alone[0], "sliced_w2") - number(alone[1], "sliced_w2"))
    #expect(abs(number(both, "sliced_w2_deviation") - gap / 2.0.squareRoot()) < 1e-12)
    #expect(alone[0]["sliced_w2_deviation"] == nil)
  }

  @Test(arguments: [
    ([], 4, true), (["--guidance", "3"], 8, true), (["--guidance", "-1"], 8, false),
    (["--guidance", "3", "--guidance-interval", "0.3,1e9"], 7, true),
  ])
  func guidedSamplesAreHeldAgainstTheirLabel(
    flags: [String], calls: Int, isOfLabel: Bool
  ) throws {
    let report = try json(
      Invocation(
        list: [
          "evaluate", "eight-gaussians", "--sampler", "ddim", "--timestep-list", "999,600,300,40",
          "--label", "north", "--count", "40", "--metrics", "labels,modes", "--json",
        ] + flags))
    #expect(report["grid"] as? String == "timestep-list" && report["steps"] as? Int == 4)
    #expect(report["label"] as? String == "north")
    #expect(report["network_calls"] as? Int == calls)
    #expect((number(report, "label_accuracy") > 0.9) == isOfLabel)
    #expect(number(report, "label_accuracy_floor") == 1)
    #expect((report["share"] as? [String: Double])?.count == 1)
  }

  @Test(arguments: [
    ("x,y\n0,inf\n", "s.csv:2:3: 'inf' is not a finite number"),
    ("x,y\n0,0\n0,1e200\n", "s.csv:3:1: a coordinate is beyond 1e+100"),
  ])
  func unusableSamplesAreAnsweredWithOneLine(text: String, words: String) throws {
    let scratch = try Scratch()
    let run = Invocation(
      "evaluate", "eight-gaussians", "--samples", try scratch.write(text, to: "s.csv"))
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains(words), "\(run.notes)")
  }
}
