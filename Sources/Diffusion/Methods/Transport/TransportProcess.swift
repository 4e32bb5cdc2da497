/// The way from the prior to the data: a model of the velocity field, a solver and the times it stops at.
public struct TransportProcess: Sendable {
  public let model: any VelocityField
  public let solver: TransportSolver
  /// The times of the stops, falling from the prior's end.
  public private(set) var times: [Double]
  public let conditioning: Conditioning
  /// The error that the adaptive solver aims at, relative and absolute, as far as the model allows.
  public let tolerance: Double
  /// The diffusion coefficient of the SDE.
  public let diffusion: Double
  private let axis: TransportAxis
  private let noiseSource: @Sendable (_ step: Int, _ count: Int) -> [Point]

  /// - Parameters:
  ///   - conditioning: what the points carry.
  ///   - axis: what the adaptive solver walks along.
  ///   - noise: the noise of a step of the stochastic solver, for `count` points.
  public init(
    model: any VelocityField, solver: TransportSolver, times: [Double],
    conditioning: Conditioning = Conditioning(), tolerance: Double? = nil,
    diffusion: Double = TransportSpecification.usualDiffusion, axis: TransportAxis = .straight,
    noise: @escaping @Sendable (_ step: Int, _ count: Int) -> [Point]
  ) {
    precondition(times.count >= 2, "a way leads from one time to another")
    precondition(solver != .stochastic || model.knowsScore, "noise needs a model with a score")
    self.model = model
    self.solver = solver
    self.times = times
    self.conditioning = conditioning
    self.tolerance = tolerance ?? SamplerOptions.usualTolerance
    self.diffusion = diffusion
    self.axis = axis
    noiseSource = noise
  }

  /// The number of steps.
  public var steps: Int { times.count - 1 }

  /// The same way by other stops.
  func visiting(_ times: [Double]) -> TransportProcess {
    var process = self
    process.times = times
    return process
  }

  /// The points one step on.
  ///
  /// - Parameter index: the number of the step, from 0.
  public func advance(_ points: [Point], step index: Int) -> [Point] {
    let (time, next) = (times[index], times[index + 1])
    // A step of no length changes nothing, also where the velocity has no end.
    if next == time || WorkWatch.current?.isCalledOff == true { return points }
    switch solver {
    case .adaptive:
      let solution = Extrapolation(
        tolerance: tolerance, isRounded: model.isRounded
      ) { points, place in
        let pace = axis.pace(at: place)
        return model.velocities(of: points, given: conditioning, at: axis.time(at: place))
          .map { pace * $0 }
      }
      return solution.solution(
        from: points, at: axis.place(atTime: time), to: axis.place(atTime: next))
    case .euler:
      let velocities = model.velocities(of: points, given: conditioning, at: time)
      return zip(points, velocities).map { $0 + (next - time) * $1 }
    case .stochastic:
      return diffused(points, from: time, to: next, step: index)
    }
  }

  /// A step of Euler and Maruyama on `dx = (−velocity + g² / 2 · score) dτ + g dW` with τ = 1 − t,
  /// which has the marginals of the ODE for every g.
  ///
  /// The step to the data adds no noise, and so leaves out the pull of the score that would balance
  /// it.
  private func diffused(
    _ points: [Point], from time: Double, to next: Double, step: Int
  ) -> [Point] {
    let length = time - next
    if next == 0 {
      let velocities = model.velocities(of: points, given: conditioning, at: time)
      return zip(points, velocities).map { $0 - length * $1 }
    }
    let fieldValues = model.fieldValues(of: points, given: conditioning, at: time)
    let pull = length * diffusion * diffusion / 2
    let deviation = diffusion * length.squareRoot()
    let noise = noiseSource(step, points.count)
    return points.indices.map { i in
      points[i] - length * fieldValues[i].velocity + pull * fieldValues[i].score + deviation
        * noise[i]
    }
  }

  /// The points after all steps.
  public func run(from start: [Point]) -> [Point] {
    (0..<steps).reduce(start) { advance($0, step: $1) }
  }
}
