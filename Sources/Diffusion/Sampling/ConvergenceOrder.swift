import Foundation

/// How fast the error of a solver falls with its steps, measured between two levels that hold both
/// data and noise, against the exact solution of the probability-flow ODE.
///
/// A multistep solver is measured under way: its past is exact, and the run goes on beyond the level
/// at which it is looked at, so that neither the low order of its first steps nor that of its last
/// one counts.
public struct ConvergenceOrder: Sendable {
  /// The two numbers of steps.
  public let steps: [Int]
  /// The largest distance from the exact points for each of them.
  public let errors: [Double]

  /// The exponent p of `error ∝ steps^−p`.
  public var order: Double {
    log(errors[0] / errors[1]) / log(Double(steps[1]) / Double(steps[0]))
  }

  /// The highest and the lowest `sigma / alpha` of the measured stretch.
  private static let stretch = (high: 10.0, low: 0.3)

  /// Measures a solver on a mixture.
  ///
  /// - Parameter steps: two numbers of steps, odd, since solvers that work in pairs end a pair there.
  public init(of sampler: Sampler, on mixture: GaussianMixture, steps: [Int] = [33, 129]) {
    self.steps = steps
    errors = steps.map { Self.error(of: sampler, on: mixture, steps: $0) }
  }

  private static func error(of sampler: Sampler, on mixture: GaussianMixture, steps: Int) -> Double
  {
    let exact = exactStates(on: mixture, steps: steps, before: sampler.memory)
    let denoiser = ExactDenoiser(mixture: mixture)
    let process = ReverseProcess(
      denoiser: denoiser, sampler: sampler,
      grid: grid(steps: steps, before: sampler.memory, after: 4), randomness: Randomness(seed: 1))
    let past = (0..<sampler.memory).reversed().map { step in
      let level = process.grid.stops[step].level
      let points = exact.states[step]
      return PastStep(
        level: level, points: points, estimates: denoiser.estimates(of: points, at: level))
    }
    var state = SamplingState(exact.states[sampler.memory], past: past)
    for step in sampler.memory..<sampler.memory + steps {
      state = process.advance(state, step: step)
    }
    return zip(state.points, exact.end).map { ($0 - $1).length }.max() ?? 0
  }

  /// Stops at even distances in log-SNR, with some before and after the stretch that is measured.
  private static func grid(steps: Int, before: Int, after: Int) -> TimeGrid {
    TimeGrid(
      stops: (-before...steps + after).map { stop in
        let sigma = stretch.high * pow(stretch.low / stretch.high, Double(stop) / Double(steps))
        return TimeGrid.Stop(level: NoiseLevel(alpha: 1, sigma: sigma), steps: 0)
      })
  }

  /// The exact points at the stops up to where the measurement begins, and where it ends.
  private static func exactStates(
    on mixture: GaussianMixture, steps: Int, before: Int
  ) -> (states: [[Point]], end: [Point]) {
    let stops = grid(steps: steps, before: before, after: 0).stops
    let visited = stops.prefix(before + 1) + stops.suffix(1)
    var options = SamplerOptions()
    options.tolerance = 1e-12
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: mixture), sampler: .ode, options: options,
      grid: TimeGrid(stops: Array(visited)), randomness: Randomness(seed: 1))
    let directions = [Point(0.8, -0.6), Point(-0.5, 0.9), Point(0.3, 1.1), Point(-1, -0.2)]
    var states = [directions.map { $0 * visited[0].level.sigma }]
    for step in 0...before {
      states.append(process.advance(SamplingState(states[step]), step: step).points)
    }
    return (states, states[before + 1])
  }
}
