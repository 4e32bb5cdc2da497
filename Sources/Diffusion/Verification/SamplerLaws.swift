import Foundation

extension Law {
  /// What samplers obey together.
  static let samplerLaws = [
    Law(id: "ddim-is-ddpm", title: "DDIM with eta 1 and unit stride against DDPM") {
      let schedule = try Schedule(ScheduleSpecification(timesteps: 60))
      let grid = GridKind.trailing.grid(on: schedule, steps: 60)
      let mixture = try probe()
      func run(_ sampler: Sampler, eta: Double) -> [Point] {
        ReverseProcess(
          denoiser: ExactDenoiser(mixture: mixture), sampler: sampler,
          options: SamplerOptions(eta: eta), grid: grid, randomness: Randomness(seed: 1)
        ).run(from: noise(count: 50))
      }
      let pairs = zip(run(.ddim, eta: 1), run(.ddpm, eta: 0))
      return .at(most: 1e-10, pairs.map { deviation($0, $1) }.max() ?? .nan)
    },
    Law(id: "ode-keeps-its-tolerance", title: "the exact ODE at 1e-9 against itself at 1e-12") {
      let ends = try [1e-9, 1e-12].map { tolerance in
        try run(.ode, steps: 1, from: noise(count: 64), on: probe(), tolerance: tolerance)
      }
      return .at(most: 1e-7, zip(ends[0], ends[1]).map { deviation($0, $1) }.max() ?? .nan)
    },
    Law(
      id: "seeds-reproduce", title: "points that change with the same seed or stay with another"
    ) {
      let first = try Laboratory(experiment(seed: 1))
      let again = try Laboratory(experiment(seed: 1))
      let other = try Laboratory(experiment(seed: 2))
      let runs = [first, again, other].map { laboratory in
        laboratory.reverseProcess(with: laboratory.exactDenoiser)
          .run(from: laboratory.start(count: 100))
      }
      let changed = zip(runs[0], runs[1]).count { $0 != $1 }
      let stayed = zip(runs[0], runs[2]).count { $0 == $1 }
      return .at(most: 0, Double(changed + stayed))
    },
  ]

  /// The order of every solver that has one.
  static let solverOrders: [Law] = Sampler.allCases.compactMap { sampler in
    guard let order = sampler.order else { return nil }
    return Law(
      id: "order-of-\(sampler.id)",
      title: "measured order between two finite levels; declared is \(order)"
    ) {
      .at(least: Double(order) - 0.3, ConvergenceOrder(of: sampler, on: try probe()).order)
    }
  }

  /// The distance of every deterministic sampler from the exact solution falls with its steps, also
  /// where the steps end at clean data: a reversed time or a wrong coefficient would stay.
  static let solverErrors: [Law] = Sampler.allCases.filter { !$0.isStochastic || $0 == .ddim }
    .filter { $0 != .ode }.map { sampler in
      Law(
        id: "error-of-\(sampler.id)", title: "error with 128 steps over that with 8"
      ) {
        let exact = try run(.ode, steps: 1, from: noise(count: 64), on: probe())
        let errors = try [8, 128].map { steps in
          let points = try run(sampler, steps: steps, from: noise(count: 64), on: probe())
          return zip(points, exact).reduce(0) { $0 + ($1.0 - $1.1).squaredLength }.squareRoot()
        }
        return .at(most: 0.25, errors[1] / errors[0])
      }
    }

  /// The covariance of a stochastic sampler's points comes near that of a Gaussian with its steps.
  static let varianceErrors: [Law] = Sampler.allCases.filter { $0.isStochastic && $0 != .ddim }
    .map { sampler in
      Law(
        id: "variance-of-\(sampler.id)",
        title: "error of a Gaussian's covariance with 128 steps over that with 8"
      ) {
        let truth = Covariance(xx: 0.5, xy: 0.2, yy: 0.3)
        let mixture = try GaussianMixture(components: [
          .init(mean: Point(0.5, -0.3), covariance: truth, label: "all")
        ])
        let errors = try [8, 128].map { steps in
          let points = try run(sampler, steps: steps, from: noise(count: 20_000), on: mixture)
          let found = CloudMoments(of: points, ddof: 1).covariance
          return max(
            abs(found.xx - truth.xx), abs(found.xy - truth.xy), abs(found.yy - truth.yy))
        }
        return .at(most: 0.5, errors[1] / errors[0])
      }
    }

  private static func run(
    _ sampler: Sampler, steps: Int, from start: [Point], on mixture: GaussianMixture,
    tolerance: Double = 1e-9
  ) throws -> [Point] {
    var options = SamplerOptions()
    options.tolerance = tolerance
    let schedule = try Schedule(ScheduleSpecification(kind: .straightLine))
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: mixture), sampler: sampler, options: options,
      grid: GridKind.trailing.grid(on: schedule, steps: steps), randomness: Randomness(seed: 1))
    return process.run(from: start)
  }

  private static func noise(count: Int) -> [Point] {
    var stream = Randomness(seed: 3).stream(.start)
    return stream.normalPoints(count)
  }

  private static func experiment(seed: UInt64) -> Experiment {
    Experiment(sampler: SamplerSpecification(kind: .ddpm, steps: 10), seed: seed)
  }
}
