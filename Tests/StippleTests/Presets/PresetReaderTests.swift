import Diffusion
import Testing

@testable import stipple

@Suite struct PresetReaderTests {
  private func read(_ text: String) throws -> Experiment {
    try PresetReader(file: "p.yaml").experiment(from: text)
  }

  @Test(arguments: ["", "# nothing but a comment\n", "{}", "---\n"])
  func aPresetThatSaysNothingIsTheStandardExperiment(text: String) throws {
    #expect(try read(text) == Experiment())
  }

  @Test func everyKeyIsRead() throws {
    let experiment = try read(
      """
      title: All of them
      distribution: two-moons
      schedule: {kind: scaled-linear, timesteps: 400, beta: [0.001, 0.05]}
      model: {kind: exact, hidden: [32, 16], predicts: noise, activation: gelu, residual: true}
      training: {batch: 128, rate: 0.001, optimizer: schedule-free-adam, target: exact-posterior}
      sampler: {kind: ddim, grid: leading, steps: 40, eta: 0.5}
      particles: 1234
      seed: 18446744073709551615
      """)
    var expected = Experiment(title: "All of them", distribution: .named(.twoMoons))
    expected.schedule = ScheduleSpecification(
      kind: .scaledLinear, timesteps: 400, beta: ScheduleSpecification.Ends(0.001, 0.05))
    expected.model = ModelSpecification(
      kind: .exact,
      network: NetworkSpecification(
        hidden: [32, 16], predicts: .noise, activation: .gelu, isResidual: true))
    expected.training = TrainingSpecification(
      batch: 128, rate: 0.001, optimizer: .scheduleFree, target: .exactPosterior)
    expected.sampler = SamplerSpecification(
      kind: .ddim, grid: .leading, steps: 40, options: SamplerOptions(eta: 0.5))
    expected.particles = 1234
    expected.seed = .max
    #expect(experiment == expected)
  }

  @Test func bareNamesChooseAMember() throws {
    let experiment = try read("schedule: cosine\nmodel: exact\nsampler: heun\n")
    #expect(experiment.schedule == ScheduleSpecification(kind: .cosine))
    #expect(experiment.model == ModelSpecification(kind: .exact))
    #expect(experiment.sampler == SamplerSpecification(kind: .heun))
  }

  @Test func jsonIsYAMLToo() throws {
    let yaml = "schedule: {kind: variance-exploding, sigma: [0.01, 50]}\nseed: 3\n"
    let json =
      "{\n\t\"schedule\": {\"kind\": \"variance-exploding\", \"sigma\": [0.01, 5e1]},\n"
      + "\t\"seed\":3\r\n}\r\n"
    #expect(try read(json) == read(yaml))
    #expect(try read(json).schedule.sigma == ScheduleSpecification.Ends(0.01, 50))
  }

  @Test func aDistributionWithoutATitleGivesItsOwn() throws {
    #expect(try read("distribution: two-moons\n").title == Distribution.twoMoons.title)
  }

  @Test func componentsKeepTheirCovariancesAndLabels() throws {
    let experiment = try read(
      """
      distribution:
        components:
          - {weight: 0.3, mean: [1, 2], covariance: [[0.3, 0.1], [0.1, 0.2]], label: a}
          - mean: [-1, 0]
            std: 0.5
            label: 7
          - {mean: [0, 0], std: 1}
      """)
    let components = [
      GaussianMixture.Component(
        weight: 0.3, mean: Point(1, 2), covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2),
        label: "a"),
      GaussianMixture.Component(
        mean: Point(-1, 0), covariance: Covariance(xx: 0.25, xy: 0, yy: 0.25), label: "7"),
      GaussianMixture.Component(
        mean: Point(0, 0), covariance: Covariance(xx: 1, xy: 0, yy: 1), label: "2"),
    ]
    #expect(experiment.distribution == .components(components))
  }

  @Test func pointsAreReadFromAFileBesideThePreset() throws {
    let scratch = try Scratch()
    let points = try scratch.write("x,y,label\n1,2,a\n3,4,b\n", to: "data.csv")
    let preset = try scratch.write("distribution: {points: data.csv}\n", to: "p.yaml")
    let experiment = try PresetReader.experiment(inFile: preset)
    #expect(
      experiment.distribution
        == .points([Point(1, 2), Point(3, 4)], labels: ["a", "b"], source: PointSource(points)))
  }

  @Test func pointsMayBeWrittenOut() throws {
    let experiment = try read("distribution: {points: [[1, 2], [3, 4.5]]}\n")
    #expect(
      experiment.distribution
        == .points(
          [Point(1, 2), Point(3, 4.5)], labels: nil, source: DistributionSpecification.listSource))
  }

  @Test func ddpmMayBeCalledByItsEta() throws {
    let text = "sampler: {kind: ddpm, grid: trailing, steps: 1000, eta: 1}\n"
    #expect(try read(text).sampler == SamplerSpecification(kind: .ddpm, steps: 1000))
  }
}
