import Foundation
import Testing

@testable import stipple

@Suite struct GuidanceCommandTests {
  private static let classes = [
    (mixture: "irregular", label: 0), ("irregular", 2), ("ring8_4classes", 0),
    ("ring8_4classes", 3),
  ]

  /// How many points of a file are repeated: debug builds are slow.
  private static let points = 5

  @Test(
    "Guided runs of the reference", .reference("05_guidance/ddim_cfg_irregular_class0.csv"),
    arguments: classes, ["cfg", "negative"])
  func runs(target: (mixture: String, label: Int), kind: String) throws {
    let scratch = try Scratch()
    let preset = try ReferencePreset.write(target.mixture, in: scratch)
    let reference = try ReferenceFile.rows(
      "05_guidance/ddim_\(kind)_\(target.mixture)_class\(target.label).csv")
    let count = target.mixture == "irregular" ? 3 : 4
    let start = try ReferenceFile.rows("inputs/noise64.csv").prefix(Self.points)
    let noise = try scratch.write(
      "x,y\n" + start.map { "\($0[0]),\($0[1])\n" }.joined(), to: "noise.csv")
    for weight in [0, 1, 7.5] {
      let expected = reference.filter { $0[0] == weight }.prefix(Self.points)
        .map { Array($0[2...3]) }
      let negative = kind == "negative" ? ["--negative", "\((target.label + 1) % count)"] : []
      let run = Invocation(
        list: [
          "sample", preset, "--sampler", "ddim", "--grid", "leading", "--steps", "20",
          "--initial", noise, "--label", "\(target.label)", "--guidance", "\(weight)",
        ] + negative)
      #expect(run.status == 0, "\(run.notes)")
      #expect(largestDeviation(run.rows, expected) < 1e-8, "weight \(weight)")
    }
  }

  @Test(
    "Guided fields of the reference", .reference("05_guidance/guided_eps_irregular.csv"),
    arguments: [("irregular", 3), ("ring8_4classes", 4)], [5, 400])
  func fields(mixture: (name: String, labels: Int), t: Int) throws {
    let scratch = try Scratch()
    let preset = try ReferencePreset.write(mixture.name, in: scratch)
    let places = try ReferenceFile.rows("05_guidance/fields_\(mixture.name).csv")
    let reference = try ReferenceFile.rows("05_guidance/guided_eps_\(mixture.name).csv")
    let weights = [2, 7.5]
    for (label, weight) in (0..<mixture.labels).flatMap({ l in weights.map { (l, $0) } }) {
      let here = places.filter { Int($0[0]) == t && Int($0[2]) == label }
        .prefix(Self.points)
      let guided = reference.filter {
        Int($0[0]) == t && Int($0[2]) == label && $0[4] == weight
      }.prefix(Self.points)
      try #require(!here.isEmpty && here.map { $0[1] } == guided.map { $0[1] })
      let points = try scratch.write(
        "x,y\n" + here.map { "\($0[4]),\($0[5])\n" }.joined(), to: "points.csv")
      let flags = [
        "field", preset, "--points", points, "--t", "\(t)", "--label", "\(label)", "--guidance",
        "\(weight)",
      ]
      let free = Invocation(list: flags).rows
      #expect(
        largestDeviation(free.map { Array($0[5...6]) }, guided.map { Array($0[5...6]) }) < 1e-8)
      // The label's probability, in its column among those of all labels.
      #expect(
        largestDeviation(free.map { [$0[11 + label]] }, here.map { [exp($0[6])] }) < 1e-8)
      let away = Invocation(list: flags + ["--negative", "\(Int(guided[0][3]))"]).rows
      #expect(
        largestDeviation(away.map { Array($0[5...6]) }, guided.map { Array($0[7...8]) }) < 1e-8)
    }
  }

  @Test func promptsPickWhatIsDrawn() throws {
    let flags = ["sample", "eight-gaussians", "--sampler", "ddim", "--steps", "50", "--count", "9"]
    let one = Invocation(list: flags + ["--label", "north or north"])
    #expect(one.output == Invocation(list: flags + ["--label", "north"]).output)
    let warm = Invocation(list: flags + ["--label", "warm not north not east"])
    #expect(warm.status == 0 && warm.rows.allSatisfy { $0[1] > 0.5 && abs($0[0]) > 0.5 })
    #expect(warm.rows.contains { $0[0] > 0 } && warm.rows.contains { $0[0] < 0 })
    let probability = Invocation(
      "evaluate", "eight-gaussians", "--sampler", "ddim", "--steps", "10", "--count", "20",
      "--label", "warm", "--metrics", "labels,diversity,tilted", "--json")
    #expect(probability.status == 0, "\(probability.notes)")
    for key in ["label_accuracy\" : 1", "spread_ratio", "tilted_sliced_w2_floor"] {
      #expect(probability.output.contains(key), "\(probability.output)")
    }
  }

  @Test func networksAreToldLabelsAndClassifiersLeadToThem() throws {
    let scratch = try Scratch()
    let preset = try scratch.write(
      "distribution: two-moons\nmodel: {hidden: [8]}\ntraining: {batch: 16}\n", to: "p.yaml")
    let files = ["plain", "told", "classifier"].map { scratch.file($0) }
    for (file, flags) in zip(
      files, [[], ["--labels", "--label-dropout", "0.5"], ["--classifier"]])
    {
      let run = Invocation(list: ["train", preset, "--iterations", "20", "-o", file] + flags)
      #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
      #expect(run.output.contains("\"upper\"") != flags.isEmpty)
    }
    let draw = [
      "sample", preset, "--sampler", "ddim", "--steps", "3", "--count", "4", "--label", "upper",
      "--guidance", "2", "--model",
    ]
    let outputs = try [
      [files[0]], [files[1]], [files[1], "--guidance-kind", "exact-posterior"],
      [files[1], "--classifier", files[2]], [files[1], "--negative", "lower"],
    ].map { flags in
      let run = Invocation(list: draw + flags)
      try #require(run.status == 0, "\(run.notes)")
      return run.output
    }
    #expect(Set(outputs).count == 5)
    for (flags, words) in [
      ([files[0], "--guidance-kind", "classifier-free"], "does not know the label 'upper'"),
      ([files[1], "--guidance-kind", "classifier"], "needs --classifier FILE"),
      ([files[1], "--classifier", files[0]], "holds a network of diffusion"),
      ([files[2]], "holds a classifier where a network of diffusion"),
      (
        [files[1], "--classifier", files[2], "--guidance-kind", "exact-posterior"],
        "--classifier is of use only with"
      ),
    ] {
      let run = Invocation(list: draw + flags)
      #expect(run.status == 2 && run.notes.count == 1)
      #expect(run.notes.first?.contains(words) == true, "\(run.notes)")
    }
    let other = Invocation(
      "sample", "eight-gaussians", "--label", "north", "--classifier", files[2], "--count", "1")
    #expect(other.notes.first?.contains("tells the labels of Two Moons apart") == true)
    let stray = Invocation(
      "train", preset, "--iterations", "1", "--label-dropout", "0", "-o", files[0])
    #expect(stray.notes == ["stipple: --label-dropout is of use only with --labels"])
  }

  @Test(arguments: [
    (["--guidance", "2"], 2, "--guidance needs a --label to go to"),
    (["--guidance-interval", "0,1"], 2, "--guidance needs a --label to go to"),
    (["--label", "north", "--guidance-interval", "3"], 2, "must be two sigmas such as 0.3,5"),
    (["--label", "north", "--guidance-interval", "5,1"], 2, "a guidance interval must rise"),
    (["--label", "north", "--guidance-interval", "-1,1"], 2, "from a sigma of 0 or more"),
    (["--weak", "w"], 2, "--weak needs a --guidance above 1"),
    (["--weak", "none.safetensors", "--guidance", "2"], 2, "none.safetensors: cannot be read"),
    (["--weak", "w", "--negative", "north"], 2, "a negative label and --weak exclude"),
    (["--label", "north", "--guidance"], 64, "Missing value for '--guidance <w>'"),
    (["--label", "north not thing"], 2, "'north not thing' leaves nothing"),
    (["--label", "north or"], 2, "'or' needs a word after it"),
    (["--guidance-kind", "classifier"], 2, "guidance needs a --label to go to"),
    (["--label", "southh"], 2, "there is no label 'southh'; did you mean 'south'?"),
    (["--label", "north", "--negative", "up"], 2, "there is no label 'up'"),
    (["--label", "north", "--guidance", "1000"], 2, "a guidance weight must be from -100 to 100"),
  ])
  func unusableLabelsAreAnsweredWithOneLine(flags: [String], status: Int, words: String) {
    let run = Invocation(list: ["sample", "eight-gaussians", "--count", "1"] + flags)
    #expect(run.status == Int32(status) && run.output.isEmpty)
    #expect(run.notes.count == 1 && run.notes[0].contains(words), "\(run.notes)")
  }
}

@Suite struct GuidanceCurveTests {
  private static let flags = [
    "evaluate", "eight-gaussians", "--sampler", "ddim", "--steps", "10", "--count", "40",
  ]

  @Test func eachWeightIsMeasured() {
    let run = Invocation(
      list: Self.flags + ["--label", "north", "--guidance-weights", "0,1,3", "--metrics", "labels"])
    #expect(run.status == 0, "\(run.notes)")
    #expect(
      run.lines.map { String($0.split(separator: ",")[0]) } == ["guidance", "0.0", "1.0", "3.0"])
    let accuracies = run.rows.map { $0[2] }
    #expect(accuracies[0] < 0.5 && accuracies[1] == 1 && accuracies[2] == 1)
    let alone = Invocation(
      list: Self.flags + ["--label", "north", "--guidance", "3", "--metrics", "labels"])
    #expect(run.lines.last == alone.lines.last.map { "3.0,\($0)" })
    let json = Invocation(
      list: Self.flags + [
        "--label", "north", "--guidance-weights", "-1,2", "--metrics", "labels", "--json",
      ])
    #expect(json.output.contains("\"curve\"") && json.output.contains("\"guidance\" : -1"))
  }

  @Test(arguments: [
    (["--guidance-weights", "1,2"], 2, "--guidance-weights needs a --label"),
    (["--guidance-weights", "1,x", "--label", "north"], 64, "it must be a finite number"),
    (["--guidance-weights", "1,500", "--label", "north"], 2, "from -100 to 100, not 500.0"),
  ])
  func unusableWeightsAreAnsweredWithOneLine(flags: [String], status: Int, words: String) {
    let run = Invocation(list: Self.flags + flags)
    #expect(run.status == Int32(status) && run.output.isEmpty)
    #expect(run.notes.contains { $0.contains(words) }, "\(run.notes)")
  }
}
