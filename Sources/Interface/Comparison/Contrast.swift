import Diffusion

/// Two experiments to be put side by side.
public struct Contrast: Sendable, Equatable {
  public var a: Experiment
  public var b: Experiment
  /// Whether time runs the other way on side B.
  public var isMirrored = false

  init(_ a: Experiment, _ b: Experiment, isMirrored: Bool = false) {
    self.a = a
    self.b = b
    self.isMirrored = isMirrored
  }

  /// One experiment, changed in two ways.
  init(of experiment: Experiment, _ changes: [(inout Experiment) -> Void]) {
    var (a, b) = (experiment, experiment)
    changes.first?(&a)
    changes.last?(&b)
    self.init(a, b)
  }
}

/// A comparison to choose from a list, in the words of the command line.
struct ContrastPreset: Sendable {
  let words: String
  let title: String
  let summary: String

  static let allCases: [ContrastPreset] =
    common + MethodScreen.all.flatMap(\.comparison.presets) + [ofSteps]

  private static let common = [
    ContrastPreset(
      words: "forward reverse", title: "forward | reverse",
      summary: "noising beside denoising at the same level: one distribution, two ways"),
    ContrastPreset(
      words: "exact learned", title: "exact | learned",
      summary: "the closed-form answer beside the network: what learning costs"),
    ContrastPreset(
      words: "linear cosine", title: "linear | cosine",
      summary: "two schedules at the same time of their runs"),
    ContrastPreset(
      words: "ddpm ddim", title: "DDPM | DDIM",
      summary: "fresh noise in every step beside none, from the same start"),
  ]

  private static let ofSteps = ContrastPreset(
    words: "steps 10 100", title: "10 | 100 steps",
    summary: "few steps beside many: what discretization costs")
}

extension Contrast {
  /// The comparison that words ask for: two models, schedules, samplers, grids, predictions or
  /// directions; `steps N N`, `preset NAME`, `presets NAME NAME`.
  init(_ words: [String], of experiment: Experiment, presets: [PresetEntry]) throws {
    switch words.first {
    case "preset" where words.count == 2:
      self.init(experiment, try Self.experiment(words[1], of: presets))
    case "presets" where words.count == 3:
      self.init(
        try Self.experiment(words[1], of: presets), try Self.experiment(words[2], of: presets))
    case "steps" where words.count == 3:
      let counts = try words.dropFirst().map(Command.whole)
      self.init(of: experiment, counts.map { count in { $0.sampler.steps = count } })
    case "euler" where words.count == 3:
      let counts = try words.dropFirst().map(Command.whole)
      self.init(
        of: experiment,
        counts.map { count in
          {
            let steps = min(count, $0.schedule.timesteps)
            $0.sampler = SamplerSpecification(kind: .flowEuler, steps: steps)
          }
        })
    default:
      guard words.count == 2 else { throw Self.misunderstood }
      try self.init(pair: words, of: experiment)
    }
  }

  private init(pair words: [String], of experiment: Experiment) throws {
    if words == ["forward", "reverse"] {
      self.init(experiment, experiment, isMirrored: true)
      return
    }
    for family in Self.families {
      let changes = words.compactMap(family.change)
      if changes.count == 2 {
        self.init(of: experiment, changes)
        return
      }
    }
    let known = Self.names
    guard let unknown = words.first(where: { !known.contains($0) }) else {
      throw CommandError("'\(words[0])' and '\(words[1])' are not of one kind: no comparison")
    }
    throw UnknownName(name: unknown, family: "side of a comparison", known: known)
  }

  /// Families of what an experiment may have, by their members' names; the first that knows both
  /// names is meant.
  private static let families: [ContrastFamily] =
    [models] + MethodScreen.all.flatMap(\.comparison.families) + noising + others

  private static let models = ContrastFamily(ModelSpecification.Kind.self) { $0.model.kind = $1 }

  private static let noising = [
    ContrastFamily(of: ScheduleKind.self) { $0.schedule = $0.schedule.changed(to: $1) },
    ContrastFamily(of: Sampler.self) { $0.sampler.kind = $1 },
    ContrastFamily(of: GridKind.self) { $0.sampler.grid = $1 },
  ]

  private static let others = [
    ContrastFamily(of: Parameterization.self) { $0.model.network.predicts = $1 },
    ContrastFamily(of: Distribution.self) {
      $0.setDistribution(.named($1))
      $0.title = $1.title
    },
  ]

  private static let names =
    ([models] + noising + MethodScreen.all.flatMap(\.comparison.families) + others)
    .flatMap(\.names) + Direction.allCases.map(\.rawValue)

  private static let misunderstood = CommandError(
    "compare two of a kind, such as exact learned, linear cosine, ddpm ddim, steps 10 100;"
      + " or preset NAME; or off")

  private static func experiment(
    _ name: String, of presets: [PresetEntry]
  ) throws -> Experiment {
    guard let preset = presets.first(where: { $0.name == name }) else {
      throw UnknownName(name: name, family: "preset", known: presets.map(\.name))
    }
    switch preset.content {
    case .success(let experiment): return experiment
    case .failure(let fault): throw CommandError(fault.message)
    }
  }
}

extension Editions {
  /// What a side is called beside the other: all in which they differ, most telling first.
  func name(of side: Side, direction: Direction) -> String {
    guard let b else { return a.experiment.title }
    let (one, other) = (self[side].experiment, side == .a ? b.experiment : a.experiment)
    var names: [String] = isMirrored ? [direction.rawValue] : []
    if one.distribution != other.distribution { names.append(one.distribution.title) }
    if one.model.kind != other.model.kind { names.append(one.model.kind.rawValue) }
    let words = MethodScreen.of(one).comparison
    names += words.difference(one, other)
    if one.schedule != other.schedule { names.append(one.schedule.name(beside: other.schedule)) }
    if !words.namesSampler, one.sampler.kind != other.sampler.kind {
      names.append(one.sampler.kind.title)
    }
    if one.sampler.grid != other.sampler.grid { names.append(one.sampler.grid.title) }
    let steps = [one, other].map(\.samplingSteps)
    // The adaptive solver takes as many as it needs.
    if steps[0] != steps[1], one.sampler.kind != .ode {
      names.append(steps[0] == 1 ? "1 step" : "\(steps[0]) steps")
    }
    if one.model.network.predicts != other.model.network.predicts {
      names.append("predicts \(one.model.network.predicts.id)")
    }
    if one.guidance != other.guidance { names.append(one.guidance?.name ?? "no prompt") }
    return names.isEmpty ? "the same" : names.joined(separator: ", ")
  }
}

extension GuidanceSpecification {
  /// What is asked for and how strongly, in a few words.
  fileprivate var name: String {
    let wanted = label ?? negative.map { "not \($0)" } ?? "guided"
    return saidWeight.map { "\(wanted) x \(GuidanceWords.weight($0))" } ?? wanted
  }
}

extension ScheduleSpecification {
  fileprivate func name(beside other: ScheduleSpecification) -> String {
    if kind != other.kind { return kind.title.lowercased() }
    return timesteps != other.timesteps ? "T \(timesteps)" : "\(kind.title.lowercased()), bent"
  }
}
