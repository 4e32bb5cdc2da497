import Foundation
import Testing

@testable import Diffusion

/// That samplers get better with more steps, and as fast as they claim.
@Suite struct ConvergenceTests {
  static let solvers = Sampler.allCases.filter { $0.order != nil }

  @Test("The error falls with the steps, by the order the solver declares", arguments: solvers)
  func order(of sampler: Sampler) throws {
    let measured = ConvergenceOrder(of: sampler, on: try Vectors.mixture("ring8"))
    let declared = try #require(sampler.order)
    #expect(abs(measured.order - Double(declared)) < 0.35, "measured \(measured.order)")
  }

  @Test(
    "Many steps end far nearer to the exact solution than few",
    arguments: Sampler.allCases.filter { !$0.isStochastic })
  func fewAndMany(sampler: Sampler) throws {
    let schedule = try Schedule(ScheduleSpecification(kind: .variancePreserving))
    let mixture = try Vectors.mixture("irregular")
    let start = Randomness(seed: 3).startPoints(30)
    let ends = [(Sampler.ode, 1), (sampler, 8), (sampler, 128)].map { sampler, steps in
      ReverseProcess(
        denoiser: ExactDenoiser(mixture: mixture), sampler: sampler,
        grid: GridKind.trailing.grid(on: schedule, steps: steps), randomness: Randomness(seed: 1)
      ).run(from: start)
    }
    let errors = ends.dropFirst().map { end in
      zip(end, ends[0]).reduce(0) { $0 + ($1.0 - $1.1).length } / 30
    }
    #expect(errors[1] < max(errors[0] / 5, 1e-7), "errors \(errors)")
  }

  /// On a Gaussian every sampler is linear in its start and its noises, so the variance of its
  /// samples is the sum of the squared answers to each of them alone: no chance is involved.
  @Test(
    "The variance of samples of a Gaussian comes right with the steps", arguments: Sampler.allCases)
  func variance(sampler: Sampler) throws {
    let schedule = try Schedule(ScheduleSpecification())
    let variance = 0.3
    let gaussian = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(xx: variance, xy: 0, yy: variance), label: "")
    ])
    var options = SamplerOptions(eta: 0.7)
    options.churn = 3
    let errors = [8, 128].map { steps in
      let grid = GridKind.trailing.grid(on: schedule, steps: steps)
      let level = grid.stops[0].level
      let spread = (level.alphaBar * variance + level.sigma * level.sigma).squareRoot()
      let sources = 2 * steps
      let process = ReverseProcess(
        denoiser: ExactDenoiser(mixture: gaussian), sampler: sampler, options: options, grid: grid
      ) { step, count in
        (0..<count).map { Point($0 == step ? 1 : 0, 0) }
      }
      let start = [Point](repeating: .zero, count: sources) + [Point(spread, 0)]
      let found = process.run(from: start).reduce(0) { $0 + $1.squaredLength }
      return abs(found / variance - 1)
    }
    #expect(errors[1] < max(errors[0] / 5, 1e-8), "errors \(errors)")
    #expect(errors[1] < 0.1, "errors \(errors)")
  }
}

extension Randomness {
  /// Standard-normal points to start a run from.
  func startPoints(_ count: Int) -> [Point] {
    var stream = stream(.start)
    return stream.normalPoints(count)
  }
}
