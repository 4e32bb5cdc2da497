import Foundation
import Testing

@testable import Diffusion
@testable import stipple

/// A network is rebuilt from its weight file alone, by the formulas of the metadata, and says what
/// `field` says.
@Suite struct MetadataNetworkTests {
  /// Data with places and sizes of its own.
  private static let data = [
    "two-moons",
    "{components: [{mean: [30, -20], std: 2, label: a}, {mean: [36, -24], std: 1, label: b}]}",
    "{components: [{mean: [0.02, 0.01], std: 0.001, label: a}, {mean: [0.023, 0], std: 0.002, label: b}]}",
  ]

  private static let networks = Parameterization.allCases.flatMap { predicts in
    Activation.allCases.flatMap { activation in
      [false, true].flatMap { isResidual in
        [false, true].map { isLabelled in
          NetworkSpecification(
            hidden: [12, 12, 9], predicts: predicts, activation: activation,
            isResidual: isResidual, isLabelled: isLabelled)
        }
      }
    }
  }

  @Test("Rebuilt in Swift", arguments: networks, data)
  func swift(network: NetworkSpecification, data: String) throws {
    let scratch = try Scratch()
    let trial = try Trial(of: network, data: data, in: scratch)
    let rebuilt = try RebuiltNetwork(file: trial.weights)
    for level in trial.levels {
      let answers = trial.points(at: level).map { point in
        rebuilt.answer(point, alpha: level.alpha, sigma: level.sigma, asked: trial.asked)
      }
      let field = try trial.field(at: level, in: scratch)
      for (one, other) in zip(answers, field) {
        #expect(deviation(one, other) < 1e-5 * trial.size, "\(one) \(other)")
      }
    }
  }

  @Test("Rebuilt in Python", .enabled(if: Python.isThere), arguments: networks.indices)
  func python(index: Int) throws {
    let scratch = try Scratch()
    let trial = try Trial(of: Self.networks[index], data: Self.data[index % 3], in: scratch)
    let level = trial.levels[index % trial.levels.count]
    let field = try trial.field(at: level, in: scratch)
    let script = "\(ShippedPresetsTests.folder)/studies/rebuild-network.py"
    let asked = trial.asked.flatMap { ["--label", $0] }
    let text = try Python.output(
      of: [
        script, trial.weights, scratch.file("points.csv"), "--alpha", "\(level.alpha)", "--sigma",
        "\(level.sigma)",
      ] + asked)
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").dropFirst(2).map { Double($0) ?? .nan }
    }
    #expect(rows.count == field.count && !rows.isEmpty)
    for (one, other) in zip(rows, field) {
      #expect(deviation(one, other) < 1e-5 * trial.size, "\(one) \(other)")
    }
  }

  @Test func theMetadataTellsWhatIsWhere() throws {
    let scratch = try Scratch()
    for network in Self.networks {
      let trial = try Trial(of: network, data: "two-moons", in: scratch)
      let words = try Safetensors(decoding: Data(contentsOf: URL(filePath: trial.weights))).metadata
      #expect(words["outputs"]?.hasPrefix("a = alpha spread / r, s = sigma / r; ") == true)
      #expect(words["outputs"]?.contains(network.predicts.formula) == true)
      #expect(words["layers"]?.contains("h + z") == network.isResidual)
      #expect(words["layers"]?.contains("erf") == (network.activation == .gelu))
      #expect(words["inputs"]?.contains("2/k") == network.isLabelled)
    }
  }

  private func deviation(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map { abs($0 - $1) }.max() ?? .nan
  }
}

/// A small network of some kind in a file, and what `field` says of it.
private struct Trial {
  let weights: String
  let asked: [String]
  /// The levels, and their index in the schedule.
  let levels: [(t: Int, alpha: Double, sigma: Double)]
  /// How large its answers may be.
  let size: Double
  private let preset: String
  private let centre: Point
  private let spread: Double

  init(of network: NetworkSpecification, data: String, in scratch: borrowing Scratch) throws {
    preset = try scratch.write("distribution: \(data)\n", to: "p.yaml")
    let experiment = try PresetReader.experiment(inFile: preset)
    let mixture = try experiment.distribution.mixture()
    var trainer = Trainer(
      mixture: mixture, dataName: experiment.distribution.title, network: network,
      settings: TrainingSpecification(batch: 32), seed: 5)
    for _ in 0..<20 { _ = trainer.step() }
    weights = scratch.file("w.safetensors")
    try WeightFile.write(trainer.weights, to: weights)
    asked = network.isLabelled ? Array(mixture.labels.prefix(1)) : []
    let schedule = try Schedule(experiment.schedule)
    levels = [99, 400, 700].map { t in
      let level = schedule.levels[t]
      return (t, level.alpha, level.sigma)
    }
    (centre, spread) = (mixture.mean, mixture.spread)
    size = max(1, abs(centre.x), abs(centre.y))
  }

  func points(at level: (t: Int, alpha: Double, sigma: Double)) -> [Point] {
    let r = (level.alpha * spread * level.alpha * spread + level.sigma * level.sigma).squareRoot()
    return [Point(0.3, -0.7), Point(1.4, 0.4), Point(-0.9, -1.1), .zero].map {
      level.alpha * centre + r * $0
    }
  }

  /// Noise and clean point at every point.
  func field(
    at level: (t: Int, alpha: Double, sigma: Double), in scratch: borrowing Scratch
  ) throws -> [[Double]] {
    let points = try scratch.write(
      "x,y\n" + self.points(at: level).map { "\($0.x),\($0.y)\n" }.joined(), to: "points.csv")
    let label = asked.flatMap { ["--label", $0] }
    let run = Invocation(
      list: ["field", preset, "--points", points, "--t", "\(level.t)", "--model", weights] + label)
    #expect(run.status == 0, "\(run.notes)")
    return run.rows.map { Array($0[5...8]) }
  }
}

/// The network of a weight file, by what its metadata says and nothing else.
private struct RebuiltNetwork {
  private let words: [String: String]
  private let tensors: [String: Safetensors.Tensor]

  init(file: String) throws {
    let file = try Safetensors(decoding: Data(contentsOf: URL(filePath: file)))
    (words, tensors) = (file.metadata, file.tensors)
  }

  func answer(_ x: Point, alpha: Double, sigma: Double, asked: [String]) -> [Double] {
    let centre = (words["centre"] ?? "").split(separator: " ").compactMap { Double($0) }
    let spread = Double(words["spread"] ?? "") ?? .nan
    let r = (alpha * alpha * spread * spread + sigma * sigma).squareRoot()
    let (a, s) = (alpha * spread / r, sigma / r)
    let p = [(x.x - alpha * centre[0]) / r, (x.y - alpha * centre[1]) / r]
    let o = output(of: inputs(p, logSNR: 2 * log(a / s), asked: asked))
    let pairs = zip(p, o)
    let (clean, noise): ([Double], [Double])
    switch words["parameterization"] {
    case "v": (clean, noise) = (pairs.map { a * $0 - s * $1 }, pairs.map { s * $0 + a * $1 })
    case "noise": (clean, noise) = (pairs.map { ($0 - s * $1) / a }, o)
    case "clean": (clean, noise) = (o, pairs.map { ($0 - a * $1) / s })
    default:
      (clean, noise) = (
        pairs.map { ($0 - s * $1) / (a + s) }, pairs.map { ($0 + a * $1) / (a + s) }
      )
    }
    return noise + zip(centre, clean).map { $0 + spread * $1 }
  }

  private func inputs(_ p: [Double], logSNR: Double, asked: [String]) -> [Double] {
    let flat: [Double] = (tensors["frequencies"]?.values ?? []).map { Double($0) }
    let turns: [Double] = stride(from: 0, to: flat.count, by: 2).map {
      p[0] * flat[$0] + p[1] * flat[$0 + 1]
    }
    let l = min(max(logSNR, -8), 8)
    let labels = Data((words["labels"] ?? "[]").utf8)
    let told: [Double] = ((try? JSONDecoder().decode([String].self, from: labels)) ?? []).map {
      label in
      asked.contains(label) ? 2 / Double(asked.count) : 0
    }
    let waves: [Double] = turns.map { sin($0) } + turns.map { cos($0) }
    let place: [Double] = p.map { 3 * $0 }
    let level: [Double] = [l / 4, tanh(l / 4), tanh(l - 2), tanh(l + 2)]
    return waves + place + level + told
  }

  private func output(of inputs: [Double]) -> [Double] {
    var h = inputs
    let count = tensors.keys.count { $0.hasSuffix(".weight") }
    for layer in 0..<count {
      guard let weight = tensors["layers.\(layer).weight"],
        let bias = tensors["layers.\(layer).bias"]
      else { return [] }
      let columns = weight.shape[1]
      var z = bias.values.indices.map { row in
        h.indices.reduce(Double(bias.values[row])) {
          $0 + h[$1] * Double(weight.values[row * columns + $1])
        }
      }
      if layer < count - 1 {
        z = z.map {
          words["activation"] == "gelu"
            ? $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 : $0 / (1 + exp(-$0))
        }
        if words["residual"] == "true", z.count == h.count { z = zip(h, z).map { $0 + $1 } }
      }
      h = z
    }
    return h
  }
}
