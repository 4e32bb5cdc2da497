import Diffusion

@testable import Interface

/// The network of a training, to be compared with another.
extension TrainingState {
  var network: Weights? { weights as? Weights }
  var shownNetwork: Weights? { shownWeights as? Weights }
}

extension RunModel {
  var network: Weights? { weights as? Weights }
}
