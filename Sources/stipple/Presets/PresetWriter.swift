import Diffusion
import Yams

/// Writes an experiment as a preset: only what differs from the standard experiment.
///
/// Reading it again gives the same experiment, without settings that nothing in it reads, such as
/// the sigma range left over from another schedule.
enum PresetWriter {
  /// The text of a preset file.
  ///
  /// - Parameters:
  ///   - comment: what the preset teaches, in one line, for its first line.
  ///   - path: where the text will be saved; files of points are named relative to it.
  static func text(
    of experiment: Experiment, comment: String? = nil, path: String = "preset.yaml"
  ) throws(WorkError) -> String {
    let root = mapping([
      ("title", title(of: experiment)),
      ("distribution", distribution(experiment.distribution, path: path)),
      ("schedule", schedule(experiment.schedule)),
      ("model", model(experiment.model)),
      ("training", training(experiment.training)),
      ("sampler", sampler(experiment.sampler)),
      ("particles", differing(experiment.particles, Experiment().particles)),
      ("seed", differing(experiment.seed, Experiment().seed)),
    ])
    let line = comment.map { "# \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }
    let body: String
    do {
      body = try root.map { try Yams.serialize(node: $0, width: -1) } ?? "{}\n"
    } catch {
      throw WorkError("the experiment cannot be written as YAML: \(error)")
    }
    return (line ?? "") + body
  }

  private static func title(of experiment: Experiment) -> Node? {
    let title = experiment.title
    return title.isEmpty || title == experiment.distribution.title ? nil : text(title)
  }

  private static func distribution(_ value: DistributionSpecification, path: String) -> Node? {
    switch value {
    case .named(let distribution):
      return value == Experiment().distribution ? nil : Node(distribution.id)
    case .components(let components):
      return mapping([("components", .sequence(.init(components.map(component))))])
    case .points(let points, let labels, let source):
      if PresetPath(source).isFile {
        return mapping([("points", text(PresetPath(source).named(besideFile: path)))])
      }
      let rows = points.enumerated().map { index, point in
        list(numbers(point.x, point.y) + (labels.map { [text($0[index])] } ?? []))
      }
      return mapping([("points", .sequence(.init(rows)))])
    }
  }

  private static func component(_ component: GaussianMixture.Component) -> Node {
    let covariance = component.covariance
    let entries = [
      ("weight", Node(spelled(component.weight))),
      ("mean", list(numbers(component.mean.x, component.mean.y))),
      (
        "covariance",
        list([
          list(numbers(covariance.xx, covariance.xy)), list(numbers(covariance.xy, covariance.yy)),
        ])
      ),
      ("label", text(component.label)),
    ]
    return Node(entries.map { (Node($0.0), $0.1) }, .implicit, .flow)
  }

  private static func schedule(_ value: ScheduleSpecification) -> Node? {
    let standard = ScheduleSpecification()
    let used = value.withoutUnusedParameters
    return family(
      differing(used.kind.id, standard.kind.id),
      [
        ("timesteps", differing(used.timesteps, standard.timesteps)),
        ("beta", used.beta == standard.beta ? nil : ends(used.beta)),
        ("sigma", used.sigma == standard.sigma ? nil : ends(used.sigma)),
        ("points", used.points.isEmpty ? nil : list(used.points.map { list(numbers($0.x, $0.y)) })),
      ])
  }

  private static func model(_ value: ModelSpecification) -> Node? {
    let standard = ModelSpecification()
    let network = value.network
    return family(
      differing(value.kind.rawValue, standard.kind.rawValue),
      [
        (
          "hidden",
          network.hidden == standard.network.hidden
            ? nil : list(network.hidden.map { Node("\($0)") })
        ),
        ("predicts", differing(network.predicts.id, standard.network.predicts.id)),
        ("activation", differing(network.activation.id, standard.network.activation.id)),
        ("residual", differing(network.isResidual, standard.network.isResidual)),
      ])
  }

  private static func training(_ value: TrainingSpecification) -> Node? {
    let standard = TrainingSpecification()
    return mapping([
      ("batch", differing(value.batch, standard.batch)),
      ("rate", value.rate == standard.rate ? nil : Node(spelled(value.rate))),
      ("optimizer", differing(value.optimizer.id, standard.optimizer.id)),
      ("target", differing(value.target.id, standard.target.id)),
    ])
  }

  private static func sampler(_ value: SamplerSpecification) -> Node? {
    let standard = SamplerSpecification()
    let used = value.withoutUnusedSettings
    let numbers = SamplerOptions.numbers.map { setting, path in
      let number = used.options[keyPath: path]
      let isUsual = number == standard.options[keyPath: path]
      return (setting.rawValue, isUsual ? nil : Node(spelled(number)))
    }
    return family(
      differing(used.kind.id, standard.kind.id),
      [
        ("grid", differing(used.grid.id, standard.grid.id)),
        ("steps", used.steps.map { Node("\($0)") }),
        ("eta", used.options.eta == standard.options.eta ? nil : Node(spelled(used.options.eta))),
        (
          "variance",
          differing(used.options.variance.rawValue, standard.options.variance.rawValue)
        ),
        (
          "predictor",
          differing(used.options.predictor.rawValue, standard.options.predictor.rawValue)
        ),
        ("corrections", differing(used.options.corrections, standard.options.corrections)),
      ] + numbers)
  }
}
