import Testing

@testable import Diffusion

/// Guidance of transports: held against runs that are told the label, runs that are not, and the
/// guided diffusion that it is with the standard prior.
@Suite struct GuidedVelocityFieldTests {
  private static func laboratory(
    _ guidance: GuidanceSpecification?, isLabelPassed: Bool = false, sampler: Sampler = .flowEuler
  ) throws -> Laboratory {
    let mixture = Distribution.eightGaussians.mixture()
    return try Laboratory(
      Experiment(
        schedule: ScheduleSpecification(kind: .straightLine),
        model: ModelSpecification(network: NetworkSpecification(hidden: [16])),
        sampler: SamplerSpecification(kind: sampler, steps: 10), guidance: guidance,
        method: TransportSpecification(
          prior: .perLabel(Arrangement.opposite.priors(for: mixture)),
          isLabelPassed: isLabelPassed, diffusion: 0.5)))
  }

  /// Where starts of a laboratory's label end.
  private static func ends(
    of laboratory: Laboratory, _ model: (any VelocityField)? = nil
  ) throws -> [Point] {
    let start = try #require(laboratory.transportStart(count: 12))
    let model = try laboratory.guided(try model ?? #require(laboratory.exactVelocityField))
    return try #require(laboratory.transportProcess(with: model, given: start.conditioning))
      .run(from: start.points)
  }

  @Test(
    "A weight of 1 tells the label, a weight of 0 does not",
    arguments: [Sampler.flowEuler, .eulerMaruyama])
  func ends(sampler: Sampler) throws {
    func ends(_ weight: Double?, isLabelPassed: Bool) throws -> [Point] {
      try Self.ends(
        of: Self.laboratory(
          GuidanceSpecification(label: "north", weight: weight), isLabelPassed: isLabelPassed,
          sampler: sampler))
    }
    let (told, untold) = (
      try ends(nil, isLabelPassed: true), try ends(nil, isLabelPassed: false)
    )
    #expect(deviation(told, untold) > 0.1)
    for isLabelPassed in [false, true] {
      #expect(deviation(try ends(1, isLabelPassed: isLabelPassed), told) < 1e-12)
      #expect(deviation(try ends(0, isLabelPassed: isLabelPassed), untold) < 1e-12)
    }
  }

  @Test("What guidance compares makes what it says; a label without a weight leaves the model")
  func opinions() throws {
    let places = [Point(0.2, -1), Point(3, 2)]
    for weight in [nil, 0, 1, 2.5] as [Double?] {
      let laboratory = try Self.laboratory(GuidanceSpecification(label: "north", weight: weight))
      let (guidance, transport) = (
        try #require(laboratory.guidance), try #require(laboratory.transport)
      )
      let model = try #require(laboratory.exactVelocityField)
      let opinions = try guidance.opinions(of: model, in: transport)
      func velocities(_ model: any VelocityField) -> [Point] {
        model.velocities(of: places, given: Conditioning(), at: 0.6)
      }
      let (weak, strong) = (velocities(opinions.weak), velocities(opinions.strong))
      #expect(deviation(weak, velocities(model)) < 1e-12)
      #expect(deviation(strong, weak) > 0.1)
      let wanted = places.indices.map { weak[$0] + (weight ?? 0) * (strong[$0] - weak[$0]) }
      #expect(deviation(velocities(opinions.guided), wanted) < 1e-9)
    }
  }

  @Test(
    "With the standard prior guided transports are guided diffusion",
    .vectors("05_guidance/guided_eps_irregular.csv"), arguments: GuidanceVectorsTests.mixtures)
  func standardPrior(name: String) throws {
    let mixture = try Vectors.mixture(name)
    let path = try #require(Schedule(ScheduleSpecification(kind: .variancePreserving)).path)
    let transport = try Transport(
      data: mixture,
      prior: try GaussianMixture(components: [
        .init(mean: .zero, covariance: Covariance(standardDeviation: 1), label: "standard normal")
      ]), coupling: .independent, path: path)
    let table = try Vectors.table("05_guidance/guided_eps_\(name).csv")
    let places = try GuidanceVectorsTests.places(name)
    let levels = try Schedule(ScheduleSpecification()).levels
    let (ts, numbers, weights) = try (
      table.numbers("t"), table.numbers("point"), table.numbers("w")
    )
    let (labels, negatives) = try (table.texts("class"), table.texts("negative_class"))
    let free = try table.points("eps_cfg_x", "eps_cfg_y")
    let away = try table.points("eps_negative_x", "eps_negative_y")
    let exact = try ExactVelocityField(transport, isLabelPassed: false)
    var (worst, count) = (0.0, 0)
    for row in table.rows.indices {
      let level = levels[Int(ts[row])]
      // The continuous path ends with a little more signal than the last of the betas.
      guard level.alpha > path.level(at: 1).alpha else { continue }
      let place = GuidanceVectorsTests.Place(
        t: Int(ts[row]), point: Int(numbers[row]), label: labels[row])
      let point = try #require(places[place])
      for (negative, expected) in [(nil, free[row]), (negatives[row], away[row])] {
        for kind in [nil, GuidanceKind.exactPosterior] {
          let guidance = try Guidance(
            GuidanceSpecification(
              label: labels[row], negative: negative, weight: weights[row], kind: kind),
            in: mixture)
          let velocityField = try guidance.guiding(exact, of: transport).fieldValues(
            of: [point], given: Conditioning(), at: path.time(of: level))[0]
          worst = max(worst, deviation(-level.sigma * velocityField.score, expected))
        }
      }
      count += 1
    }
    #expect(count > 50 && worst < 1e-8, "\(worst)")
  }

  @Test func twoModelsAreAskedWhereGuidanceActs() throws {
    let guidance = GuidanceSpecification(label: "north", weight: 3, interval: .init(0.5, 2))
    let laboratory = try Self.laboratory(guidance)
    let model = try laboratory.guided(try #require(laboratory.exactVelocityField))
    // On the straight line sigma / alpha is t / (1 − t).
    #expect([0.2, 0.5, 0.9].map(model.calls) == [1, 2, 1])
    let counted = CountingVelocityField(model)
    _ = counted.velocities(of: [.zero], given: Conditioning(), at: 0.5)
    #expect(counted.calls == 2)
  }

  @Test func aNetworkThatKnowsLabelsAnswersForBothSides() throws {
    var trainer = try #require(try Self.laboratory(nil, isLabelPassed: true).transportTrainer())
    for _ in 0..<30 { _ = trainer.step() }
    func ends(_ weight: Double?, isLabelPassed: Bool) throws -> [Point] {
      let laboratory = try Self.laboratory(
        GuidanceSpecification(label: "east", weight: weight), isLabelPassed: isLabelPassed)
      let velocityField = LearnedVelocityField(
        weights: trainer.weights, of: try #require(laboratory.transport),
        isLabelPassed: isLabelPassed)
      return try Self.ends(of: laboratory, velocityField)
    }
    #expect(deviation(try ends(1, isLabelPassed: false), try ends(nil, isLabelPassed: true)) < 1e-6)
    #expect(deviation(try ends(0, isLabelPassed: true), try ends(nil, isLabelPassed: false)) < 1e-6)
    #expect(deviation(try ends(0, isLabelPassed: true), try ends(1, isLabelPassed: true)) > 1e-3)
  }

  @Test func aNetworkThatKnowsNoneIsLedByWhatIsExact() throws {
    let laboratory = try Self.laboratory(GuidanceSpecification(label: "east", weight: 1))
    let transport = try #require(laboratory.transport)
    let weights = try #require(laboratory.transportTrainer()).weights
    let velocityField = LearnedVelocityField(weights: weights, of: transport)
    let places = [Point(0.4, -0.2), Point(-1, 1)]
    func velocities(_ model: any VelocityField) -> [Point] {
      model.velocities(of: places, given: Conditioning(), at: 0.6)
    }
    let exact = try ExactVelocityField(transport, isLabelPassed: false)
    let lead = zip(
      transport.marginal(at: 0.6, ofLabels: [0]).fieldValues(of: places), velocities(exact)
    ).map { $0.velocity - $1 }
    let expected = zip(velocities(velocityField), lead).map { $0 + $1 }
    #expect(deviation(velocities(try laboratory.guided(velocityField)), expected) < 1e-12)
    let strict = try Self.laboratory(
      GuidanceSpecification(label: "east", weight: 1, kind: .classifierFree))
    #expect(throws: TransportError.unknownLabel("east")) { try strict.guided(velocityField) }
  }

  @Test func aClassifierHasNothingToSayHere() {
    let error = #expect(throws: ExperimentError.self) {
      try Self.laboratory(GuidanceSpecification(label: "east", weight: 2, kind: .classifier))
    }
    #expect(error?.path == ["guidance", "kind"])
  }
}
