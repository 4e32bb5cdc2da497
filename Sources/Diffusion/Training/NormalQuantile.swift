/// The inverse of the standard normal distribution function.
enum NormalQuantile {
  private typealias Numbers = SIMD4<Double>

  /// The numbers below which a standard normal number falls with these probabilities, in (0, 1).
  ///
  /// Rational approximations of a middle part and of the tails (P. J. Acklam 2003), to a few places
  /// of a float; the middle part's sums cancel too much for floats.
  static func values(at probabilities: SIMD4<Double>) -> Lanes {
    // What is close to 1 is told from it before it is rounded to a float.
    let isUpper = probabilities .> 0.5
    let lower = probabilities.replacing(with: 1 - probabilities, where: isUpper)
    let p = Lanes(Float(lower[0]), Float(lower[1]), Float(lower[2]), Float(lower[3]))
    let squared = -2 * Elementary.logarithm(p)
    let root = squared * Elementary.reciprocalSquareRoot(squared)
    let t = Numbers(Double(root[0]), Double(root[1]), Double(root[2]), Double(root[3]))
    let q = lower - 0.5
    let isTail = lower .< 0.02425
    // One division serves both parts.
    let x = (q * q).replacing(with: t, where: isTail)
    let numerator = (q * polynomial(middleNumerator, x))
      .replacing(with: polynomial(tailNumerator, x), where: isTail)
    let denominator = polynomial(middleDenominator, x)
      .replacing(with: polynomial(tailDenominator, x), where: isTail)
    let value = numerator / denominator
    let signed = value.replacing(with: -value, where: isUpper)
    return Lanes(Float(signed[0]), Float(signed[1]), Float(signed[2]), Float(signed[3]))
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

  @inline(__always)
  private static func polynomial(_ c: Coefficients, _ x: Numbers) -> Numbers {
    var sum: Numbers = c.0 * x + c.1
    sum = sum * x + c.2
    sum = sum * x + c.3
    sum = sum * x + c.4
    return sum * x + c.5
  }
}
