import Diffusion

extension Experiment {
  /// The experiment without settings that nothing in it reads: what a preset can say.
  var withoutUnusedSettings: Experiment {
    var experiment = self
    experiment.schedule = schedule.withoutUnusedParameters
    experiment.sampler = sampler.withoutUnusedSettings
    if guidance?.leads == false { experiment.guidance = nil }
    experiment.methodSpecification.settings = methodSettings.withoutUnused(with: sampler.kind)
    let unread = method.unreadKeys
    if unread.contains("schedule") { experiment.schedule = ScheduleSpecification() }
    if unread.contains("sampler") { experiment.sampler = SamplerSpecification() }
    if unread.contains("standardize") { experiment.standardize = nil }
    if unread.contains("model") { experiment.model = ModelSpecification(kind: .exact) }
    if unread.contains("training") { experiment.training = TrainingSpecification() }
    if !tellsLabels {
      experiment.training.labelDropout = TrainingSpecification().labelDropout
    }
    return experiment
  }
}

extension GuidanceSpecification {
  /// Whether there is a label to go to, or a label or an earlier network to leave.
  var leads: Bool { label != nil || negative != nil || weakerSteps != nil }
}

extension ScheduleSpecification {
  /// The specification with the parameters its kind does not read as they usually are.
  var withoutUnusedParameters: ScheduleSpecification {
    var used = ScheduleSpecification(kind: kind, timesteps: timesteps)
    if kind.parameters.contains(.beta) { used.beta = beta }
    if kind.parameters.contains(.rate) { used.rate = rate }
    if kind.parameters.contains(.sigma) { used.sigma = sigma }
    if kind.parameters.contains(.points) { used.points = points }
    return used
  }
}

extension SamplerSpecification {
  /// The specification with the settings its sampler does not read as they usually are.
  var withoutUnusedSettings: SamplerSpecification {
    var used = SamplerSpecification(kind: kind, grid: grid, steps: steps)
    if kind.settings.contains(.eta) { used.options.eta = options.eta }
    if kind.settings.contains(.variance) { used.options.variance = options.variance }
    if kind.settings.contains(.predictor) { used.options.predictor = options.predictor }
    if kind.settings.contains(.corrections) { used.options.corrections = options.corrections }
    if kind.settings.contains(.tolerance) { used.options.tolerance = options.tolerance }
    for (setting, path) in SamplerOptions.numbers where kind.settings.contains(setting) {
      used.options[keyPath: path] = options[keyPath: path]
    }
    return used
  }
}
