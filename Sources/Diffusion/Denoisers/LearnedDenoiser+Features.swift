import Foundation

/// One of the numbers that tell a network the time.
public struct TimeFeature: Sendable, Equatable {
  /// What it is of the log-SNR.
  public let name: String
  public let value: Double
  /// The largest that its size can be.
  public let limit: Double
}

extension LearnedDenoiser {
  /// What the network sees of a point at a level: the sines and cosines of its random projections,
  /// its two coordinates, and four functions of the log-SNR, all from about −3 to 3.
  public func features(of point: Point, at level: NoiseLevel) -> [Float] {
    let canonical = weights.standardization.canonical(level)
    let place = FeatureMap.bounded(SIMD2<Float>(canonical.point(point)))
    let turns = weights.frequencies.map { $0.x * place.x + $0.y * place.y }
    let levels = FeatureMap.features(ofLogSNR: canonical.level.logSNR)
    return turns.map { sin($0) } + turns.map { cos($0) }
      + [FeatureMap.coordinateScale * place.x, FeatureMap.coordinateScale * place.y]
      + (0..<4).map { levels[$0] }
  }

  /// The last four of the features by name: all that the network is told of the time.
  public func timeFeatures(at level: NoiseLevel) -> [TimeFeature] {
    let logSNR = weights.standardization.canonical(level).level.logSNR
    return FeatureMap.timeFeatures(ofLogSNR: logSNR)
  }
}

extension FeatureMap {
  static func timeFeatures(ofLogSNR logSNR: Double) -> [TimeFeature] {
    let names = ["log-SNR/4", "tanh(log-SNR/4)", "tanh(log-SNR-2)", "tanh(log-SNR+2)"]
    let values = features(ofLogSNR: logSNR)
    return names.indices.map { index in
      TimeFeature(
        name: names[index], value: Double(values[index]),
        limit: index == 0 ? logSNRLimit / 4 : 1)
    }
  }
}
