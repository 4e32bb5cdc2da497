import Diffusion

/// The figures of `stipple evaluate`, with all that is needed to judge and repeat them.
struct EvaluationReport {
  let figures: [QualityFigure]
  let settings: [String: JSONValue]
  let networkCalls: Int
  let seed: UInt64
  let seeds: Int
  /// What was asked for and has no figures.
  let faults: [String]

  /// - Parameter results: one for each seed, at least one.
  init(
    _ results: [EvaluationRun.Result], of laboratory: Laboratory, by command: EvaluateCommand
  ) {
    let experiment = laboratory.experiment
    let seed = experiment.seed
    figures = QualityFigure.means(of: results.map(\.figures))
    networkCalls = results.map(\.networkCalls).max() ?? 0
    self.seed = seed
    seeds = results.count
    faults = results.first?.faults ?? []
    var settings: [String: JSONValue] = [
      "data": .text(experiment.distribution.title), "n": .whole(results.first?.count ?? 0),
      "network_calls": .whole(networkCalls), "seed": .seed(seed),
      "seeds": .list(results.indices.map { .seed(seed &+ UInt64($0)) }),
    ]
    if let samples = command.samples {
      settings["samples"] = .text(samples)
    } else {
      settings.merge(Self.origin(of: laboratory, command)) { $1 }
    }
    if let guidance = experiment.guidance {
      settings.merge(Self.keys(of: guidance)) { $1 }
      if !experiment.commands.saysGuidance(guidance) { settings["guidance"] = nil }
    }
    settings.merge(experiment.commands.settings(of: experiment, isDrawn: command.samples == nil)) {
      $1
    }
    self.settings = settings
  }

  /// How samples were drawn.
  private static func origin(
    of laboratory: Laboratory, _ command: EvaluateCommand
  ) -> [String: JSONValue] {
    let experiment = laboratory.experiment
    var origin: [String: JSONValue] = [
      "model": .text(command.model.model), "schedule": .text(experiment.schedule.kind.id),
      "timesteps": .whole(experiment.schedule.timesteps),
      "sampler": .text(experiment.sampler.kind.id),
      "grid": .text(command.lists.name ?? experiment.sampler.grid.id),
      "steps": .whole(laboratory.grid.steps),
    ]
    if command.readsVariance || experiment.sampler.kind.settings.contains(.variance) {
      origin["variance"] = .text(experiment.sampler.options.variance.rawValue)
    }
    let unread = experiment.method.unreadKeys
    let said = [
      "schedule": ["schedule", "timesteps"], "sampler": ["sampler", "grid", "steps", "variance"],
    ]
    // What the method does not read has drawn nothing.
    for key in unread.flatMap({ said[$0] ?? [] }) { origin[key] = nil }
    if let weak = command.guidance.weak { origin["weak"] = .text(weak) }
    if let classifier = command.guidance.classifier {
      origin["classifier"] = .text(classifier)
    }
    return origin
  }

  private static func keys(of guidance: GuidanceSpecification) -> [String: JSONValue] {
    var keys: [String: JSONValue] = ["guidance": .number(guidance.weight)]
    if let label = guidance.label { keys["label"] = .text(label) }
    if let negative = guidance.negative { keys["negative"] = .text(negative) }
    if let steps = guidance.weakerSteps { keys["weaker_steps"] = .whole(steps) }
    if let kind = guidance.kind { keys["guidance_kind"] = .text(kind.id) }
    if let interval = guidance.interval {
      keys["guidance_interval"] = .list([.number(interval.first), .number(interval.last)])
    }
    return keys
  }

  /// The figures by name, their floors under `NAME_floor`, and again one by one with definitions.
  var json: [String: JSONValue] {
    var json = settings
    for figure in figures {
      json.insert(
        figure.terms.map { .list($0.map(JSONValue.number)) } ?? .number(figure.value),
        at: figure.path[...])
      let beside = [
        ("floor", figure.floor), ("ideal", figure.ideal), ("deviation", figure.deviation),
      ]
      for case (let suffix, let number?) in beside {
        json.insert(
          .number(number), at: ["\(figure.path[0])_\(suffix)"] + figure.path.dropFirst())
      }
    }
    json["figures"] = .list(figures.map(entry))
    return json
  }

  private func entry(_ figure: QualityFigure) -> JSONValue {
    var entry: [String: JSONValue] = [
      "metric": .text(figure.name), "value": .number(figure.value), "n": .whole(figure.count),
      "definition": .text(figure.definition), "seed": .seed(seed), "seeds": .whole(seeds),
      "network_calls": .whole(networkCalls),
    ]
    entry["floor"] = figure.floor.map(JSONValue.number)
    entry["ideal"] = figure.ideal.map(JSONValue.number)
    entry["deviation"] = figure.deviation.map(JSONValue.number)
    return .group(entry)
  }

  /// The figures as a table, each row complete by itself.
  var csv: String { Self.header + "\n" + rows.map { $0 + "\n" }.joined() }

  static let header = "metric,value,deviation,floor,ideal,n,seed,seeds,network_calls,definition"

  /// A row for every figure.
  var rows: [String] {
    figures.map { figure in
      let numbers = [figure.value, figure.deviation, figure.floor, figure.ideal]
        .map { number in number.map(CSVTable.text) ?? "" }
      let fields =
        [CSVTable.field(figure.name)] + numbers
        + ["\(figure.count)", "\(seed)", "\(seeds)", "\(networkCalls)", figure.definition]
      return fields.joined(separator: ",")
    }
  }
}
