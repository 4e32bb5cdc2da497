import Foundation

/// The inverse of the standard normal distribution function.
enum NormalQuantile {
  /// The number below which a standard normal number falls with this probability, in (0, 1).
  ///
  /// Rational approximations of a middle part and of the tails (P. J. Acklam 2003), relative error
  /// below 1.2e-9.
  static func value(at probability: Double) -> Double {
    let tail = 0.02425
    if probability < tail { return lower((-2 * log(probability)).squareRoot()) }
    if probability > 1 - tail { return -lower((-2 * log(1 - probability)).squareRoot()) }
    let q = probability - 0.5
    let r = q * q
    return q * polynomial(middleNumerator, r) / polynomial(middleDenominator, r)
  }

  private static func lower(_ q: Double) -> Double {
    polynomial(tailNumerator, q) / polynomial(tailDenominator, q)
  }

  private typealias Coefficients = (Double, Double, Double, Double, Double, Double)

  private static let middleNumerator: Coefficients = (
    -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
    1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00
  )
  private static let middleDenominator: Coefficients = (
    -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
    6.680131188771972e+01, -1.328068155288572e+01, 1
  )
  private static let tailNumerator: Coefficients = (
    -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
    -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00
  )
  private static let tailDenominator: Coefficients = (
    0, 7.784695709041462e-03, 3.224671290700398e-01,
    2.445134137142996e+00, 3.754408661907416e+00, 1
  )

  private static func polynomial(_ c: Coefficients, _ x: Double) -> Double {
    ((((c.0 * x + c.1) * x + c.2) * x + c.3) * x + c.4) * x + c.5
  }
}
