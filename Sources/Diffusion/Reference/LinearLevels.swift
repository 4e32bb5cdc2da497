/// The roots of alpha-bar, and of what is missing to 1, of the linear schedule of Ho et al. 2020:
/// betas from 0.0001 to 0.02, in single precision.
enum LinearLevels {
  static func levels(timesteps: Int) -> [SIMD2<Float>] {
    var alphaBar = 1.0
    return (0..<timesteps).map { t in
      alphaBar *= 1 - (1e-4 + (0.02 - 1e-4) * Double(t) / Double(timesteps - 1))
      return SIMD2<Float>(Point(alphaBar.squareRoot(), (1 - alphaBar).squareRoot()))
    }
  }
}
