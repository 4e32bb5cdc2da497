import Foundation

/// Solves `dy/dt = slope(y, t)` by extrapolation of the modified midpoint rule (Gragg, Bulirsch and
/// Stoer), the order and the length of steps chosen by the error (Hairer, Nørsett and Wanner,
/// Solving Ordinary Differential Equations I, section II.9).
///
/// All points take the same steps, as short as the most demanding of them needs. Times are from 0
/// to 1. However wild the slope, the work is bounded: see `StepCare`.
struct Extrapolation {
  /// The largest error of a solution that is aimed at, both relative and absolute.
  let tolerance: Double
  /// Whether slopes come from a model that rounds to single precision, so that its noise is
  /// measured and no error smaller than that is looked for.
  var isRounded = false
  let slope: (_ points: [Point], _ time: Double) -> [Point]

  /// The midpoint steps that a step is divided into for each column of the tableau.
  private static let divisions = [2, 4, 6, 8, 10, 12, 14, 16]
  /// The first column whose error is trusted.
  private static let firstColumn = 2
  /// Below this an error is no longer told from rounding.
  private static let rounding = 1e-14
  /// The longest step, as a share of a way of length 1: a longer one may leap over a place where
  /// ways part, and never notice.
  private static let longest = 0.05
  /// A step as short as this is taken whatever its error is.
  private static let shortest = 1e-12
  /// After so many of these the slope is no slope that could be followed, such as that of a point
  /// too far out for its squared distance, and the way is gone to its end without care.
  private static let mostTinySteps = 100

  /// The slopes asked for up to each column; all columns share the first one.
  private static let calls: [Int] = divisions.indices.map { column in
    1 + divisions[...column].reduce(0) { $0 + $1 - 1 }
  }

  /// How many slopes a solution takes at least.
  static let leastCalls = calls[firstColumn]

  /// The points at the time `end`, having been `start` at the time `begin`; of no use once the work
  /// is called off.
  func solution(from start: [Point], at begin: Double, to end: Double) -> [Point] {
    let direction = end < begin ? -1.0 : 1
    let watch = WorkWatch.current
    var care = StepCare(tolerance: tolerance, way: abs(end - begin))
    var (points, time, tinySteps) = (start, begin, 0)
    var length = min(Self.longest, abs(end - begin))
    var first = slope(points, time)
    care.noise = noise(at: points, first, time, until: end)
    while (end - time) * direction > 0 {
      if watch?.isCalledOff == true { return points }
      let rest = abs(end - time)
      // A last step a little longer than planned is better than a tiny one after it.
      let isLast = length > 0.99 * rest
      let trial = isLast ? rest : length
      let tolerated = max(care.tolerated(in: trial), Self.rounding)
      let step = attempt(points, time, direction * trial, first, tolerated: tolerated)
      let isTiny = !step.isAccepted && trial < Self.shortest
      if isTiny { tinySteps += 1 }
      if tinySteps > Self.mostTinySteps { care.giveUp() }
      let isTaken = step.isAccepted || isTiny || care.isSpent
      care.count(step.calls, isAccepted: step.isAccepted)
      if isTaken {
        points = step.points
        time = isLast ? end : time + direction * trial
      }
      let calls = step.calls + (isTaken && isRounded ? RoundingNoise.calls : 0)
      watch?.note(
        share: 1 - abs(end - time) / abs(end - begin), calls: calls, limit: care.limit)
      length = care.isSpent ? Self.longest : min(Self.longest, trial * step.growth)
      if isTaken && time != end {
        first = slope(points, time)
        care.noise = noise(at: points, first, time, until: end)
      }
    }
    return points
  }

  private func noise(
    at points: [Point], _ first: [Point], _ time: Double, until end: Double
  ) -> Double {
    guard isRounded else { return 0 }
    // Not beyond the end, where there may be no level.
    let room = max(-1, min(1, (end - time) / RoundingNoise.reach))
    return RoundingNoise(at: points, first: first) { slope($0, time + room * $1) }.toBear
  }

  /// What came of a step: the points, whether they are good enough, and how much longer the next
  /// step may be.
  private struct Attempt {
    let points: [Point]
    let isAccepted: Bool
    let growth: Double
    /// How many slopes were asked for.
    let calls: Int
  }

  private func attempt(
    _ points: [Point], _ time: Double, _ length: Double, _ first: [Point], tolerated: Double
  ) -> Attempt {
    var row: [[Point]] = []
    var best = (work: Double.infinity, growth: 0.25)
    for column in Self.divisions.indices {
      let base = midpoint(points, time, length, first, divisions: Self.divisions[column])
      row = extrapolated(base, over: row, column: column)
      guard column >= Self.firstColumn else { continue }
      let error = error(
        between: row[column], and: row[column - 1], start: points, tolerated: tolerated)
      let exponent = 1 / Double(2 * column + 1)
      let growth = min(4, max(0.1, 0.94 * pow(0.65 / max(error, 1e-12), exponent)))
      let work = Double(Self.calls[column]) / growth
      let isBest = work < best.work
      if isBest { best = (work, growth) }
      if error <= 1 {
        let isLast = column == Self.divisions.count - 1
        // Where every column was worth its work, one more may be, with a longer step.
        let bonus =
          isBest && !isLast ? Double(Self.calls[column + 1]) / Double(Self.calls[column]) : 1
        return Attempt(
          points: row[column], isAccepted: true, growth: min(4, best.growth * bonus),
          calls: Self.calls[column])
      }
    }
    return Attempt(
      points: row[row.count - 1], isAccepted: false, growth: min(0.5, best.growth),
      calls: Self.calls[row.count - 1])
  }

  /// The modified midpoint rule over a whole step; its error has only even powers.
  private func midpoint(
    _ points: [Point], _ time: Double, _ length: Double, _ first: [Point], divisions: Int
  ) -> [Point] {
    let width = length / Double(divisions)
    var before = points
    var here = zip(points, first).map { $0 + width * $1 }
    for division in 1..<divisions {
      let slopes = slope(here, time + Double(division) * width)
      for i in here.indices { before[i] += 2 * width * slopes[i] }
      swap(&before, &here)
    }
    return here
  }

  /// The next row of the tableau (Aitken and Neville).
  private func extrapolated(_ base: [Point], over row: [[Point]], column: Int) -> [[Point]] {
    var next = [base]
    for k in row.indices {
      let ratio = Double(Self.divisions[column]) / Double(Self.divisions[column - k - 1])
      let weight = 1 / (ratio * ratio - 1)
      next.append(zip(next[k], row[k]).map { $0 + weight * ($0 - $1) })
    }
    return next
  }

  /// The largest difference of two answers in units of what is tolerated.
  private func error(
    between points: [Point], and others: [Point], start: [Point], tolerated: Double
  ) -> Double {
    var largest = 0.0
    for i in points.indices {
      let difference = points[i] - others[i]
      for axis in 0..<2 {
        let size = max(abs(points[i][axis]), abs(start[i][axis]))
        let error = abs(difference[axis]) / (tolerated * (1 + size))
        if !(error <= largest) { largest = error }
      }
    }
    return largest.isNaN ? .infinity : largest
  }
}
