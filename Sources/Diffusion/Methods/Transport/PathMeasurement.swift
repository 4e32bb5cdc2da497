/// A whole run from the prior to the data, with what was measured on the way.
public struct PathMeasurement: SampleOrigin {
  public let start: RunStart
  public let ends: [Point]
  public var labels: [Int]? { start.conditioning.labels }
  /// How far points went on average, step by step.
  public let length: Double
  /// `∫ E|v|² dt`: what the path costs; at least the squared distance of the two distributions.
  public let energy: Double
  /// The mean distance from start to end.
  public let displacement: Double
  /// The mean squared distance from start to end.
  public let squaredDisplacement: Double
  /// Whether no noise was added on the way.
  public let isDeterministic: Bool

  /// `∫ E|v − (start − end)|² dt`: 0 for points that go straight ahead (Liu et al. 2023).
  public var straightness: Double { max(0, energy - squaredDisplacement) }

  /// How many stretches the way of the adaptive solver is measured by.
  private static let stretches = 64

  /// Runs a process and measures its way.
  public init(of process: TransportProcess, from start: RunStart) {
    let measured =
      process.solver == .adaptive ? process.stopping(evenly: Self.stretches) : process
    var points = start.points
    let share = 1 / Double(max(1, points.count))
    var (length, energies) = (0.0, [measured.meanSquaredSpeed(of: points, at: measured.times[0])])
    for step in 0..<measured.steps {
      let next = measured.advance(points, step: step)
      length += share * zip(points, next).reduce(0) { $0 + ($1.0 - $1.1).length }
      points = next
      energies.append(measured.meanSquaredSpeed(of: points, at: measured.times[step + 1]))
    }
    self.start = start
    ends = points
    self.length = length
    energy = Self.integral(of: energies, over: measured)
    let moves = zip(start.points, points).map { $0 - $1 }
    displacement = share * moves.reduce(0) { $0 + $1.length }
    squaredDisplacement = share * moves.reduce(0) { $0 + $1.squaredLength }
    isDeterministic = process.solver.equation == .ode
  }

  /// The integral over time: by Simpson's rule where stops are even and points exact, for Euler's
  /// steps with the speed each of them has, for the SDE's by the trapezoid rule.
  private static func integral(of values: [Double], over process: TransportProcess) -> Double {
    let widths = zip(process.times, process.times.dropFirst()).map { $0 - $1 }
    switch process.solver {
    case .euler:
      return zip(values, widths).reduce(0) { $0 + $1.0 * $1.1 }
    case .stochastic:
      return widths.indices.reduce(0) { $0 + widths[$1] * (values[$1] + values[$1 + 1]) / 2 }
    case .adaptive:
      let width = (process.times[0] - process.times[process.steps]) / Double(process.steps)
      let weighted = values.indices.map { index in
        let isEnd = index == 0 || index == values.count - 1
        return (isEnd ? 1.0 : index.isMultiple(of: 2) ? 2 : 4) * values[index]
      }
      return width / 3 * weighted.reduce(0, +)
    }
  }
}

extension TransportProcess {
  /// The same way with stops at even distances.
  fileprivate func stopping(evenly count: Int) -> TransportProcess {
    let (first, last) = (times[0], times[times.count - 1])
    return visiting(
      (0...count).map { first + (last - first) * Double($0) / Double(count) })
  }

  fileprivate func meanSquaredSpeed(of points: [Point], at time: Double) -> Double {
    if points.isEmpty { return 0 }
    let velocities = model.velocities(of: points, given: conditioning, at: time)
    return velocities.reduce(0) { $0 + $1.squaredLength } / Double(points.count)
  }
}

extension SampleSet {
  /// How the samples came from another prior, where that was measured.
  var pathMeasurement: PathMeasurement? { origin as? PathMeasurement }
}
