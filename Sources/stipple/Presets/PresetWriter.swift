import Diffusion
import Yams

/// Writes an experiment as a preset: every key, each with a line that says what it is, so that the
/// file can be read and changed without this program.
///
/// Reading it again gives the same experiment, without settings that nothing in it reads, such as
/// the sigma range left over from another schedule.
enum PresetWriter {
  /// A key with its value, and a remark that says what it is.
  typealias Entry = (comment: String, key: String, value: Node?)

  /// The text of a preset file.
  ///
  /// - Parameters:
  ///   - comment: what the preset teaches, in one line, for its first line.
  ///   - path: where the text will be saved; files of points are named relative to it.
  static func text(
    of experiment: Experiment, comment: String? = nil, path: String = "preset.yaml"
  ) throws(WorkError) -> String {
    let entries = entries(of: experiment, path: path)
    let first = comment.map { "# \(oneLine($0))\n" } ?? ""
    do {
      return try entries.reduce(first) { text, entry in
        guard let value = entry.value else { return text }
        let remark = entry.comment.isEmpty ? "" : "# \(entry.comment)\n"
        return try text + remark
          + Yams.serialize(node: Node([(Node(entry.key), value)]), width: -1)
      }
    } catch {
      throw WorkError("the experiment cannot be written as YAML: \(error)")
    }
  }

  /// The keys of a preset in their order, with their values.
  static func entries(
    of experiment: Experiment, path: String
  ) -> [Entry] {
    var entries: [Entry] = [
      ("", "title", experiment.title.isEmpty ? nil : text(experiment.title)),
      (
        "the data: a name, components with means and covariances, or points", "distribution",
        distribution(experiment.distribution, path: path)
      ),
      (
        "whether the diffusion runs on the data at mean 0 and unit spread", "standardize",
        experiment.standardize.map { Node("\($0)") }
      ),
      (
        "words that cover several labels", "words",
        mapping(
          experiment.words.map { ($0.name, list($0.labels.map(text))) }, .flow)
      ),
      (
        "how noise is added: kind, number of noising steps, and what the kind needs", "schedule",
        schedule(experiment.schedule)
      ),
      (
        "learned or exact; the network's hidden layers, what it predicts and how it is built",
        "model",
        model(experiment.model)
      ),
      (
        "samples for each training step, the highest learning rate, optimizer and target",
        "training",
        training(
          experiment.training, tellsLabels: experiment.tellsLabels,
          ofMethod: experiment.commands.trainingEntries(of: experiment, path: path))
      ),
      (
        "how samples are drawn; steps: N for another number of them than usual", "sampler",
        sampler(experiment.sampler)
      ),
      (
        "where samples are led: label, negative, weight, interval of sigmas, weaker_steps, kind",
        "guidance",
        guidance(experiment.guidance)
      ),
    ]
    entries += experiment.commands.entries(of: experiment, path: path)
    entries += [
      ("how many points are shown", "particles", Node("\(experiment.particles)")),
      ("the seed of everything that is drawn", "seed", Node("\(experiment.seed)")),
      (
        "how quantities are named: ddpm, edm or flow-matching", "notation",
        experiment.notation.map { Node($0.id) }
      ),
    ]
    return entries.filter { !experiment.method.unreadKeys.contains($0.key) }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static func distribution(_ value: DistributionSpecification, path: String) -> Node? {
    switch value {
    case .named(let distribution):
      return Node(distribution.id)
    case .components(let components):
      return mapping([("components", .sequence(.init(components.map(component))))])
    case .points(let points, let labels, let source):
      if PresetPath(source.name).isFile {
        let file = text(PresetPath(source.name).named(besideFile: path))
        if let width = source.form.pictureWidth {
          return mapping([("pictures", file), ("width", Node("\(width)"))])
        }
        return mapping([("points", file)] + form(source.form))
      }
      let rows = points.enumerated().map { index, point in
        list(numbers(point.x, point.y) + (labels.map { [text($0[index])] } ?? []))
      }
      return mapping([("points", .sequence(.init(rows)))])
    case .word(let word):
      return mapping([("word", text(word))])
    case .samples(let whole, let count, let seed):
      let known = [("samples", Node("\(count)")), ("seed", Node("\(seed)"))]
      guard let node = distribution(whole, path: path) else { return nil }
      let data = node.mapping.map { $0.map { ($0.key.string ?? "", $0.value) } } ?? [("name", node)]
      return mapping((data + known).map { ($0.0, $0.1) })
    }
  }

  /// What was said of the form of a file of points.
  private static func form(_ form: PointForm) -> [(String, Node?)] {
    let columns = [("x", form.x), ("y", form.y), ("label", form.label)]
    return [
      ("columns", mapping(columns.map { ($0, $1.map(text)) }, .flow)),
      ("separator", form.separator.map(text)), ("decimal", form.decimal.map(text)),
      ("header", form.hasHeader.map { Node($0 ? "first" : "none") }),
    ]
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
    let reads = value.kind.parameters
    return family(
      value.kind.id,
      [
        ("timesteps", Node("\(value.timesteps)")),
        (
          "beta",
          reads.contains(.beta) ? ends(value.beta) : reads.contains(.rate) ? ends(value.rate) : nil
        ),
        ("sigma", reads.contains(.sigma) ? ends(value.sigma) : nil),
        (
          "points",
          reads.contains(.points) ? list(value.points.map { list(numbers($0.x, $0.y)) }) : nil
        ),
      ])
  }

  private static func model(_ value: ModelSpecification) -> Node? {
    family(
      value.kind.rawValue,
      [
        ("hidden", list(value.network.hidden.map { Node("\($0)") })),
        ("predicts", Node(value.network.predicts.id)),
        ("activation", Node(value.network.activation.id)),
        ("residual", Node("\(value.network.isResidual)")),
        ("labels", value.network.isLabelled ? Node("true") : nil),
        (
          "variance",
          value.network.variance == .learned ? Node(value.network.variance.rawValue) : nil
        ),
      ])
  }

  private static func training(
    _ value: TrainingSpecification, tellsLabels: Bool, ofMethod entries: [(String, Node?)]
  ) -> Node? {
    mapping(
      [
        ("batch", Node("\(value.batch)")), ("rate", Node(spelled(value.rate))),
        ("optimizer", Node(value.optimizer.id)), ("target", Node(value.target.id)),
        ("label_dropout", tellsLabels ? Node(spelled(value.labelDropout)) : nil),
      ] + entries, .flow)
  }

  private static func guidance(_ value: GuidanceSpecification?) -> Node? {
    guard let value, value.leads else { return nil }
    return mapping(
      [
        ("label", value.label.map(text)), ("negative", value.negative.map(text)),
        ("weight", value.saidWeight.map { Node(spelled($0)) }),
        ("interval", value.interval.map(ends)),
        ("weaker_steps", value.weakerSteps.map { Node("\($0)") }),
        ("kind", value.kind.map { Node($0.id) }),
      ], .flow)
  }

  private static func sampler(_ value: SamplerSpecification) -> Node? {
    let reads = value.kind.settings
    let options = value.options
    let numbers = SamplerOptions.numbers.map { setting, path in
      let number = options[keyPath: path]
      let isUsual = number == SamplerOptions()[keyPath: path]
      return (setting.rawValue, isUsual || !reads.contains(setting) ? nil : Node(spelled(number)))
    }
    return family(
      value.kind.id,
      [
        ("grid", Node(value.grid.id)),
        ("steps", value.steps.map { Node("\($0)") }),
        ("eta", reads.contains(.eta) ? Node(spelled(options.eta)) : nil),
        ("variance", reads.contains(.variance) ? Node(options.variance.rawValue) : nil),
        ("predictor", reads.contains(.predictor) ? Node(options.predictor.rawValue) : nil),
        ("corrections", reads.contains(.corrections) ? Node("\(options.corrections)") : nil),
        (
          "tolerance",
          reads.contains(.tolerance) ? options.tolerance.map { Node(spelled($0)) } : nil
        ),
      ] + numbers)
  }
}
