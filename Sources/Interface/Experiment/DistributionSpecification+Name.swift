import Diffusion

extension DistributionSpecification {
  /// The distribution of the gallery that is meant, if it is one.
  var distribution: Distribution? {
    switch self {
    case .named(let distribution): distribution
    case .components, .points, .word, .samples: nil
    }
  }
}
