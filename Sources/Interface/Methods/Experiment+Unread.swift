import Diffusion

extension Experiment {
  /// Why a change of an experiment changes nothing: its method has no use for it. Nil where it has,
  /// and where the method is another now.
  func unread(since before: Experiment) -> String? {
    guard method == before.method else { return nil }
    let changes = [
      ("sampler", sampler != before.sampler), ("schedule", schedule != before.schedule),
      ("guidance", guidance != before.guidance), ("standardize", standardize != before.standardize),
      ("model", model != before.model), ("training", training != before.training),
    ]
    return changes.lazy.filter(\.1).compactMap { noUse(of: $0.0) }.first
  }

  /// Why the method has no use for a key of presets; nil where it has.
  func noUse(of key: String) -> String? {
    guard method.unreadKeys.contains(key) else { return nil }
    let reason = key == "sampler" ? method.refusal(of: sampler.kind) : nil
    let isOfNetwork = key == "model" || key == "training"
    return reason ?? (isOfNetwork ? nothingToLearn : nil)
      ?? "the method \(method.id) has no use for '\(key)'"
  }

  /// Why nothing can be trained; nil where something can.
  var nothingToLearn: String? {
    method.trained == nil ? "the method \(method.id) learns nothing, it has the exact answer" : nil
  }
}

extension Picker.Kind {
  /// Why there is nothing to pick; nil where there is.
  func obstacle(in state: AppState) -> String? { key.flatMap(state.experiment.noUse) }
}
