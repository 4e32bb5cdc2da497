/// A number of about 32 digits: the unevaluated sum of two doubles, the second at most half a unit
/// in the last place of the first.
///
/// Sums, products and roots are off by a few parts in 2^104 (Dekker 1971; Hida, Li and Bailey 2001).
/// Used where large numbers cancel: signs of reduced costs, moments of clouds with points far out.
struct DoubleDouble: Sendable, Hashable {
  /// The nearest double.
  let high: Double
  private let low: Double

  init(_ value: Double) {
    high = value
    low = 0
  }

  /// The sum of two doubles of which the first is not smaller, or 0.
  private init(large: Double, small: Double) {
    high = large + small
    low = small - (high - large)
  }

  private init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  static let zero = DoubleDouble(0)

  /// The sum of two doubles, exactly.
  static func sum(_ one: Double, _ other: Double) -> DoubleDouble {
    let total = one + other
    let part = total - one
    return DoubleDouble(high: total, low: (one - (total - part)) + (other - part))
  }

  /// The difference of two doubles, exactly.
  static func difference(_ one: Double, _ other: Double) -> DoubleDouble { sum(one, -other) }

  /// The product of two doubles, exactly.
  static func product(_ one: Double, _ other: Double) -> DoubleDouble {
    let high = one * other
    return DoubleDouble(high: high, low: (-high).addingProduct(one, other))
  }

  static prefix func - (number: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -number.high, low: -number.low)
  }

  static func + (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
    let upper = sum(one.high, other.high)
    let lower = sum(one.low, other.low)
    let middle = DoubleDouble(large: upper.high, small: upper.low + lower.high)
    return DoubleDouble(large: middle.high, small: middle.low + lower.low)
  }

  static func - (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble { one + -other }

  static func += (one: inout DoubleDouble, other: DoubleDouble) { one = one + other }

  static func * (one: DoubleDouble, other: DoubleDouble) -> DoubleDouble {
    let whole = product(one.high, other.high)
    return DoubleDouble(
      large: whole.high, small: whole.low + (one.high * other.low + one.low * other.high))
  }

  static func * (factor: Double, number: DoubleDouble) -> DoubleDouble {
    DoubleDouble(factor) * number
  }

  static func / (number: DoubleDouble, divisor: Double) -> DoubleDouble {
    let first = number.high / divisor
    let rest = number - product(first, divisor)
    return DoubleDouble(large: first, small: rest.high / divisor)
  }

  /// The square root; 0 of what is not positive.
  var squareRoot: DoubleDouble {
    guard high > 0 else { return .zero }
    let root = high.squareRoot()
    let rest = self - Self.product(root, root)
    return DoubleDouble(large: root, small: rest.high / (2 * root))
  }
}
