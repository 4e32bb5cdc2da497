import Testing

@testable import Diffusion

@Suite struct MixtureErrorTests {
  @Test(
    "Components that make no density are refused with the reason",
    arguments: [
      ([], .noComponents),
      ([component(), component(weight: -1)], .badWeight(component: 1, weight: -1)),
      ([component(weight: .infinity)], .badWeight(component: 0, weight: .infinity)),
      ([component(weight: 0), component(weight: 0)], .weightsSumToZero),
      ([component(mean: Point(0, .nan))], .badMean(component: 0)),
      ([component(mean: Point(1e200, 0))], .badMean(component: 0)),
      ([component(xx: -1)], .badCovariance(component: 0)),
      ([component(xx: 0)], .badCovariance(component: 0)),
      ([component(xx: .nan)], .badCovariance(component: 0)),
      ([component(xx: 1e-300)], .badCovariance(component: 0)),
      ([component(xy: 1)], .badCovariance(component: 0)),
      ([component(), component(xy: -2)], .badCovariance(component: 1)),
      (
        [GaussianMixture.Component](repeating: component(), count: 100_001),
        .tooManyComponents(100_001)
      ),
    ] as [([GaussianMixture.Component], MixtureError)])
  func refusal(of components: [GaussianMixture.Component], reason: MixtureError) {
    #expect(throws: reason) { try GaussianMixture(components: components) }
    let specification = DistributionSpecification.components(components)
    #expect(throws: DistributionError.components(reason)) { try specification.mixture() }
    #expect(!reason.description.contains("\n"))
  }

  @Test func aWeightThatIsNotANumberIsRefused() {
    #expect(throws: MixtureError.self) {
      try GaussianMixture(components: [Self.component(weight: .nan)])
    }
  }

  @Test func theMostComponentsAllowedAreAllowed() throws {
    let most = [GaussianMixture.Component](
      repeating: Self.component(), count: GaussianMixture.mostComponents)
    #expect(try GaussianMixture(components: most).components.count == 100_000)
  }

  private static func component(
    weight: Double = 1, mean: Point = .zero, xx: Double = 1, xy: Double = 0
  ) -> GaussianMixture.Component {
    GaussianMixture.Component(
      weight: weight, mean: mean, covariance: Covariance(xx: xx, xy: xy, yy: 1), label: "a")
  }
}
