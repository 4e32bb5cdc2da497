import Diffusion

extension QualityMeasurement {
  /// The run that was judged, such as `ddim 50`; the adaptive solver takes as many steps as it needs.
  var run: String { sampler == .ode ? sampler.id : "\(sampler.id) \(steps)" }

  /// The same in the words of a title.
  var runTitle: String { sampler == .ode ? sampler.title : "\(steps)-step \(sampler.title)" }
}
