import Diffusion
import Testing

@testable import stipple

@Suite struct PresetWriterTests {
  private func readBack(
    _ experiment: Experiment, path: String = "p.yaml"
  ) throws -> Experiment {
    let text = try PresetWriter.text(of: experiment, comment: "A test.", path: path)
    return try PresetReader(file: path).experiment(from: text)
  }

  @Test(arguments: Distribution.allCases)
  func everyDistributionReadsBack(distribution: Distribution) throws {
    let experiment = Experiment(title: distribution.title, distribution: .named(distribution))
    #expect(try readBack(experiment) == experiment)
  }

  @Test(arguments: ScheduleKind.allCases, Sampler.allCases)
  func everyScheduleAndSamplerReadBack(schedule: ScheduleKind, sampler: Sampler) throws {
    var experiment = Experiment()
    experiment.schedule = ScheduleSpecification(
      kind: schedule, timesteps: 321, beta: ScheduleSpecification.Ends(1e-5, 1.0 / 30),
      sigma: ScheduleSpecification.Ends(0.001, 1e3),
      points: [Point(0, 1e-5), Point(0.25, 0.1), Point(1, 1)])
    experiment.sampler = SamplerSpecification(
      kind: sampler, grid: .linspace, steps: 12, options: SamplerOptions(eta: 0.3, variance: .large)
    )
    let saved = try readBack(experiment)
    #expect(saved == experiment.withoutUnusedSettings)
    #expect(saved.schedule.kind == schedule && saved.sampler.kind == sampler)
    #expect(try Schedule(saved.schedule).levels == Schedule(experiment.schedule).levels)
  }

  @Test(arguments: [
    GuidanceSpecification(label: "north"),
    GuidanceSpecification(label: "north", negative: "east", weight: -1.5),
    GuidanceSpecification(negative: "null", weight: 1e-7, interval: .init(0, 1.0 / 3)),
    GuidanceSpecification(weight: 2, weakerSteps: 1200),
    GuidanceSpecification(label: "east", weight: 3, weakerSteps: 0, kind: .classifierFree),
  ])
  func guidanceReadsBack(guidance: GuidanceSpecification) throws {
    var experiment = Experiment(
      title: "Two",
      distribution: .components(
        ["north", "east", "null"].map { label in
          GaussianMixture.Component(
            mean: .zero, covariance: Covariance(standardDeviation: 1), label: label)
        }))
    experiment.guidance = guidance
    #expect(try readBack(experiment) == experiment)
    // A weight alone has nothing to weigh.
    experiment.guidance = GuidanceSpecification(weight: 2)
    #expect(try readBack(experiment).guidance == nil)
  }

  @Test(arguments: ModelSpecification.Kind.allCases, Parameterization.allCases)
  func everyModelReadsBack(kind: ModelSpecification.Kind, predicts: Parameterization) throws {
    let network = NetworkSpecification(
      hidden: [8, 16, 32], predicts: predicts, activation: .gelu, isResidual: true)
    var experiment = Experiment(model: ModelSpecification(kind: kind, network: network))
    experiment.training = TrainingSpecification(
      batch: 77, rate: 1e-4, optimizer: .scheduleFree, target: .exactPosterior)
    experiment.particles = 5
    experiment.seed = .max
    #expect(try readBack(experiment) == experiment)
    experiment.model.network.isLabelled = true
    experiment.training.labelDropout = 0.25
    #expect(try readBack(experiment) == experiment)
  }

  @Test func wordsAndKindsOfGuidanceReadBack() throws {
    for kind in GuidanceKind.allCases {
      var experiment = Experiment(
        words: [
          LabelGroup("polar", covers: ["north", "south"]), LabelGroup("e: x", covers: ["east"]),
        ])
      experiment.guidance = GuidanceSpecification(label: "polar not south", weight: 2, kind: kind)
      #expect(try readBack(experiment) == experiment)
      #expect(try Laboratory(experiment).target.labels == ["north"])
    }
  }

  @Test(arguments: [
    "plain", "with: colon", "# hash", "null", "~", "1984", "'quoted'", "\"double\"", "two\nlines",
    "- dash", "{brace", "äöü 漢字 🙂", "trailing ", "*star", "yes", "tab\there", "@at",
  ])
  func titlesAndLabelsOfAllKindsReadBack(text: String) throws {
    let component = GaussianMixture.Component(
      weight: 1.0 / 3, mean: Point(1e-20, -0.1), covariance: Covariance(xx: 1, xy: -0.5, yy: 0.75),
      label: text)
    let experiment = Experiment(title: text, distribution: .components([component]))
    #expect(try readBack(experiment) == experiment)
  }

  @Test func writtenOutPointsReadBack() throws {
    for labels in [nil, ["left", "right: side"]] {
      let points = DistributionSpecification.points(
        [Point(0.1, 1e-7), Point(2, 3)], labels: labels,
        source: DistributionSpecification.listSource)
      let experiment = Experiment(title: points.title, distribution: points)
      #expect(try readBack(experiment) == experiment)
    }
  }

  @Test func pointFilesAreNamedRelativeToThePreset() throws {
    let scratch = try Scratch()
    let file = try scratch.write("x,y\n1,2\n3,4\n", to: "data.csv")
    let points = DistributionSpecification.points(
      [Point(1, 2), Point(3, 4)], labels: nil, source: PointSource(file))
    let experiment = Experiment(title: "Mine", distribution: points)
    let path = scratch.file("mine.yaml")
    let text = try PresetWriter.text(of: experiment, path: path)
    #expect(text.contains("points: data.csv\n"))
    #expect(try readBack(experiment, path: path) == experiment)
  }

  @Test func everyKeyIsWrittenWithWhatItMeans() throws {
    let text = try PresetWriter.text(of: Experiment(), comment: "A\nB", path: "p.yaml")
    #expect(
      text == """
        # A B
        title: Eight Gaussians
        # the data: a name, components with means and covariances, or points
        distribution: eight-gaussians
        # how noise is added: kind, number of noising steps, and what the kind needs
        schedule: {kind: linear, timesteps: 1000, beta: [0.0001, 0.02]}
        # learned or exact; the network's hidden layers, what it predicts and how it is built
        model: {kind: learned, hidden: [64, 64, 64], predicts: v, activation: silu, residual: false}
        # samples for each training step, the highest learning rate, optimizer and target
        training: {batch: 256, rate: 0.007, optimizer: adam, target: sample}
        # how samples are drawn; steps: N for another number of them than usual
        sampler: {kind: ddpm, grid: trailing, variance: small}
        # how many points are shown
        particles: 2000
        # the seed of everything that is drawn
        seed: 7

        """)
  }

  @Test func exponentsHaveAPointBeforeThemForOtherReaders() {
    #expect(PresetWriter.spelled(1e-5) == "1.0e-05")
    #expect(PresetWriter.spelled(1.5e-7) == "1.5e-07")
    #expect(PresetWriter.spelled(0.25) == "0.25")
  }
}
