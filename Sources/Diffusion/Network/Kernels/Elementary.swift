/// Four floats at a time: the width every 64-bit processor has.
typealias Lanes = SIMD4<Float>

extension UnsafePointer<Float> {
  @inline(__always)
  func lanes(_ offset: Int) -> Lanes {
    UnsafeRawPointer(self + offset).loadUnaligned(as: Lanes.self)
  }
}

extension UnsafeMutablePointer<Float> {
  @inline(__always)
  func lanes(_ offset: Int) -> Lanes { UnsafePointer(self).lanes(offset) }

  @inline(__always)
  func store(_ lanes: Lanes, _ offset: Int) {
    UnsafeMutableRawPointer(self + offset).storeBytes(of: lanes, as: Lanes.self)
  }
}

/// Elementary functions of four floats, to within a few units of the last place.
///
/// The polynomials interpolate at Chebyshev points. The standard library's `squareRoot`, `rounded`
/// and `clamped` of vectors work lane by lane, which costs more than the arithmetic here.
enum Elementary {
  /// Adding and taking away 1.5 · 2²³ rounds to the nearest whole number.
  private static let magic = Lanes(repeating: 12_582_912)

  @inline(__always)
  static func rounded(_ x: Lanes) -> Lanes { (x + magic) - magic }

  /// `exp(x)`, with x taken to be within ±87, where the result is neither 0 nor infinite.
  @inline(__always)
  static func exponential(_ x: Lanes) -> Lanes {
    let limit = Lanes(repeating: 87)
    var t = x.replacing(with: limit, where: x .> limit)
    t = t.replacing(with: -limit, where: t .< -limit) * 1.442_695_04
    let shifted = t + magic
    let f = t - (shifted - magic)
    var power = f * 1.339_087_8e-3 + 9.676_036e-3
    power = power * f + 5.550_357e-2
    power = power * f + 2.402_210_7e-1
    power = power * f + 6.931_471_9e-1
    power = power * f + 1
    let exponent = unsafeBitCast(shifted, to: SIMD4<Int32>.self) &<< 23
    return unsafeBitCast(
      unsafeBitCast(power, to: SIMD4<Int32>.self) &+ exponent, to: Lanes.self)
  }

  /// `1 / (1 + exp(−x))`.
  @inline(__always)
  static func logistic(_ x: Lanes) -> Lanes { 1 / (1 + exponential(-x)) }

  /// The probability that a standard normal number is below z, to 1e-7 (Abramowitz and Stegun 1964,
  /// 7.1.26), given `bell = exp(−z² / 2)`.
  @inline(__always)
  static func normalShare(_ z: Lanes, bell: Lanes) -> Lanes {
    let isNegative = z .< 0
    let t = 1 / (1 + z.replacing(with: -z, where: isNegative) * 0.231_641_89)
    var tail = t * 0.530_702_71 - 0.726_576_01
    tail = tail * t + 0.710_706_87
    tail = tail * t - 0.142_248_37
    tail = tail * t + 0.127_414_80
    tail = tail * t * bell
    return (1 - tail).replacing(with: tail, where: isNegative)
  }

  /// The sine and cosine of an angle in turns, by doubling the half angle.
  @inline(__always)
  static func circle(_ turns: Lanes) -> (sine: Lanes, cosine: Lanes) {
    let f = turns - rounded(turns)
    let z = f * f
    var s = z * 0.077_655_91 - 0.598_290_41
    s = s * z + 2.550_077_4
    s = s * z - 5.167_710_1
    s = (s * z + 3.141_592_64) * f
    var c = z * -0.024_395_93 + 0.234_937_07
    c = c * z - 1.335_211_95
    c = c * z + 4.058_709_15
    c = c * z - 4.934_802_14
    c = c * z + 1
    return (2 * s * c, 1 - 2 * s * s)
  }

  /// One over the square root, for x from 0 up; at 0 a large finite number.
  @inline(__always)
  static func reciprocalSquareRoot(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD4<Int32>.self)
    var y = unsafeBitCast(0x5F37_59DF &- (bits &>> 1), to: Lanes.self)
    let half = x * 0.5
    for _ in 0..<3 { y *= 1.5 - (half * y) * y }
    return y
  }

  /// The natural logarithm, for normal positive numbers.
  @inline(__always)
  static func logarithm(_ x: Lanes) -> Lanes {
    let bits = unsafeBitCast(x, to: SIMD4<Int32>.self)
    // Counting exponents from √½ keeps the mantissa within a factor √2 of 1.
    let offset = bits &- 0x3F35_04F3
    let exponent = offset &>> 23
    let mantissa = unsafeBitCast(bits &- (exponent &<< 23), to: Lanes.self)
    let s = (mantissa - 1) / (mantissa + 1)
    let z = s * s
    var series: Lanes = 0.285_714_29 + z * 0.222_222_22
    series = 0.4 + z * series
    series = 0.666_666_67 + z * series
    series = 2 + z * series
    let whole = Lanes(
      Float(exponent[0]), Float(exponent[1]), Float(exponent[2]), Float(exponent[3]))
    return whole * 0.693_147_18 + s * series
  }
}
