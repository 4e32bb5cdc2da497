import Testing

@testable import stipple

/// Networks, guidance and metrics of transports.
extension TransportCommandTests {
  @Test func pairsOfReflowAreAskedForWithReflowOnly() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let run = Invocation(
      "train", file, "--iterations", "1", "--reflow-pairs", "3", "-o", scratch.file("w.safetensors")
    )
    #expect(run.status == 64 && run.notes.joined().contains("only with --reflow"))
  }

  @Test func aNetworkIsToldSoManyLabelsAtMost() throws {
    let scratch = try Scratch()
    let components = (0..<65).map { "{mean: [\($0), 0], std: 1, label: l\($0)}" }
    let file = try scratch.write(
      "distribution: {components: [\(components.joined(separator: ", "))]}\n"
        + "label_passed: true\nmodel: exact\n", to: "p.yaml")
    #expect(Invocation("sample", file, "--count", "2", "--sampler", "flow-euler").status == 0)
    let run = Invocation("train", file, "--iterations", "1", "-o", scratch.file("w.safetensors"))
    #expect(run.status == 2 && run.notes.joined().contains("at most 64 labels"), "\(run.notes)")
  }

  @Test func aNetworkHasAFieldOfVelocities() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let points = try scratch.write("x,y\n0.5,0.5\n-2,0.1\n", to: "points.csv")
    let weights = scratch.file("w.safetensors")
    #expect(
      Invocation("train", file, "--iterations", "2", "--batch", "8", "-o", weights).status == 0)
    let exact = Invocation("field", file, "--points", points, "--time", "0.5")
    let learned = Invocation(
      "field", file, "--points", points, "--time", "0.5", "--model", weights)
    #expect(learned.status == 0 && learned.lines.first == exact.lines.first, "\(learned.notes)")
    for (one, other) in zip(learned.rows, exact.rows) {
      #expect(one[..<11] == other[..<11] && one[13...] == other[13...])
      #expect(one[11...12] != other[11...12] && one.allSatisfy(\.isFinite))
    }
    // Matched pairs have no exact field, but a network of them has velocities.
    let matched = try scratch.write(two + "coupling: optimal-transport\n", to: "q.yaml")
    #expect(
      Invocation("train", matched, "--iterations", "2", "--batch", "8", "-o", weights).status == 0)
    let alone = Invocation(
      "field", matched, "--points", points, "--time", "0.5", "--model", weights)
    #expect(alone.lines.first == "x,y,velocity_x,velocity_y" && alone.rows.count == 2)
    let refused = Invocation("field", matched, "--points", points, "--time", "0.5")
    #expect(refused.status == 2 && refused.notes.joined().contains("has no exact field"))
  }

  @Test func aGuidedFieldIsABlendOfTwo() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let points = try scratch.write("x,y\n0.5,0.5\n-2,0.1\n", to: "points.csv")
    func rows(_ flags: String...) -> [[Double]] {
      let run = Invocation(list: ["field", file, "--points", points, "--time", "0.5"] + flags)
      #expect(run.status == 0, "\(run.notes)")
      return run.rows
    }
    let (whole, one) = (rows(), rows("--label", "a"))
    #expect(rows("--label", "a", "--guidance", "1") == one)
    for (row, guided) in rows("--label", "a", "--guidance", "2.5").enumerated() {
      for column in 3..<13 {
        let blend = whole[row][column] + 2.5 * (one[row][column] - whole[row][column])
        #expect(abs(guided[column] - blend) < 1e-9 * (1 + abs(blend)))
      }
      #expect(guided[2] == one[row][2] && guided[13...] == whole[row][13...])
    }
  }

  @Test func samplesThatCarryTheirLabelsAreJudgedByThem() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let samples = try scratch.write("x,y,label\n2,0,a\n-2,0,b\n-2,0.1,a\n2,0,a\n", to: "s.csv")
    let run = Invocation("evaluate", file, "--samples", samples, "--metrics", "retention")
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.lines.contains { $0.hasPrefix("label_retention,0.75,") })
    let bare = try scratch.write("x,y\n2,0\n", to: "bare.csv")
    let without = Invocation("evaluate", file, "--samples", bare, "--metrics", "retention")
    #expect(without.status == 2 && without.output.isEmpty)
    let wrong = try scratch.write("x,y,label\n2,0,z\n", to: "wrong.csv")
    let refused = Invocation("evaluate", file, "--samples", wrong)
    #expect(refused.status == 2 && refused.notes.joined().contains("wrong.csv:2:5: there is no"))
  }

  @Test func guidanceOfATransportIsMeasuredAtSeveralWeights() throws {
    let scratch = try Scratch()
    let swapped = "prior: {per_label: {a: {mean: [-2, 0], std: 1}, b: {mean: [2, 0], std: 1}}}\n"
    let file = try scratch.write(two + swapped, to: "p.yaml")
    let run = Invocation(
      "evaluate", file, "--label", "a", "--guidance-weights", "0,1", "--count", "40", "--sampler",
      "flow-euler", "--steps", "20", "--metrics", "retention")
    #expect(run.status == 0, "\(run.notes)")
    let shares = run.lines.filter { $0.contains("label_retention") }
      .compactMap { Double($0.split(separator: ",")[2]) }
    #expect(shares.count == 2 && shares[0] < 0.2 && shares[1] > 0.9, "\(shares)")
    let refused = Invocation(
      "sample", file, "--label", "a", "--guidance", "2", "--guidance-kind", "classifier",
      "--classifier", "none.safetensors")
    #expect(refused.status == 2 && refused.notes.joined().contains("standard normal"))
  }

  private var needles: String {
    two.replacing("std: 0.2", with: "std: 0.001") + priors
      + "solver: {kind: sde, diffusion: 100}\nsampler: {steps: 60}\n"
  }

  @Test(
    "Points that run away are an error that says what would be right", arguments: [false, true])
  func runaways(isTraced: Bool) throws {
    let scratch = try Scratch()
    let file = try scratch.write(needles, to: "p.yaml")
    let flags = isTraced ? ["--trajectory"] : []
    let run = Invocation(list: ["sample", file, "--count", "3"] + flags)
    #expect(run.status == 1 && run.notes.count == 1)
    let note = try #require(run.notes.first)
    #expect(note.contains("of 3 points ran away beyond 1e+100 in step "))
    #expect(note.contains(" of 60; take a diffusion of at most 0."), "\(note)")
    #expect(!run.output.contains("nan") && !run.output.contains("inf"))
  }

  @Test func runawaysAreNotJudged() throws {
    let scratch = try Scratch()
    let file = try scratch.write(needles, to: "p.yaml")
    let run = Invocation("evaluate", file, "--count", "3", "--metrics", "retention")
    #expect(run.status == 1 && run.output.isEmpty && run.notes.count == 1)
    #expect(run.notes.joined().contains("cannot be judged; take a diffusion of at most"))
  }

  @Test("Steps that are too long are remarked beside what comes of them")
  func longSteps() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      two + priors + "solver: {kind: sde, diffusion: 3}\nsampler: {steps: 20}\n", to: "p.yaml")
    for arguments in [["sample", file], ["evaluate", file, "--metrics", "retention"]] {
      let run = Invocation(list: arguments + ["--count", "4"])
      #expect(run.status == 0 && !run.output.isEmpty && run.notes.count == 1)
      #expect(
        run.notes.joined().hasPrefix("stipple: 20 steps are too long for the SDE"), "\(run.notes)")
      let enough = Invocation(list: arguments + ["--count", "4", "--steps", "400"])
      #expect(enough.status == 0 && enough.notes.isEmpty, "\(enough.notes)")
    }
  }

  @Test func nobodyLeadsWhereNothingIsKnown() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + "coupling: optimal-transport\n", to: "p.yaml")
    let weights = scratch.file("w.safetensors")
    #expect(
      Invocation("train", file, "--iterations", "2", "--batch", "8", "-o", weights).status == 0)
    let run = Invocation(
      "sample", file, "--model", weights, "--label", "a", "--guidance", "2", "--count", "2")
    #expect(run.status == 2 && run.notes.count == 1)
    #expect(run.notes.joined().contains("nobody leads to 'a': the network was told no labels"))
    let posterior = Invocation(
      "sample", file, "--model", weights, "--label", "a", "--guidance-kind", "exact-posterior",
      "--count", "2")
    #expect(posterior.status == 2 && posterior.notes.joined().contains("no exact posterior"))
  }

  @Test func aNetworkIsToldTheThirdCoordinate() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors + "repair: lift\n", to: "p.yaml")
    let weights = scratch.file("w.safetensors")
    let training = Invocation("train", file, "--iterations", "2", "--batch", "8", "-o", weights)
    #expect(training.status == 0, "\(training.notes)")
    let run = Invocation(
      "sample", file, "--model", weights, "--count", "3", "--sampler", "flow-euler")
    #expect(run.status == 0 && run.rows.count == 3, "\(run.notes)")
    let plain = try scratch.write(two + priors, to: "q.yaml")
    let refused = Invocation("sample", plain, "--model", weights, "--count", "3")
    #expect(refused.status == 2 && refused.notes.joined().contains("the network has learned"))
  }

  @Test func anEarlierNetworkHasToBeGiven() throws {
    let scratch = try Scratch()
    for text in [two + priors, two] {
      let file = try scratch.write(
        text + "guidance: {weight: 2, weaker_steps: 300}\n", to: "p.yaml")
      let run = Invocation("sample", file, "--count", "2")
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.notes.joined().contains("training step 300; give it with --weak FILE"))
    }
  }

  @Test func aBridgeIsSaidAndReadBack() throws {
    let text = two + priors + "bridge_noise: 0.7\nsolver: sde\n"
    let experiment = try PresetReader(file: "p.yaml").experiment(from: text)
    #expect(experiment.transport?.bridgeNoise == 0.7 && experiment.transport?.diffusion == 0.7)
    let saved = try PresetWriter.text(of: experiment, path: "p.yaml")
    #expect(try PresetReader(file: "p.yaml").experiment(from: saved) == experiment)
  }
}
