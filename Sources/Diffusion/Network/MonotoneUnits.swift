import Foundation

/// A rising function of one number, made of rising pieces:
/// ```
/// x(z) = offset + slope · z + Σ height · tanh(steepness · (z − place))
/// ```
/// with `slope` above 0 and every height and steepness at least 0, whatever the numbers are that it
/// is made of: a network's outputs, made positive by softplus.
struct MonotoneUnits: Sendable {
  /// How many tanh steps there are: for each of the gaps between modes one, and some to spare.
  static let count = 16
  /// How many numbers make one.
  static let rawCount = 2 + 3 * count
  /// The least slope, which keeps the function rising where every step is flat.
  static let leastSlope = 1e-3

  private static let usualSlope = -0.5
  private static let usualHeight = -2.5
  private static let usualSteepness = 1.0
  /// Where the steps are before anything is learned: even from −3 to 3.
  private static func usualPlace(_ unit: Int) -> Double {
    6 * (Double(unit) + 0.5) / Double(count) - 3
  }

  /// A part of the function at a place, with what it changes by.
  struct Value {
    var x: Double
    /// dx/dz, above 0.
    var slope: Double
  }

  let offset: Double
  let slope: Double
  let heights: [Double]
  let steepness: [Double]
  let places: [Double]

  /// - Parameter raw: `rawCount` outputs of a network: offset, slope, heights, steepness, places.
  init(_ raw: UnsafePointer<Float>) {
    func number(_ index: Int) -> Double {
      let number = Double(raw[index])
      return number.isFinite ? min(max(number, -1e4), 1e4) : 0
    }
    let units = 0..<Self.count
    offset = number(0)
    slope = Self.leastSlope + Self.softplus(number(1) + Self.usualSlope)
    heights = units.map { Self.softplus(number(2 + $0) + Self.usualHeight) }
    steepness = units.map { Self.softplus(number(2 + Self.count + $0) + Self.usualSteepness) }
    places = units.map { number(2 + 2 * Self.count + $0) + Self.usualPlace($0) }
  }

  func value(at z: Double) -> Value {
    var value = Value(x: offset + slope * z, slope: slope)
    for k in 0..<Self.count {
      let step = tanh(steepness[k] * (z - places[k]))
      value.x += heights[k] * step
      value.slope += heights[k] * steepness[k] * (1 - step * step)
    }
    return value
  }

  /// Adds what the raw numbers contribute to x at a place, times a weight.
  func addGradient(at z: Double, times weight: Double, to gradient: inout [Double]) {
    gradient[0] += weight
    gradient[1] += weight * z * Self.logistic(ofSoftplus: slope - Self.leastSlope)
    for k in 0..<Self.count {
      let step = tanh(steepness[k] * (z - places[k]))
      let bend = weight * heights[k] * (1 - step * step)
      gradient[2 + k] += weight * step * Self.logistic(ofSoftplus: heights[k])
      gradient[2 + Self.count + k] +=
        bend * (z - places[k]) * Self.logistic(ofSoftplus: steepness[k])
      gradient[2 + 2 * Self.count + k] -= bend * steepness[k]
    }
  }

  /// Where the function has a value, by halving; -inf or inf where that is beyond all numbers.
  func inverse(of x: Double) -> Double {
    var (low, high) = (-64.0, 64.0)
    while value(at: low).x > x, low > -1e12 { low *= 2 }
    while value(at: high).x < x, high < 1e12 { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if value(at: middle).x < x { low = middle } else { high = middle }
    }
  }

  static func softplus(_ x: Double) -> Double { x > 30 ? x : log1p(exp(x)) }

  /// The derivative of softplus by what it gives: `1 − exp(−softplus)`.
  static func logistic(ofSoftplus value: Double) -> Double { -expm1(-value) }
}
