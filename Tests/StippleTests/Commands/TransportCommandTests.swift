import Diffusion
import Foundation
import Testing

@testable import stipple

/// Paths from other priors, through the command line.
@Suite struct TransportCommandTests {
  private static let folder = "08_conditional_prior"

  /// The preset of an arrangement of the reference, in JSON.
  private func preset(
    _ name: String, passed: Bool, in scratch: borrowing Scratch
  ) throws -> String {
    let path = try #require(ReferenceFile.path("\(Self.folder)/arrangements.json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    let entry = try #require((json as? [String: [String: Any]])?[name])
    let data = try #require(entry["data"] as? [String: Any])
    let (weights, means) = (data["weights"] as? [Double] ?? [], data["means"] as? [Any] ?? [])
    let covariances = data["covariances"] as? [Any] ?? []
    let labels = data["labels"] as? [Int] ?? []
    let priorMeans = entry["prior_means"] as? [Any] ?? []
    let stds = entry["prior_stds"] as? [Double] ?? []
    let priors = stds.indices.map {
      ("\($0)", ["mean": priorMeans[$0], "std": stds[$0]] as [String: Any])
    }
    let preset: [String: Any] = [
      "distribution": [
        "components": weights.indices.map { k in
          [
            "weight": weights[k], "mean": means[k], "covariance": covariances[k],
            "label": "\(labels[k])",
          ] as [String: Any]
        }
      ],
      "schedule": [
        "kind": "variance-preserving",
        "beta": [entry["beta_min"] as? Double ?? 0, entry["beta_max"] as? Double ?? 0],
      ] as [String: Any],
      "prior": ["per_label": Dictionary(uniqueKeysWithValues: priors)],
      "path": "shifted-vp", "coupling": "label", "label_passed": passed, "solver": "ode",
    ]
    let text = try JSONSerialization.data(withJSONObject: preset)
    return try scratch.write(String(decoding: text, as: UTF8.self), to: "\(name).json")
  }

  private func rows(_ file: String, of arrangement: String) throws -> [[String]] {
    let path = try #require(ReferenceFile.path("\(Self.folder)/\(file)"))
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",").map(String.init) }.filter { $0[0] == arrangement }
  }

  @Test(
    "The class process ends where the reference ends, and keeps as many labels",
    .reference("08_conditional_prior/ode_endpoints.csv"),
    arguments: [("crossing_opposite", 0.0), ("irregular3", 0.578125)])
  func endPoints(arrangement: String, retention: Double) throws {
    let scratch = try Scratch()
    let expected = try rows("ode_endpoints.csv", of: arrangement)
    let noise = try ReferenceFile.rows("inputs/noise128_cond.csv")
    try #require(noise.count == expected.count)
    let initial = try scratch.write(
      "x,y,label\n"
        + zip(noise, expected).map { "\($0[$0.count - 2]),\($0[$0.count - 1]),\($1[2])\n" }
        .joined(),
      to: "initial.csv")
    let file = try preset(arrangement, passed: false, in: scratch)
    let run = Invocation("sample", file, "--sampler", "ode", "--initial", initial)
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.lines.first == "x,y,label")
    let reference = expected.map { [Double($0[7]) ?? .nan, Double($0[8]) ?? .nan] }
    #expect(largestDeviation(run.rows.map { Array($0[0...1]) }, reference) < 1e-6)
    // What `field` says of the labels at the end decides which class a point is in.
    let points = try scratch.write(
      "x,y\n" + run.rows.map { "\($0[0]),\($0[1])\n" }.joined(), to: "ends.csv")
    let field = Invocation("field", file, "--points", points, "--time", "0")
    let kept = zip(field.rows, run.rows).filter { row, end in
      let posterior = row[13...]
      return posterior.max() == posterior[13 + Int(end[2])]
    }
    #expect(Double(kept.count) / Double(noise.count) == retention)
  }

  @Test(
    "Fields of the class process through the command line",
    .reference("08_conditional_prior/fields.csv"), arguments: ["mixed_scales", "irregular3"])
  func fields(arrangement: String) throws {
    let scratch = try Scratch()
    let file = try preset(arrangement, passed: true, in: scratch)
    let expected = try rows("fields.csv", of: arrangement)
    for time in ["0.0", "1.0"] {
      let group = expected.filter { $0[1] == time }
      try #require(!group.isEmpty)
      let points = try scratch.write(
        "x,y\n" + group.map { "\($0[5]),\($0[6])\n" }.joined(), to: "points.csv")
      let run = Invocation("field", file, "--points", points, "--time", time)
      #expect(run.status == 0, "\(run.notes)")
      #expect(
        run.lines.first?.hasPrefix(
          "x,y,log_density,score_x,score_y,noise_x,noise_y,clean_x,clean_y,v_x,v_y,velocity_x,"
            + "velocity_y,p_0,p_1,p_2") == true)
      let order = [0, 1, 2, 3, 4, 7, 8, 5, 6, 11, 12]
      let printed = run.rows.map { row in order.map { row[$0] } }
      let reference = group.map { $0[5...15].map { Double($0) ?? .nan } }
      #expect(largestDeviation(printed, reference) < 1e-9)
    }
  }

  let two = """
    distribution:
      components: [{mean: [2, 0], std: 0.2, label: a}, {mean: [-2, 0], std: 0.2, label: b}]

    """
  let priors =
    "prior: {per_label: {a: {mean: [2, 0], std: 1}, b: {mean: [-2, 0], std: 1}}}\n"

  @Test("An arrangement places a prior for each label", arguments: Arrangement.allCases)
  func arrangements(arrangement: Arrangement) throws {
    let text = two + "prior: {arrangement: \(arrangement.id)}\n"
    let experiment = try PresetReader(file: "p.yaml").experiment(from: text)
    let transport = try #require(try Laboratory(experiment).transport)
    #expect(transport.prior.labels == ["a", "b"])
    let saved = try PresetWriter.text(of: experiment, path: "p.yaml")
    #expect(try PresetReader(file: "p.yaml").experiment(from: saved) == experiment)
  }

  @Test func aLabelCanBeAskedFor() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let run = Invocation("sample", file, "--label", "b", "--count", "20", "--seed", "3")
    #expect(run.status == 0, "\(run.notes)")
    #expect(run.lines.dropFirst().allSatisfy { $0.hasSuffix(",b") })
    #expect(run.rows.count { $0[0] < 0 } > 15)
  }

  @Test(
    "What does not fit together is refused with its place",
    arguments: [
      (
        "prior: {per_label: {a: {mean: [0, 0], std: 1}, c: {mean: [0, 0], std: 1}}}\n",
        "3:51: a prior for no class: there is no label 'c'; known are a, b"
      ),
      ("prior: {per_label: {a: {mean: [0, 0], std: 1}}}\n", "3:20: the label 'b' has no prior"),
      (
        "prior: {per_label: {a: {mean: [0, 0], std: 0}, b: {mean: [0, 0], std: 1}}}\n",
        "3:44: std must be above 0, not 0.0"
      ),
      ("prior: standard\ncoupling: label\n", "4:11: the coupling label needs a prior for each"),
      ("coupling: lable\n", "3:11: there is no coupling 'lable'; did you mean 'label'?"),
      (
        "coupling: optimal-transport\nmodel: exact\n",
        "3:11: the coupling optimal-transport pairs samples and so has no exact field"
      ),
      ("path: straight-line\nsampler: ddim\n", "4:10: the sampler ddim takes the noise of the"),
      ("path: shifted-vp\nschedule: linear\n", "3:7: the path shifted-vp runs over the schedule"),
      ("solver: sde\nsampler: ode\n", "3:9: the sampler ode follows the ode, not the sde"),
      ("solver: {kind: ode, diffusion: 1}\n", "3:32: the ODE has no diffusion"),
      ("solver: sde\nbridge_noise: 1e9\n", "4:15: bridge_noise must be from 0 to 100.0, not 1"),
      ("bridge_noise: -1\n", "3:15: bridge_noise must be from 0 to 100.0, not -1.0"),
      ("path: shifted-vp\nbridge_noise: 1\n", "4:15: bridge_noise lies on straight ways"),
      ("repair: clocks\n", "3:9: the repair clocks keeps classes apart"),
      ("label_passed: maybe\n", "3:15: label_passed must be true or false"),
    ])
  func refusals(text: String, message: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + text, to: "p.yaml")
    let run = Invocation("sample", file, "--count", "2")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.notes.first?.contains("\(file):\(message)") == true, "\(run.notes)")
  }

  @Test func startsNeedLabelsThatExist() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let bare = try scratch.write("x,y\n0,1\n", to: "bare.csv")
    let wrong = try scratch.write("x,y,label\n0,1,a\n1,1,z\n", to: "wrong.csv")
    let without = Invocation("sample", file, "--initial", bare)
    #expect(without.status == 2 && without.notes.joined().contains("need a label each"))
    let unknown = Invocation("sample", file, "--initial", wrong)
    #expect(
      unknown.status == 2 && unknown.notes.joined().contains("wrong.csv:3:5: there is no label"))
  }

  @Test func aNetworkIsOfUseForItsOwnTransportOnly() throws {
    let scratch = try Scratch()
    let file = try scratch.write(two + priors, to: "p.yaml")
    let other = try scratch.write(two + priors + "coupling: independent\n", to: "q.yaml")
    let weights = scratch.file("w.safetensors")
    let training = Invocation("train", file, "--iterations", "2", "--batch", "8", "-o", weights)
    #expect(training.status == 0, "\(training.notes)")
    let run = Invocation(
      "sample", file, "--model", weights, "--count", "3", "--sampler", "flow-euler")
    #expect(run.status == 0 && run.rows.count == 3, "\(run.notes)")
    let refused = Invocation("sample", other, "--model", weights, "--count", "3")
    #expect(refused.status == 2 && refused.notes.joined().contains("the network has learned"))
  }
}
