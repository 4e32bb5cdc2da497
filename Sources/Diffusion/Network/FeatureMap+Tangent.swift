extension FeatureMap {
  /// How fast the features of a point change where it moves with a velocity; those of its level are
  /// left out.
  ///
  /// - Parameters:
  ///   - features: the row of its features.
  ///   - rates: filled with a row of their rates.
  func writeRates(
    of velocity: SIMD2<Float>, features: UnsafePointer<Float>, to rates: UnsafeMutablePointer<Float>
  ) {
    for (index, frequency) in frequencies.enumerated() {
      let other = index + Self.frequencyCount
      let speed = (frequency * velocity).sum()
      rates[index] = features[other] * speed
      rates[other] = -features[index] * speed
    }
    rates[Self.coordinates.lowerBound] = Self.coordinateScale * velocity.x
    rates[Self.coordinates.lowerBound + 1] = Self.coordinateScale * velocity.y
  }
}
