extension Weights {
  /// What is wrong with a network where an experiment asks for a learned variance, to follow its name;
  /// nil where nothing is.
  public func problem(withVarianceOf experiment: Experiment) -> String? {
    guard experiment.sampler.options.variance == .learned, variance == .fixed else { return nil }
    return "has learned no variance of a step: train one with model: {variance: learned}, or say"
      + " one of the variances small, large, optimal and full"
  }
}
