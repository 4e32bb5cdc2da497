import Diffusion

extension Console {
  /// Says beside the results if the steps were too long for them to be right.
  func noteOvershoot(of laboratory: Laboratory) {
    if let overshoot = laboratory.overshoot { note("stipple: \(overshoot)") }
  }
}

extension Laboratory {
  /// What would keep points of a run from running away.
  var remedyForRunaways: String { overshoot?.remedy ?? "take more steps or less guidance" }
}
