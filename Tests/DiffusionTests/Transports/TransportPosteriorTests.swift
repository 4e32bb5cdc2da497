import Testing

@testable import Diffusion

/// Where points of a transport have their clean ends: held against diffusion, which it is with the
/// standard prior, and against the means that the marginal knows by another way.
@Suite struct TransportPosteriorTests {
  private static let places = [Point(0.3, -0.8), Point(-1.5, 0.4), Point(2.2, 1.9)]

  @Test("With the standard prior the posterior is that of diffusion", arguments: [0.05, 0.4, 0.9])
  func standardPrior(time: Double) throws {
    let mixture = try Vectors.mixture("irregular")
    let path = try #require(Schedule(ScheduleSpecification(kind: .straightLine)).path)
    let transport = try Transport(
      data: mixture,
      prior: try GaussianMixture(components: [
        .init(mean: .zero, covariance: Covariance(standardDeviation: 1), label: "standard normal")
      ]), coupling: .independent, path: path)
    for place in Self.places {
      let ours = try #require(transport.marginal(at: time).posterior(of: place))
      let theirs = try #require(mixture.posterior(of: place, at: path.level(at: time)))
      #expect(ours.components.count == theirs.components.count)
      for (one, other) in zip(ours.components, theirs.components) {
        #expect(one.label == other.label && abs(one.weight - other.weight) < 1e-9)
        #expect((one.mean - other.mean).length < 1e-9)
        #expect(abs(one.covariance.xx - other.covariance.xx) < 1e-9)
        #expect(abs(one.covariance.xy - other.covariance.xy) < 1e-9)
        #expect(abs(one.covariance.yy - other.covariance.yy) < 1e-9)
      }
    }
    #expect(transport.marginal(at: 0).posterior(of: .zero) == nil)
  }

  private static func laboratory(
    isLabelPassed: Bool = false, repair: TransportRepair = .none
  ) throws -> Laboratory {
    let mixture = Distribution.eightGaussians.mixture()
    return try Laboratory(
      Experiment(
        schedule: ScheduleSpecification(kind: .variancePreserving),
        sampler: SamplerSpecification(kind: .ode),
        method: TransportSpecification(
          prior: .perLabel(Arrangement.opposite.priors(for: mixture)),
          isLabelPassed: isLabelPassed, repair: repair)))
  }

  @Test("Its mean is the expected clean end, and its labels are those of the place")
  func meanAndLabels() throws {
    let laboratory = try Self.laboratory()
    let exact = try #require(laboratory.exactVelocityField)
    let marginal = try #require(laboratory.transport).marginal(at: 0.3)
    for place in Self.places {
      let posterior = try #require(
        exact.posterior(of: place, given: Conditioning(), at: 0.3))
      #expect((posterior.mean - marginal.clean(at: [place])[0]).length < 1e-4)
      let shares = marginal.labelPosterior(at: place)
      for component in posterior.components {
        let label = try #require(laboratory.mixture.labels.firstIndex(of: component.label))
        #expect(abs(component.weight - shares[label]) < 1e-5)
      }
    }
  }

  @Test("A label that is passed, or a height that tells it, leaves one lobe")
  func whatIsCarried() throws {
    let told = try #require(Self.laboratory(isLabelPassed: true).exactVelocityField)
    let lifted = try #require(Self.laboratory(repair: .lift).exactVelocityField)
    let height = 3 * TransportLift().step
    // In the middle all classes are as likely.
    for (velocityField, conditioning) in [
      (told, Conditioning(labels: [3])), (lifted, Conditioning(labels: [3], heights: [height])),
    ] {
      let posterior = try #require(velocityField.posterior(of: .zero, given: conditioning, at: 0.5))
      let label = velocityField.transport.labels[3]
      let share = posterior.components.filter { $0.label == label }.reduce(0) { $0 + $1.weight }
      #expect(share > 0.999)
    }
  }

  @Test("A class that rests at its clean end is told by its place")
  func resting() throws {
    let laboratory = try Self.laboratory(repair: .clocks)
    let exact = try #require(laboratory.exactVelocityField)
    let last = try #require(laboratory.mixture.components.last)
    // The last of the classes to set out rests at its clean end early on.
    let posterior = try #require(
      exact.posterior(of: last.mean, given: Conditioning(), at: 0.1))
    let heaviest = try #require(posterior.components.max { $0.weight < $1.weight })
    #expect(heaviest.label == last.label && (heaviest.mean - last.mean).length < 1e-9)
    #expect(heaviest.covariance.trace < 1e-8)
  }
}
