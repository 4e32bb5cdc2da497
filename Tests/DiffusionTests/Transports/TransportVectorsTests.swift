import Testing

@testable import Diffusion

/// The class process and flows between mixtures, as other libraries computed them.
@Suite struct TransportVectorsTests {
  private static let arrangements = [
    "standard", "matched", "matched_wide", "rotated1", "crossing_opposite", "swap01",
    "mixed_scales", "line_matched", "line_reversed", "irregular3",
  ]
  private static let fields = "08_conditional_prior/fields.csv"
  private static let ends = "08_conditional_prior/ode_endpoints.csv"

  @Test(
    "The fields of the class process are the reference's", .vectors(fields, Arrangements.file),
    arguments: arrangements)
  func classProcess(arrangement: String) throws {
    let entry = try #require(try Arrangements.all()[arrangement])
    let transport = try #require(try Laboratory(entry.experiment).transport)
    let table = try Vectors.table(Self.fields)
    let rows = try table.texts("arrangement").indices.filter {
      try table.texts("arrangement")[$0] == arrangement
    }
    #expect(rows.count > 50)
    let times = try table.numbers("t")
    let points = try table.points()
    let expected = try (
      density: table.numbers("log_density"), score: table.points("score_x", "score_y"),
      clean: table.points("E_x0_x", "E_x0_y"), noise: table.points("E_eps_x", "E_eps_y"),
      velocity: table.points("velocity_x", "velocity_y")
    )
    let posteriors = try (0..<5).map { try table.numbers("p_class\($0)") }
    for (time, group) in Dictionary(grouping: rows, by: { times[$0] }) {
      let marginal = transport.marginal(at: time)
      let places = group.map { points[$0] }
      func worst(_ values: [Point], _ references: [Point]) -> Double {
        deviation(values, group.map { references[$0] })
      }
      #expect(
        deviation(places.map(marginal.logDensity), group.map { expected.density[$0] }) < 1e-9)
      #expect(worst(places.map(marginal.score), expected.score) < 1e-9)
      #expect(worst(marginal.clean(at: places), expected.clean) < 1e-9)
      #expect(worst(marginal.noise(at: places), expected.noise) < 1e-9)
      #expect(worst(marginal.fieldValues(of: places).map(\.velocity), expected.velocity) < 1e-9)
      for row in group {
        for (label, share) in marginal.labelPosterior(at: points[row]).enumerated() {
          #expect(deviation(share, posteriors[label][row]) < 1e-9)
        }
      }
    }
  }

  /// A few of the points: debug builds are slow.
  private static let followed = 12

  @Test(
    "Points end where the reference's end, with their label and without",
    .vectors(ends, Arrangements.file), arguments: ["matched", "crossing_opposite", "irregular3"])
  func endPoints(arrangement: String) throws {
    let entry = try #require(try Arrangements.all()[arrangement])
    let table = try Vectors.table(Self.ends)
    let names = try table.texts("arrangement")
    let rows = Array(names.indices.filter { names[$0] == arrangement }.prefix(Self.followed))
    let starts = try table.points("start_x", "start_y")
    let labels = try table.numbers("class").map { Int($0) }
    let expected = try (
      table.points("conditional_x", "conditional_y"),
      table.points("unconditional_x", "unconditional_y")
    )
    let conditioning = Conditioning(labels: rows.map { labels[$0] })
    for isPassed in [true, false] {
      var experiment = entry.experiment
      experiment.transport?.isLabelPassed = isPassed
      let laboratory = try Laboratory(experiment)
      let model = try #require(laboratory.exactVelocityField)
      let process = try #require(laboratory.transportProcess(with: model, given: conditioning))
      let ends = process.run(from: rows.map { starts[$0] })
      let reference = isPassed ? expected.0 : expected.1
      #expect(deviation(ends, rows.map { reference[$0] }) < 1e-6)
    }
  }

  @Test(
    "The flow between two mixtures is the reference's",
    .vectors("08_conditional_prior/fm_independent_fields.csv", "inputs/mixture_source.json"))
  func independentFlow() throws {
    let transport = try Self.flow()
    let table = try Vectors.table("08_conditional_prior/fm_independent_fields.csv")
    let (times, points) = try (table.numbers("t"), table.points())
    let (density, score, velocity) = try (
      table.numbers("log_density"), table.points("score_x", "score_y"),
      table.points("velocity_x", "velocity_y")
    )
    for i in points.indices {
      let marginal = transport.marginal(at: times[i])
      #expect(deviation(marginal.logDensity(at: points[i]), density[i]) < 1e-9)
      #expect(deviation(marginal.score(at: points[i]), score[i]) < 1e-9)
      #expect(deviation(marginal.velocity(at: points[i]), velocity[i]) < 1e-9)
    }
  }

  @Test(
    "The flow between two mixtures ends where the reference ends",
    .vectors("08_conditional_prior/fm_independent_endpoints.csv", "inputs/fm_source_64.csv"))
  func independentFlowEnds() throws {
    let process = TransportProcess(
      model: try ExactVelocityField(try Self.flow(), isLabelPassed: false), solver: .adaptive,
      times: [1, 0], tolerance: 1e-10
    ) { _, count in [Point](repeating: .zero, count: count) }
    let starts = try Vectors.table("inputs/fm_source_64.csv").points().prefix(Self.followed)
    let ends = try Vectors.table("08_conditional_prior/fm_independent_endpoints.csv").points()
    #expect(deviation(process.run(from: Array(starts)), Array(ends.prefix(Self.followed))) < 1e-6)
  }

  private static func flow() throws -> Transport {
    let path = try #require(Schedule(ScheduleSpecification(kind: .straightLine)).path)
    return try Transport(
      data: Vectors.mixture("irregular"), prior: Vectors.mixture("source"),
      coupling: .independent, path: path)
  }

  @Test(
    "Minibatch optimal transport finds the unique pairs",
    .vectors("08_conditional_prior/ot_pairs.csv", "inputs/fm_source_64.csv"))
  func optimalPairs() throws {
    let clean = try Vectors.table("inputs/x0_irregular_64.csv").points()
    let starts = try Vectors.table("inputs/fm_source_64.csv").points()
    let pairs = try Vectors.table("08_conditional_prior/ot_pairs.csv")
    let matching = ExactTransport.matching(from: clean, to: starts)
    let (rows, partners) = try (pairs.numbers("row_x0"), pairs.numbers("row_x1"))
    #expect(rows.count == clean.count)
    for (row, partner) in zip(rows, partners) {
      #expect(matching[Int(row)] == Int(partner))
    }
  }

  @Test(
    "The score of everybody with the drift of one class leads astray as in the reference",
    .vectors(ends, Arrangements.file), arguments: arrangements)
  func knownPrior(arrangement: String) throws {
    // Of one arrangement all points are followed, so that those that keep their class are counted.
    let isWhole = arrangement == "line_matched"
    let entry = try #require(try Arrangements.all()[arrangement])
    let transport = try #require(try Laboratory(entry.experiment).transport)
    let table = try Vectors.table(Self.ends)
    let names = try table.texts("arrangement")
    let rows = names.indices.filter { names[$0] == arrangement }.prefix(isWhole ? .max : 3)
    let starts = try table.points("start_x", "start_y")
    let labels = try table.numbers("class").map { Int($0) }
    let expected = try table.points("knownprior_x", "knownprior_y")
    let process = TransportProcess(
      model: KnownPrior(transport: transport), solver: .adaptive, times: [1, 0],
      conditioning: Conditioning(labels: rows.map { labels[$0] }), tolerance: 1e-11
    ) { _, count in [Point](repeating: .zero, count: count) }
    let ends = process.run(from: rows.map { starts[$0] })
    #expect(deviation(ends, rows.map { expected[$0] }) < 1e-6)
    let clean = transport.data.diffused(to: .clean)
    let kept = clean.sharesOfMostProbable(rows.map { labels[$0] }[...], at: ends).reduce(0, +)
    if isWhole {
      let result = try #require(entry.results["known_prior_unconditional_score"])
      #expect(kept / Double(rows.count) == result.fraction)
    }
  }

  /// The drift of a point's own class with the score of all classes.
  private struct KnownPrior: VelocityField {
    let transport: Transport
    var knowsScore: Bool { true }

    func fieldValues(
      of points: [Point], given conditioning: Conditioning, at time: Double
    ) -> [FieldValue] {
      let (level, rates) = (transport.path.level(at: time), transport.path.rates(at: time))
      let marginal = transport.marginal(at: time)
      return points.indices.map { i in
        let prior = transport.prior.components[conditioning.labels?[i] ?? 0]
        let score = marginal.score(at: points[i])
        let pull = points[i] - prior.mean + prior.covariance.xx * score
        return FieldValue(velocity: rates.alpha / level.alpha * pull, score: score)
      }
    }
  }

  @Test(
    "DDIM around the prior of each class is the reference's",
    .vectors("08_conditional_prior/ddim_whitened.csv", "inputs/noise128_cond.csv"))
  func whitenedDDIM() throws {
    let table = try Vectors.table("08_conditional_prior/ddim_whitened.csv")
    let names = try table.texts("arrangement")
    let numbers = try (table.numbers("point"), table.numbers("class"))
    let expected = try table.points()
    let noise = try Vectors.table("inputs/noise128_cond.csv").points()
    let schedule = try Schedule(ScheduleSpecification())
    for (name, entry) in try Arrangements.all() {
      let data = try Laboratory(entry.experiment).mixture
      for row in names.indices where names[row] == name && numbers.0[row] < 40 {
        let label = Int(numbers.1[row])
        let (mean, width) = (entry.priorMeans[label], entry.priorStds[label])
        let own = zip(data.components, data.labelIndices)
          .filter { data.labels[$0.1] == "\(label)" }.map(\.0)
        let whitened = try GaussianMixture(
          components: own.map {
            GaussianMixture.Component(
              weight: $0.weight, mean: ($0.mean - mean) / width,
              covariance: $0.covariance.scaled(by: 1 / (width * width), plusVariance: 0),
              label: "own")
          })
        let process = ReverseProcess(
          denoiser: ExactDenoiser(mixture: whitened), sampler: .ddim,
          grid: GridKind.leading.grid(on: schedule, steps: 20), randomness: Randomness(seed: 1))
        let end = process.run(from: [noise[Int(numbers.0[row])]])[0]
        #expect(deviation(mean + width * end, expected[row]) < 1e-9)
      }
    }
  }

  @Test(
    "The cheapest way between two Gaussians is the reference's",
    .vectors("08_conditional_prior/fm_gaussian_ot_velocity.csv"))
  func gaussianOptimalTransport() throws {
    let map = MongeMap(
      from: GaussianMixture.Component(
        mean: Point(0, 0.15),
        covariance: Covariance(xx: 2.395, xy: 0.19035898384862243, yy: 0.1475), label: "start"),
      to: GaussianMixture.Component(
        mean: Point(0.145, 0.13),
        covariance: Covariance(
          xx: 0.4466007853977591, xy: -0.11084406393861437, yy: 0.4995042146022409),
        label: "clean"))
    let table = try Vectors.table("08_conditional_prior/fm_gaussian_ot_velocity.csv")
    let (times, points) = try (table.numbers("t"), table.points())
    let velocities = try table.points("velocity_x", "velocity_y")
    #expect(points.count > 10)
    for i in points.indices {
      #expect(deviation(map.velocity(at: points[i], time: times[i]), velocities[i]) < 1e-9)
    }
  }
}
