import Foundation
import Testing

@testable import Diffusion

@Suite struct DistributionTests {
  /// Distributions whose scale a paper prescribes.
  static let prescribed: [Distribution] = [
    .eightGaussiansTorchCFM, .eightGaussiansGAN, .eightGaussiansFFJORD, .twoMoonsTorchCFM,
  ]

  @Test("Every distribution is a sound mixture with labels", arguments: Distribution.allCases)
  func soundness(of distribution: Distribution) {
    let mixture = distribution.mixture()
    #expect(mixture.components.count <= 200)
    #expect(mixture.components.allSatisfy { $0.mean.isFinite && $0.weight > 0 })
    #expect(abs(mixture.components.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    #expect(mixture.labels.allSatisfy { !$0.isEmpty })
    #expect(!distribution.summary.isEmpty && !distribution.title.isEmpty)
    #expect(mixture == distribution.mixture())
  }

  @Test(
    "Data has the prior's size unless a paper says otherwise",
    arguments: Distribution.allCases.filter { !prescribed.contains($0) })
  func size(of distribution: Distribution) {
    let mixture = distribution.mixture()
    #expect(mixture.mean.length < 1e-12)
    #expect(abs(mixture.spread - 1) < 2.1e-4)
    #expect(mixture.components.allSatisfy { $0.mean.length < 2.6 })
  }

  @Test func everyDistributionIsFoundByItsName() throws {
    for distribution in Distribution.allCases {
      #expect(try Distribution.named(distribution.id) == distribution)
    }
    #expect(Set(Distribution.allCases.map(\.id)).count == Distribution.allCases.count)
    let problem = #expect(throws: UnknownName.self) { try Distribution.named("two-moo") }
    #expect(problem?.description == "there is no distribution 'two-moo'; did you mean 'two-moons'?")
  }

  @Test func eightGaussiansHaveUnitVariancePerAxis() {
    let mixture = Distribution.eightGaussians.mixture()
    #expect(abs(mixture.covariance.xx - 0.9996) < 1e-12)
    #expect(abs(mixture.covariance.yy - 0.9996) < 1e-12)
    #expect(abs(mixture.covariance.xy) < 1e-12)
    #expect(
      mixture.labels == [
        "east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east",
      ])
    #expect((mixture.components[2].mean - Point(0, 1.4)).length < 1e-12)
  }

  @Test(
    "The rings of the papers have the papers' radius and width",
    arguments: [
      ("eight-gaussians-torchcfm", 5, 0.1.squareRoot()),
      ("eight-gaussians-gan", 2, 0.02 * 0.02),
      ("eight-gaussians-ffjord", 4 / 1.414, 0.25 / (1.414 * 1.414)),
    ])
  func conventions(id: String, radius: Double, variance: Double) throws {
    for component in try Distribution.named(id).mixture().components {
      #expect(abs(component.mean.length - radius) < 1e-12)
      #expect(abs(component.covariance.xx - variance) < 1e-12)
    }
  }

  /// The arcs have mean sines of 2 / pi, and the even numbers between 0 and 0.6 a mean of 0.3.
  @Test func theMoonsOfTorchCFMHaveTheirMomentsPerMoon() throws {
    let mixture = Distribution.twoMoonsTorchCFM.mixture()
    for (label, sign, place) in [("upper", 1.0, Point(0, 0)), ("lower", -1, Point(3, 1.5))] {
      let moon = try mixture.conditioned(on: label)
      let mean = place + Point(0, sign * 6 / .pi) - Point(repeating: 0.7)
      #expect((moon.mean - mean).length < 2e-3)
      // Beads are as long as they are apart, and lie along x half of the time.
      let spacing = 3 * Double.pi / 32
      #expect(abs(moon.covariance.xx - 4.5 - 0.03 - spacing * spacing / 2) < 5e-3)
      #expect(abs(moon.covariance.xy - 0.03) < 1e-3)
    }
  }

  @Test func aStringOfBeadsIsSmooth() {
    let beads = Beads(thickness: 0.1).along(0...10, count: 40, label: "") { Point($0, 0) }
    let densities = stride(from: 4.0, through: 5, by: 0.01).map { x in
      beads.reduce(0) { sum, bead in
        let offset = x - bead.mean.x
        return sum + exp(-0.5 * offset * offset / bead.covariance.xx)
      }
    }
    let ripple = ((densities.max() ?? 0) - (densities.min() ?? 0)) / (densities.max() ?? 1)
    #expect(ripple < 1e-8)
  }

  @Test func beadsOfACircleLieOnItAndPointAlongIt() {
    let beads = Beads(thickness: 0.1).along(0...2 * .pi, count: 60, label: "") { angle in
      2 * Point(cos(angle), sin(angle))
    }
    let spacing = 4 * Double.pi / 60
    for bead in beads {
      #expect(abs(bead.mean.length - 2) < 1e-5)
      let outwards = bead.mean / bead.mean.length
      let across = (outwards * bead.covariance.applied(to: outwards)).sum()
      #expect(abs(across - 0.01) < 1e-4)
      #expect(abs(bead.covariance.trace - 0.02 - spacing * spacing) < 1e-5)
    }
  }
}
