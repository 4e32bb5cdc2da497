import Foundation

/// The standard normal distribution of one number.
public enum StandardNormal {
  /// The share below `x`, to the last digits also in the far lower tail, where it is tiny.
  public static func cdf(_ x: Double) -> Double { erfc(-x * 0.5.squareRoot()) / 2 }

  /// The share above `x`.
  public static func survival(_ x: Double) -> Double { erfc(x * 0.5.squareRoot()) / 2 }

  public static func density(_ x: Double) -> Double {
    exp(-x * x / 2) / (2 * Double.pi).squareRoot()
  }

  /// The logarithm of the density, which never underflows.
  public static func logDensity(_ x: Double) -> Double { -x * x / 2 - log(2 * Double.pi) / 2 }

  /// The number below which a share of the distribution is: the inverse of `cdf`.
  ///
  /// Three rational approximations (Wichura 1988, algorithm AS 241, PPND16), right to about 16
  /// digits for every share that a double can hold; -inf at 0, inf at 1.
  public static func quantile(_ share: Double) -> Double {
    let centred = share - 0.5
    if abs(centred) <= 0.425 {
      let r = 0.180625 - centred * centred
      return centred * ratio(r, middle)
    }
    let tail = quantile(ofTail: min(share, 1 - share))
    return centred < 0 ? -tail : tail
  }

  /// The positive number above which a share of at most a half is: of use near 1, where a share
  /// itself has no digits left.
  public static func quantile(ofTail share: Double) -> Double {
    if share >= 0.075 { return -quantile(share) }
    if share <= 0 { return .infinity }
    let r = (-log(share)).squareRoot()
    return r <= 5 ? ratio(r - 1.6, near) : ratio(r - 5, far)
  }

  /// Numerator and denominator of an approximation, from the constant up.
  private typealias Coefficients = (numerator: [Double], denominator: [Double])

  private static func ratio(_ r: Double, _ coefficients: Coefficients) -> Double {
    polynomial(r, coefficients.numerator) / polynomial(r, coefficients.denominator)
  }

  private static func polynomial(_ r: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * r + $1 }
  }

  private static let middle: Coefficients = (
    [
      3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
      3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    [
      1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
      5.2264952788528545610e+3,
    ]
  )
  private static let near: Coefficients = (
    [
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
      3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    [
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ]
  )
  private static let far: Coefficients = (
    [
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ]
  )
}
