import Diffusion
import TextScreen

extension Experiment {
  /// What differs from another experiment, as it is here: `learning rate 0.00700`. Where much
  /// differs, the title.
  func words(since before: Experiment) -> [String] {
    let parts =
      dataWords(since: before) + unitWords(since: before) + schedule.words(since: before.schedule)
      + sampler.words(since: before.sampler) + model.words(since: before.model)
      + training.words(since: before.training)
      + guidanceWords(since: before) + methodWords(since: before)
      + [
        particles == before.particles ? nil : "\(Text.count(particles)) points",
        seed == before.seed ? nil : "seed \(seed)",
        notation == before.notation ? nil : "notation \((notation ?? .ddpm).title)",
      ].compactMap(\.self)
    return parts.count > 3 ? [title] : parts
  }

  private func dataWords(since before: Experiment) -> [String] {
    if distribution != before.distribution {
      return [title == before.title ? distribution.title : title]
    }
    if title != before.title { return ["the title \(title)"] }
    return words == before.words ? [] : ["the words of labels"]
  }

  private func unitWords(since before: Experiment) -> [String] {
    guard standardize != before.standardize else { return [] }
    return [isStandardized ? "standardized data" : "data as it is"]
  }

  private func guidanceWords(since before: Experiment) -> [String] {
    guard guidance != before.guidance else { return [] }
    guard let guidance else { return ["no guidance"] }
    if guidance.label != before.guidance?.label {
      return [guidance.label.map { "prompt \($0)" } ?? "no prompt"]
    }
    if guidance.weakerSteps != before.guidance?.weakerSteps {
      return [
        guidance.weakerSteps.map { "away from the network of step \(Text.count($0))" }
          ?? "no weaker network"
      ]
    }
    return guidance.weight == before.guidance?.weight
      ? ["guidance"] : ["weight \(GuidanceWords.weight(guidance.weight))"]
  }

  private func methodWords(since before: Experiment) -> [String] {
    methodSpecification == before.methodSpecification
      ? [] : MethodScreen.of(self).comparison.changes(self, before)
  }
}

extension ScheduleSpecification {
  fileprivate func words(since before: ScheduleSpecification) -> [String] {
    if kind != before.kind { return ["schedule \(kind.title.lowercased())"] }
    if timesteps != before.timesteps { return ["\(Text.count(timesteps)) noising steps"] }
    if beta != before.beta {
      return ["beta from \(Text.short(beta.first)) to \(Text.short(beta.last))"]
    }
    return self == before ? [] : ["the schedule's curve"]
  }
}

extension SamplerSpecification {
  fileprivate func words(since before: SamplerSpecification) -> [String] {
    if kind != before.kind { return ["sampler \(kind.title)"] }
    if steps != before.steps {
      return [steps.map { "\(Text.count($0)) sampling steps" } ?? "the usual sampling steps"]
    }
    return self == before ? [] : ["the sampler's settings"]
  }
}

extension ModelSpecification {
  fileprivate func words(since before: ModelSpecification) -> [String] {
    if kind != before.kind { return ["model \(kind.rawValue)"] }
    if network.predicts != before.network.predicts {
      return ["a network that predicts \(network.predicts.title.lowercased())"]
    }
    if network.isLabelled != before.network.isLabelled {
      return ["a network that is told \(network.isLabelled ? "labels" : "no labels")"]
    }
    if network.variance != before.network.variance {
      return ["a network whose variance of a step is \(network.variance.rawValue)"]
    }
    return self == before ? [] : ["the network's shape"]
  }
}

extension TrainingSpecification {
  fileprivate func words(since before: TrainingSpecification) -> [String] {
    if rate != before.rate { return ["learning rate \(Text.short(rate))"] }
    if batch != before.batch { return ["batch \(batch)"] }
    return self == before ? [] : ["the settings of training"]
  }
}
