import Diffusion

/// How far a value is from its reference, `|value − reference| / (1 + |reference|)`: absolute for
/// small references, relative for large ones. Infinite where either is not a number.
func deviation(_ value: Double, _ reference: Double) -> Double {
  let deviation = abs(value - reference) / (1 + abs(reference))
  return deviation.isNaN ? .infinity : deviation
}

/// The larger deviation of the two coordinates.
func deviation(_ value: Point, _ reference: Point) -> Double {
  max(deviation(value.x, reference.x), deviation(value.y, reference.y))
}

/// The largest deviation of two lists, infinite where their lengths differ.
func deviation(_ values: [Point], _ references: [Point]) -> Double {
  guard values.count == references.count else { return .infinity }
  return zip(values, references).map { deviation($0, $1) }.max() ?? 0
}

/// The largest deviation of two lists, infinite where their lengths differ.
func deviation(_ values: [Double], _ references: [Double]) -> Double {
  guard values.count == references.count else { return .infinity }
  return zip(values, references).map { deviation($0, $1) }.max() ?? 0
}
