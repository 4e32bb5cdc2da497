import Foundation

/// From where to where a jump leads, in angles.
///
/// In canonical coordinates (data of mean 0 and unit spread) a level is an angle: `x = cos(angle)
/// clean + sin(angle) noise`, 0 for data and a quarter turn for noise, and the probability-flow ODE is
/// `dx/dangle = v = E[cos(angle) noise − sin(angle) clean | x]` (Lu and Song 2025, TrigFlow). Every
/// schedule from the standard normal is this one in other coordinates.
struct FlowMapSpan: Sendable, Equatable {
  /// The angle it begins at, from 0 to a quarter turn.
  var from: Double
  /// The angle it ends at.
  var to: Double

  /// By how much the angle changes: negative on the way to the data.
  var turn: Double { to - from }

  /// Where a jump with a mean velocity leads.
  func end(from point: SIMD2<Float>, velocity: SIMD2<Float>) -> SIMD2<Float> {
    point + Float(turn) * velocity
  }

  /// The mean velocity that leads from one point to another.
  func velocity(from start: SIMD2<Float>, to end: SIMD2<Float>) -> SIMD2<Float> {
    (end - start) / Float(turn)
  }

  /// What the network sees of an angle: a straight line, the odds of signal and noise, and two bends
  /// where data of unit spread has its detail. None gets steep anywhere, so that their rates are of
  /// use.
  static func features(of angle: Double) -> SIMD4<Float> {
    let bends = bends(at: angle)
    return SIMD4(Float(2 - angle * 8 / .pi), bends[0], bends[1], bends[2])
  }

  /// The derivatives of the features by the angle.
  static func featureRates(at angle: Double) -> SIMD4<Float> {
    let steepness = -4 / sin(2 * angle)
    let bends = bends(at: angle)
    func rate(_ bend: Float, _ scale: Double) -> Float {
      // Where a bend is over, the log-SNR may change without end and the feature does not.
      bend.magnitude == 1 ? 0 : Float(scale * steepness) * (1 - bend * bend)
    }
    return SIMD4(
      Float(-8 / Double.pi), Float(-2 / pow(cos(angle) + sin(angle), 2)),
      rate(bends[1], bendScales[1]), rate(bends[2], bendScales[2]))
  }

  /// The log-SNRs at which the bends are, and what they are multiplied by there.
  private static let bendPlaces = [0.0, 2, 5]
  private static let bendScales = [0.25, 1, 0.5]

  private static func bends(at angle: Double) -> [Float] {
    let logSNR = 2 * log(cos(angle) / sin(angle))
    return zip(bendPlaces, bendScales).map { Float(tanh($1 * (logSNR - $0))) }
  }
}

extension CanonicalLevel {
  /// The level as an angle.
  var angle: Double { atan2(level.sigma, level.alpha) }
}
