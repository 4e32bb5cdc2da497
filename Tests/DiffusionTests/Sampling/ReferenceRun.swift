import Foundation
import Testing

@testable import Diffusion

/// One recorded run of folder 04: its start, its grid, its noise and where it ended.
struct ReferenceRun {
  private struct Record: Decodable {
    struct Arguments: Decodable {
      let timesteps: Int?
      let firstBeta: Double?
      let lastBeta: Double?
      let schedule: String?

      enum CodingKeys: String, CodingKey {
        case timesteps = "num_train_timesteps"
        case firstBeta = "beta_start"
        case lastBeta = "beta_end"
        case schedule = "beta_schedule"
      }
    }

    let args: Arguments?
    let timesteps: Timesteps?
    let sigmas: [Double]?
    let eta: Double?
    let start: String?
    let coordinates: String?
    let calls: Timesteps?

    enum CodingKeys: String, CodingKey {
      case args, timesteps, sigmas, eta, coordinates
      case start = "init"
      case calls = "model_timesteps"
    }
  }

  /// A list of indices, or all of them written as `999..0`.
  private struct Timesteps: Decodable {
    let indices: [Int]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Int].self) {
        indices = list
      } else {
        let first = try container.decode(String.self).split(separator: ".").first ?? ""
        indices = (0...(Int(first) ?? 0)).reversed()
      }
    }
  }

  private static let records = Result {
    try Vectors.json("04_samplers/index.json", as: [String: Record].self)
  }

  private let record: Record
  let mixture: GaussianMixture
  /// The points the run started from and ended at, in the run's own coordinates.
  let start: [Point]
  let end: [Point]

  init(named name: String) throws {
    let record = try #require(Self.records.get()[name])
    mixture = try Vectors.mixture(name.components(separatedBy: "__").last ?? "")
    end = try Vectors.table("04_samplers/\(name)_final.csv").points()
    let noise = try Vectors.table("inputs/noise64.csv").points().prefix(end.count)
    let scale = Self.scale(of: record.start ?? "")
    start = noise.map { scale * $0 }
    self.record = record
  }

  var eta: Double { record.eta ?? 0 }
  var indices: [Int]? { record.timesteps?.indices }
  /// The timesteps at which the model was asked, one asked twice among them.
  var calls: [Int]? { record.calls?.indices }

  /// The visited sigmas; entries doubled for a predictor and a corrector are visited once.
  var sigmas: [Double]? {
    record.sigmas.map { sigmas in
      zip(sigmas, sigmas.dropFirst()).filter { $0 != $1 }.map(\.0) + sigmas.suffix(1)
    }
  }

  /// The schedule whose indices `timesteps` are.
  var schedule: Schedule {
    get throws {
      let arguments = record.args
      let isCosine = arguments?.schedule == "squaredcos_cap_v2"
      return try Schedule(
        ScheduleSpecification(
          kind: isCosine ? .cosine : .linear, timesteps: arguments?.timesteps ?? 1000,
          beta: .init(arguments?.firstBeta ?? 0.0001, arguments?.lastBeta ?? 0.02)))
    }
  }

  /// How far the points are from the reference's after the same run, the largest deviation.
  func error(
    of sampler: Sampler, options: SamplerOptions = SamplerOptions(), grid: TimeGrid? = nil,
    startScale: Double = 1, endScale: Double = 1, isSilent: Bool = false
  ) throws -> Double {
    let noise = try sampler.isStochastic && !isSilent ? Self.stepNoise() : [:]
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: mixture), sampler: sampler, options: options,
      grid: try grid ?? TimeGrid(schedule: schedule, indices: #require(indices))
    ) { step, count in
      noise[step] ?? [Point](repeating: .zero, count: count)
    }
    let found = process.run(from: start.map { startScale * $0 })
    return deviation(found.map { endScale * $0 }, end)
  }

  /// The same for the recorded sigmas, in the coordinates of a kind of schedule: a point there is
  /// alpha times the point where the data keeps its size.
  func error(
    of sampler: Sampler, in kind: ScheduleKind, options: SamplerOptions = SamplerOptions()
  ) throws -> Double {
    let schedule = try Schedule(ScheduleSpecification(kind: kind))
    let sigmas = try #require(sigmas)
    let levels = sigmas.map { schedule.level(relativeSigma: $0) }
    let first = levels[0].alpha
    let own = record.coordinates == "VP" ? 1 / (1 + sigmas[0] * sigmas[0]).squareRoot() : 1
    // A run that ends above the clean level ends in its own coordinates.
    let sigma = sigmas[sigmas.count - 1]
    let last = record.coordinates == "VP" ? 1 / (1 + sigma * sigma).squareRoot() : 1
    let endScale = last / levels[levels.count - 1].alpha
    return try error(
      of: sampler, options: options, grid: TimeGrid(schedule: schedule, levels: levels),
      startScale: first / own, endScale: endScale)
  }

  /// The noise of every step; steps beyond the file have none.
  private static func stepNoise() throws -> [Int: [Point]] {
    guard Vectors.location(of: "inputs/stepnoise_100x16.csv") != nil else { return [:] }
    let table = try Vectors.table("inputs/stepnoise_100x16.csv")
    let steps = try table.numbers("step")
    return Dictionary(grouping: zip(steps, try table.points())) { Int($0.0) }
      .mapValues { $0.map(\.1) }
  }

  /// The number in texts such as `x=80*noise` and `x=noise*157.4`; 1 where there is none.
  private static func scale(of text: String) -> Double {
    guard text.contains("*") else { return 1 }
    return text.split { "=*".contains($0) }.compactMap { Double($0) }.first ?? 1
  }
}
