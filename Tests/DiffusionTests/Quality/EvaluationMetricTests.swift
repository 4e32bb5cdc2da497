import Testing

@testable import Diffusion

@Suite struct EvaluationMetricTests {
  private func sampleSet(
    _ edit: (inout Experiment) -> Void = { _ in }, count: Int = 40
  ) throws -> SampleSet {
    var experiment = Experiment()
    experiment.sampler = SamplerSpecification(kind: .ddim, grid: .trailing, steps: 2)
    edit(&experiment)
    let laboratory = try Laboratory(experiment)
    let network = LearnedDenoiser(weights: laboratory.trainer().weights)
    return SampleSet(
      of: laboratory.data(count: count).points, from: network, network: network, in: laboratory)
  }

  /// Samples that set out from priors that know their class.
  private func measuredSampleSet() throws -> SampleSet {
    let priors = Arrangement.opposite.priors(for: Distribution.eightGaussians.mixture())
    let laboratory = try Laboratory(
      Experiment(
        schedule: ScheduleSpecification(kind: .straightLine),
        sampler: SamplerSpecification(kind: .flowEuler, steps: 4),
        method: TransportSpecification(prior: .perLabel(priors))))
    let start = try #require(laboratory.transportStart(count: 40))
    let model = try #require(laboratory.exactVelocityField)
    let process = try #require(laboratory.transportProcess(with: model, given: start.conditioning))
    let pathMeasurement = PathMeasurement(of: process, from: start)
    return SampleSet(of: pathMeasurement.ends, origin: pathMeasurement, in: laboratory)
  }

  /// Those of further methods need samples of these, and are held to it by their own tests; so is
  /// memorization, which needs known points. The terms of the bound have no floors, only their sum.
  private static let heldHere = EvaluationMetric.allCases.filter { metric in
    !(Method.allCases.dropFirst(2).flatMap(\.metrics) + [.memorization, .bound, .scheduleVariance])
      .contains(metric)
  }

  @Test(arguments: heldHere)
  func everyFigureHasAName_AFloorOrAnIdeal_AndADefinition(metric: EvaluationMetric) throws {
    let isOfTransports = [EvaluationMetric.retention, .paths, .tubes].contains(metric)
    let figures = try metric.figures(
      of: isOfTransports
        ? measuredSampleSet() : sampleSet { $0.guidance = GuidanceSpecification(label: "north") })
    #expect(!figures.isEmpty)
    #expect(Set(figures.map(\.name)).count == figures.count)
    for figure in figures {
      let isPlace = figure.name.hasPrefix("tube_overlap_")
      #expect(isPlace || figure.floor != nil || figure.ideal != nil, "\(figure.name)")
      #expect(!figure.definition.isEmpty && !figure.definition.contains(","), "\(figure.name)")
      #expect(!figure.definition.hasPrefix(metric.summary), "\(figure.name)")
      #expect(figure.count > 0)
    }
  }

  @Test func realDataIsAsFarFromRealDataAsTheFloorSays() throws {
    let sampleSet = try sampleSet(count: 300)
    for figure in try EvaluationMetric(.sliced).figures(of: sampleSet) {
      let floor = try #require(figure.floor)
      #expect(figure.value < 2 * floor && figure.value > 0.3 * floor, "\(figure.name)")
    }
  }

  @Test func samplesThatAreLedAreHeldAgainstTheirLabelOnly() throws {
    let sampleSet = try sampleSet { $0.guidance = GuidanceSpecification(label: "north") }
    let north = Point(0, 2)
    #expect(sampleSet.target.labels == ["north"])
    let isNorth = sampleSet.reference.allSatisfy { ($0 - north).length < 1 }
    let mean = sampleSet.reference.reduce(.zero, +) / Double(sampleSet.reference.count)
    #expect(isNorth || mean.y > 0.9)
    // The samples here are of all labels, so an eighth of them is right.
    let accuracy = try #require(try EvaluationMetric.labels.figures(of: sampleSet).first)
    #expect(accuracy.value < 0.5 && accuracy.floor == 1)
  }

  @Test func scoreErrorsAreStatedInThreeUnitsThatAgree() throws {
    let figures = try EvaluationMetric.scoreError.figures(of: sampleSet())
    let schedule = try Schedule(ScheduleSpecification())
    let absolute = figures.filter { $0.path[0] == "score_error" }
    #expect(absolute.count == 10)
    for figure in absolute {
      let index = try #require(Int(figure.path[1].dropFirst()))
      let sigma = schedule.levels[index].sigma
      let divergence = try #require(
        figures.first { $0.path == ["fisher_divergence", figure.path[1]] })
      #expect(deviation(divergence.value, figure.value / (sigma * sigma)) < 1e-12)
    }
  }

  @Test func theMeanOfSeedsKeepsWhatTheyShareAndDropsAFloorThatOneLacks() {
    func figure(_ value: Double, _ floor: Double?) -> QualityFigure {
      QualityFigure(["a"], value, floor: floor, ideal: 2, count: 5, definition: "d")
    }
    let mean = QualityFigure.means(of: [[figure(1, 3)], [figure(3, nil)]])
    #expect(mean.first?.value == 2 && mean.first?.floor == nil && mean.first?.ideal == 2)
    #expect(mean.first?.deviation == 2.0.squareRoot())
    #expect(QualityFigure.means(of: [[figure(1, 3)]]).first?.deviation == nil)
  }

  @Test func balanceIsMeasuredInNats() {
    let mixture = Distribution.eightGaussians.mixture()
    let one = ModeCensus(of: [mixture.components[0].mean], in: mixture)
    #expect(one.modesFound(withShareOfEqual: 0) == 1)
    #expect(abs(one.divergence(from: ModeCensus.expectedShares(of: mixture)) - 2.0794415) < 1e-6)
    #expect(ModeCensus.entropy(one.modes.map(\.share)) == 0)
  }

  @Test("W2 along the path is that of Gaussians, where all marginals are some", arguments: [1, 4])
  func pathsOfOneGaussian(deviation spread: Double) throws {
    var sampleSet = try sampleSet {
      $0.distribution = .components([
        GaussianMixture.Component(
          mean: Point(3, 0), covariance: Covariance(standardDeviation: spread), label: "a")
      ])
    }
    #expect(try EvaluationMetric.paths.figures(of: sampleSet).isEmpty)
    sampleSet.isAskedByName = true
    let figures = try EvaluationMetric.paths.figures(of: sampleSet)
    #expect(figures.count == 30)
    let schedule = sampleSet.laboratory.schedule
    func size(_ time: Double) -> (mean: Double, deviation: Double) {
      let level = schedule.level(afterSteps: Int((time * 1000).rounded()))
      let variance = level.alphaBar * spread * spread + level.sigma * level.sigma
      return (3 * level.alpha, variance.squareRoot())
    }
    for figure in figures {
      let time = try #require(Double(figure.path[1].dropFirst()))
      let other = ["path_w2_next": time + 0.1, "path_w2_data": 0, "path_w2_noise": 1]
      let (here, there) = (size(time), size(try #require(other[figure.path[0]])))
      let (shift, stretch) = (here.mean - there.mean, here.deviation - there.deviation)
      let wanted = (shift * shift + 2 * stretch * stretch).squareRoot()
      // 200 points: means are off by spread / sqrt(200), and so are deviations.
      #expect(abs(figure.value - wanted) < 0.1 * spread + 0.1, "\(figure.name) \(wanted)")
    }
  }

  @Test("Steps along the path are never shorter together than the way at once")
  func pathsObeyTheTriangle() throws {
    let laboratory = try Laboratory(Experiment())
    let path = try laboratory.marginalPath(intervals: 4, count: 60)
    let steps = path.stops.compactMap(\.toNext)
    #expect(steps.count == 4 && path.stops.last?.toNext == nil && path.stops[0].toData == 0)
    #expect(steps.reduce(0, +) >= path.stops[0].toNoise - 1e-12)
    #expect(path.stops[0].toNoise == path.stops[4].toData)
    #expect(try laboratory.marginalPath(intervals: 4, count: 60).stops == path.stops)
  }
}
