import Foundation

/// Numbers that look well at the end of an axis.
public enum RoundNumber {
  /// The smallest round number that is not below a positive value.
  public static func above(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let decade = pow(10, floor(log10(value)))
    let digit = digits.first { $0 * decade >= value * (1 - 1e-9) } ?? 10
    return digit * decade
  }

  /// The largest round number that is not above a positive value.
  public static func below(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let decade = pow(10, floor(log10(value)))
    let digit = digits.last { $0 * decade <= value * (1 + 1e-9) } ?? 1
    return digit * decade
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below a positive value.
  public static func tick(above value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let decade = pow(10, floor(log10(value)))
    let digit = [1, 2, 5].first { $0 * decade >= value * (1 - 1e-9) } ?? 10
    return digit * decade
  }

  private static let digits = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8]
}
