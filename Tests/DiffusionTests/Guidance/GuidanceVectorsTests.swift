import Testing

@testable import Diffusion

/// Guided fields and runs against the closed forms and diffusers' DDIM.
@Suite struct GuidanceVectorsTests {
  static let mixtures = ["irregular", "ring8_4classes"]

  struct Place: Hashable {
    let t: Int
    let point: Int
    let label: String
  }

  @Test(
    "The label's posterior and its gradient are the reference's",
    .vectors("05_guidance/fields_irregular.csv"), arguments: mixtures)
  func fields(name: String) throws {
    let mixture = try Vectors.mixture(name)
    let table = try Vectors.table("05_guidance/fields_\(name).csv")
    let schedule = try Schedule(ScheduleSpecification())
    let (levels, labels) = try (table.numbers("t"), table.texts("class"))
    let logs = try table.numbers("log_p_class_given_xt")
    let columns = try ["grad", "eps_uncond", "eps_class"].map { name in
      try table.points("\(name)_x", "\(name)_y")
    }
    var errors = [0.0, 0, 0, 0]
    for (row, point) in try table.points().enumerated() {
      let level = schedule.levels[Int(levels[row])]
      let posterior = try LabelPosterior(of: labels[row], in: mixture, at: level)
      let part = try mixture.conditioned(on: labels[row])
      let found = [
        posterior.gradient(at: point), mixture.diffused(to: level).estimate(at: point).noise,
        part.diffused(to: level).estimate(at: point).noise,
      ]
      for k in 0..<3 { errors[k] = max(errors[k], deviation(found[k], columns[k][row])) }
      errors[3] = max(errors[3], deviation(posterior.logProbability(at: point), logs[row]))
    }
    #expect(errors.allSatisfy { $0 < 1e-8 })
  }

  @Test(
    "Guided noise is the reference's, by class, by classifier and away from a class",
    .vectors("05_guidance/guided_eps_irregular.csv"), arguments: mixtures)
  func guidedNoise(name: String) throws {
    let mixture = try Vectors.mixture(name)
    let places = try Self.places(name)
    let table = try Vectors.table("05_guidance/guided_eps_\(name).csv")
    let schedule = try Schedule(ScheduleSpecification())
    let numbers = try ["t", "point", "w"].map { try table.numbers($0) }
    let (labels, negatives) = try (table.texts("class"), table.texts("negative_class"))
    let free = try table.points("eps_cfg_x", "eps_cfg_y")
    let away = try table.points("eps_negative_x", "eps_negative_y")
    var errors = [0.0, 0, 0, 0]
    for row in table.rows.indices {
      let t = Int(numbers[0][row])
      let place = Place(t: t, point: Int(numbers[1][row]), label: labels[row])
      let point = try #require(places[place])
      let weight = numbers[2][row]
      let models: [(any Denoiser, Point)] = [
        (try Self.guided(mixture, labels[row], nil, weight), free[row]),
        (try Self.guided(mixture, labels[row], nil, weight, .exactPosterior), free[row]),
        (try Self.guided(mixture, labels[row], negatives[row], weight), away[row]),
        (
          try Self.guided(mixture, labels[row], negatives[row], weight, .exactPosterior), away[row]
        ),
      ]
      for (k, (model, expected)) in models.enumerated() {
        let noise = model.estimates(of: [point], at: schedule.levels[t])[0].noise
        errors[k] = max(errors[k], deviation(noise, expected))
      }
    }
    #expect(errors.allSatisfy { $0 < 1e-8 })
  }

  @Test(
    "Guided DDIM runs end where the reference's do",
    .vectors("05_guidance/ddim_cfg_irregular_class0.csv"),
    arguments: [
      ("irregular", "0", "1"), ("irregular", "2", "0"), ("ring8_4classes", "0", "1"),
      ("ring8_4classes", "3", "0"),
    ])
  func runs(name: String, label: String, negative: String) throws {
    let mixture = try Vectors.mixture(name)
    let start = try Vectors.table("inputs/noise64.csv").points()
    let schedule = try Schedule(ScheduleSpecification())
    for (kind, away) in [("cfg", nil), ("negative", negative)] as [(String, String?)] {
      let table = try Vectors.table("05_guidance/ddim_\(kind)_\(name)_class\(label).csv")
      let weights = try table.numbers("w")
      let ends = try table.points()
      for weight in Set(weights) {
        let process = ReverseProcess(
          denoiser: try Self.guided(mixture, label, away, weight), sampler: .ddim,
          grid: GridKind.leading.grid(on: schedule, steps: 20), randomness: Randomness(seed: 1))
        let expected = ends.indices.filter { weights[$0] == weight }.map { ends[$0] }
        #expect(deviation(process.run(from: start), expected) < 1e-8, "weight \(weight)")
      }
    }
  }

  private static func guided(
    _ mixture: GaussianMixture, _ label: String, _ negative: String?, _ weight: Double,
    _ kind: GuidanceKind? = nil
  ) throws -> any Denoiser {
    try GuidanceSpecification(label: label, negative: negative, weight: weight, kind: kind)
      .denoiser(for: mixture)
  }

  static func places(_ name: String) throws -> [Place: Point] {
    let table = try Vectors.table("05_guidance/fields_\(name).csv")
    let numbers = try ["t", "point"].map { try table.numbers($0) }
    let labels = try table.texts("class")
    let keys = labels.indices.map {
      Place(t: Int(numbers[0][$0]), point: Int(numbers[1][$0]), label: labels[$0])
    }
    return Dictionary(uniqueKeysWithValues: zip(keys, try table.points()))
  }
}
