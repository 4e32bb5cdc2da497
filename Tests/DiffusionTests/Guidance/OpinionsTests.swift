import Testing

@testable import Diffusion

@Suite("The answers that guidance compares")
struct OpinionsTests {
  private let mixture: GaussianMixture
  private let level: NoiseLevel
  private let points = [Point(0.3, 0.2), Point(-1, 1.4), Point(2, -0.1)]

  init() throws {
    let laboratory = try Laboratory(Experiment())
    mixture = laboratory.mixture
    level = laboratory.schedule.level(afterSteps: 400)
  }

  @Test("guided is weak and so many times the way to strong", arguments: GuidanceKind.allCases)
  func guidedIsABlend(kind: GuidanceKind) throws {
    let guidance = try Guidance(
      GuidanceSpecification(label: "north", negative: "east", weight: 3, kind: kind), in: mixture)
    let exact = ExactDenoiser(mixture: mixture)
    let opinions = guidance.opinions(of: exact)
    let weak = opinions.weak.estimates(of: points, at: level)
    let strong = opinions.strong.estimates(of: points, at: level)
    let guided = opinions.guided.estimates(of: points, at: level)
    let parts = [guidance.base, guidance.target].map {
      ExactDenoiser(mixture: $0).estimates(of: points, at: level)
    }
    for i in points.indices {
      #expect((weak[i].noise - parts[0][i].noise).length < 1e-9)
      #expect((strong[i].noise - parts[1][i].noise).length < 1e-9)
      let blend = weak[i].noise + 3 * (strong[i].noise - weak[i].noise)
      #expect((guided[i].noise - blend).length < 1e-9)
    }
  }

  @Test("weak and strong are told apart also where guidance rests")
  func restsAreSeen() throws {
    let guidance = try Guidance(
      GuidanceSpecification(label: "north", weight: 3, interval: .init(20, 30)), in: mixture)
    let opinions = guidance.opinions(of: ExactDenoiser(mixture: mixture))
    let weak = opinions.weak.estimates(of: points, at: level)[0].noise
    let strong = opinions.strong.estimates(of: points, at: level)[0].noise
    #expect((weak - strong).length > 0.01)
    #expect(opinions.guided.estimates(of: points, at: level)[0].noise == strong)
  }

  @Test("a laboratory with another weight is the one built with it")
  func weighingIsBuilding() throws {
    var experiment = Experiment(guidance: GuidanceSpecification(label: "north", weight: 1))
    let weighed = try Laboratory(experiment).weighing(guidance: 4)
    experiment.guidance?.weight = 4
    let built = try Laboratory(experiment)
    #expect(weighed.experiment == built.experiment)
    let answers = [weighed, built].map {
      $0.guided($0.exactDenoiser).estimates(of: points, at: level)
    }
    #expect(answers[0] == answers[1])
  }
}
