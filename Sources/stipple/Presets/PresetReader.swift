import Diffusion
import Yams

/// Reads an experiment from the text of a preset, YAML or JSON.
///
/// Every complaint names the place it is about. Nothing is passed over in silence: a key that is
/// unknown, given twice, or of no use to what was chosen is an error.
struct PresetReader {
  /// The preset as the user named it, for messages; point files are looked for beside it.
  let file: String
  /// Whether files outside the preset's folder may be named.
  var isOutsideAllowed = false

  /// The most bytes a preset may have.
  static let byteLimit = 4 << 20

  /// Reads a preset file.
  static func experiment(
    inFile path: String, isOutsideAllowed: Bool = false
  ) throws(InputError) -> Experiment {
    let text = try TextFile.text(of: path, limit: byteLimit)
    return try PresetReader(file: path, isOutsideAllowed: isOutsideAllowed)
      .experiment(from: text)
  }

  /// Reads a preset; what it does not say stays as in `base`, within its sections too.
  ///
  /// Another kind of schedule or sampler begins with the usual parameters of that kind, and keeps
  /// the numbers of steps.
  func experiment(
    from text: String, changing base: Experiment = Experiment()
  ) throws(InputError) -> Experiment {
    guard let node = try YAMLText.root(of: text, file: file) else { return base }
    return try experiment(
      reading: PresetValue(node, file: file, name: "a preset"), changing: base)
  }

  /// Reads a preset that is a value already.
  func experiment(
    reading root: PresetValue, changing base: Experiment
  ) throws(InputError) -> Experiment {
    var experiment = base
    if root.isNull { return experiment }
    let entries = try root.entries(Self.keys)
    if let value = entries["seed"] { experiment.seed = try value.whole() }
    if case .samples(let whole, let count, base.seed) = base.distribution {
      // The points were drawn by the preset's seed, and it may be another now.
      experiment.distribution = .samples(of: whole, count: count, seed: experiment.seed)
    }
    if let value = entries["distribution"] {
      experiment.distribution = try distribution(value, seed: experiment.seed)
      experiment.title = experiment.distribution.title
    }
    if let value = entries["standardize"] { experiment.standardize = try value.truth() }
    if let value = entries["notation"] { experiment.notation = try value.member(of: Notation.self) }
    if let value = entries["title"] { experiment.title = try value.text() }
    if let value = entries["words"] { experiment.words = try words(value) }
    if let value = entries["schedule"] {
      experiment.schedule = try schedule(value, changing: base.schedule)
    }
    if let value = entries["model"] { experiment.model = try model(value, changing: base.model) }
    if let value = entries["training"] {
      experiment.training = try training(value, changing: base.training)
    }
    if let value = entries["sampler"] {
      experiment.sampler = try sampler(value, changing: base.sampler)
    }
    try method(entries, in: &experiment)
    if let value = entries["training"], !experiment.tellsLabels,
      let unread = value.value(called: "label_dropout")
    {
      throw PresetValue(unread, file: file, name: "label_dropout")
        .error(
          "label_dropout is of use only to a network with model: {labels: true}"
            + " or label_passed: true")
    }
    if let value = entries["guidance"] {
      experiment.guidance = try guidance(value, changing: base.guidance)
    }
    if let value = entries["particles"] { experiment.particles = try value.whole() }
    do throws(ExperimentError) {
      try experiment.validate()
    } catch {
      throw root.nearestValue(at: error.path).error(error.description)
    }
    return experiment
  }

  /// The keys of a preset.
  static let keys =
    [
      "title", "method", "distribution", "standardize", "words", "schedule", "model", "training",
      "sampler", "guidance", "particles", "seed", "notation",
    ] + methodKeys
}
