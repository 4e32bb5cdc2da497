import Foundation

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
}
