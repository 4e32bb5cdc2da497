import Foundation
import Testing

@testable import stipple

/// Whole runs of diffusers, k-diffusion and scipy, repeated through the command line.
@Suite struct ReferenceRunTests {
  private static let index = "04_samplers/index.json"

  /// How many points of a run are repeated where it needs no noise on the way: debug builds are
  /// slow.
  static let points = 3

  /// Every run that is not left out, once for each mixture.
  static let runs: [String] = {
    guard let path = ReferenceFile.path(index),
      let data = FileManager.default.contents(atPath: path),
      let entries = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    return entries.keys.filter { name in
      ReferenceFile.path("04_samplers/\(name)_final.csv") != nil
        && !leftOut.contains { name.hasPrefix($0) }
        && (entries[name] as? [String: Any])?["prev_is_next_in_list"] as? Bool != false
    }.sorted()
  }()

  /// Runs that are no runs, and quirks: PRK steps, and UniPC's other form, which fails at 0.
  private static let leftOut = ["loglik", "pfode_edm_path", "pndm_prk", "unipc_bh1"]

  @Test("The command line repeats the reference run", .reference(index), arguments: runs)
  func run(name: String) throws {
    let scratch = try Scratch()
    let reference = try ReferenceRun(named: name)
    let run = try Invocation(list: reference.arguments(in: scratch))
    #expect(run.status == 0, "\(run.notes)")
    let expected = try ReferenceFile.rows("04_samplers/\(name)_final.csv")
      .prefix(run.rows.count)
    #expect(run.rows.count >= Self.points)
    #expect(largestDeviation(run.rows, Array(expected)) < (name.hasPrefix("pfode") ? 1e-7 : 1e-9))
  }

  @Test(
    "The exact solution passes through the reference's states on the way",
    .reference("04_samplers/pfode_edm_path__ring8.csv"), arguments: ["ring8", "irregular"])
  func path(mixture: String) throws {
    let scratch = try Scratch()
    let points = 3
    let reference = try ReferenceFile.rows("04_samplers/pfode_edm_path__\(mixture).csv")
      .filter { Int($0[1]) < points }
    let sigmas = Set(reference.map { $0[0] }).sorted(by: >)
    let noise = try ReferenceFile.rows("inputs/noise64.csv").prefix(points)
    let initial = try scratch.write(
      "x,y\n" + noise.map { "\($0[0]),\($0[1])\n" }.joined(), to: "noise.csv")
    let run = try Invocation(
      "sample", ReferencePreset.write(mixture, in: scratch), "--sampler", "ode", "--schedule",
      "variance-exploding", "--initial", initial, "--trajectory", "--sigma-list",
      sigmas.map { "\($0)" }.joined(separator: ","))
    let expected = reference.map { row in
      [Double(sigmas.firstIndex(of: row[0]) ?? -1)] + row[1...]
    }
    #expect(largestDeviation(run.rows, expected) < 1e-7)
  }
}

/// An entry of the index of reference runs, as arguments of `stipple sample`.
private struct ReferenceRun {
  let family: String
  let mixture: String
  let entry: [String: Any]

  init(named name: String) throws {
    let path = try #require(ReferenceFile.path("04_samplers/index.json"))
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    entry = try #require((json as? [String: [String: Any]])?[name])
    let parts = name.components(separatedBy: "__")
    (family, mixture) = (parts[0], parts[1])
  }

  func arguments(in scratch: borrowing Scratch) throws -> [String] {
    let args = entry["args"] as? [String: Any] ?? [:]
    let beta = ["beta_start", "beta_end"].compactMap { args[$0] as? Double }
    let preset = try ReferencePreset.write(
      mixture, beta: beta.count == 2 ? beta : [0.0001, 0.02], in: scratch)
    return ["sample", preset, "--sampler", try sampler] + schedule + (try grid) + start + settings
      + (try noise(in: scratch))
  }

  /// The sampler whose name begins like the run's.
  private var sampler: String {
    get throws {
      let names = [
        "ddim": "ddim", "ddpm": "ddpm", "deis_o2": "deis-2", "dpmpp1": "dpmpp-1",
        "dpmpp2m": "dpmpp-2m", "dpmpp2m_heun": "dpmpp-2m-heun", "dpmpp2s": "dpmpp-2s",
        "dpmpp3m": "dpmpp-3m", "edm_churn": "churn", "edm_dpm2": "midpoint",
        "edm_dpmpp2m": "dpmpp-2m", "edm_euler": "euler", "edm_euler_ancestral": "euler-ancestral",
        "edm_heun": "heun", "edm_lms": "lms-4", "euler": "euler", "flow_euler": "flow-euler",
        "heun_vp": "heun", "lms": "lms-4", "pfode": "ode", "pndm_plms": "plms",
        "unipc_bh2_o2": "unipc-2", "unipc_bh2_o3": "unipc-3",
      ]
      let prefix = names.keys.filter(family.hasPrefix).max { $0.count < $1.count }
      return try #require(prefix.flatMap { names[$0] })
    }
  }

  private var isExploding: Bool { family.hasPrefix("edm") || family == "pfode_edm" }
  private var isFlow: Bool { family.contains("flow") }

  private var schedule: [String] {
    if isExploding { return ["--schedule", "variance-exploding"] }
    if isFlow { return ["--schedule", "straight-line"] }
    if family.hasPrefix("ddpm_T100") { return ["--timesteps", "100"] }
    return family.hasPrefix("ddim_cosine") ? ["--schedule", "cosine"] : []
  }

  private var grid: [String] {
    get throws {
      if family.hasPrefix("ddim_sdstyle") { return try stableDiffusionGrid }
      if let sigmas = entry["sigmas"] as? [Double] {
        return ["--sigma-list", sigmas.map { "\($0)" }.joined(separator: ",")]
      }
      let list = (entry["timesteps"] ?? entry["model_timesteps"]) as? [Int]
      if let list {
        return ["--timestep-list", list.map { "\($0)" }.joined(separator: ",")]
      }
      if family.hasPrefix("pfode") { return [] }
      return ["--grid", "leading", "--steps", "\(try #require(entry["num_inference_steps"]))"]
    }
  }

  /// It ends at the first level of the schedule, not at the clean one.
  private var stableDiffusionGrid: [String] {
    get throws {
      let levels = try ReferenceFile.rows("01_schedules/linear_T1000.csv")
      let timesteps = try #require(entry["timesteps"] as? [Int])
      let sigmas = (timesteps + [0]).map { "\(levels[$0][6])" }
      return ["--sigma-list", sigmas.joined(separator: ",")]
    }
  }

  /// What starts as sigma times noise in coordinates that keep the data's size is noise in the
  /// schedule's own where the scale is the root of sigma² + 1, else sigma / that root.
  private var start: [String] {
    if isExploding || isFlow || entry["coordinates"] as? String != "VE" { return [] }
    return ["--start-scale", family.contains("leading") ? "unit" : "sigma"]
  }

  private var settings: [String] {
    var settings: [String] = []
    if let eta = entry["eta"] as? Double { settings += ["--eta", "\(eta)"] }
    if family.hasSuffix("fixed_large") { settings += ["--variance", "large"] }
    if family.hasPrefix("edm_churn") {
      settings += ["--churn", "10", "--churn-min", "0.05", "--churn-max", "50"]
      settings += ["--churn-noise", "1.003"]
    }
    return settings
  }

  private func noise(in scratch: borrowing Scratch) throws -> [String] {
    let inputs = (entry["inputs"] as? [String] ?? []).joined()
    let count = inputs.contains("stepnoise") ? 16 : ReferenceRunTests.points
    let rows = try ReferenceFile.rows("inputs/noise64.csv").prefix(count)
    let text = rows.map { "\($0[0]),\($0[1])\n" }.joined()
    let initial = ["--initial", try scratch.write("x,y\n" + text, to: "noise.csv")]
    if family.hasPrefix("ddpm_mean") {
      let silence = (0..<20).flatMap { step in (0..<count).map { "\(step),\($0),0,0\n" } }
      let path = try scratch.write("step,point,x,y\n" + silence.joined(), to: "silence.csv")
      return initial + ["--noise", path]
    }
    guard inputs.contains("stepnoise") else { return initial }
    return initial
      + ["--noise", try #require(ReferenceFile.path("inputs/stepnoise_100x16.csv"))]
  }
}
