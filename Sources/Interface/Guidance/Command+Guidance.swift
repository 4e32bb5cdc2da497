import Diffusion
import TextScreen

extension Command {
  static let guidance: [Command] = [
    Command(
      "prompt", "WORDS", example: "north or east",
      "ask for labels: north or east, thing not west; none for everything",
      choices: { state in
        if let own = state.methodPrompt { return own.words(state.experiment) }
        let vocabulary = state.stage.laboratory.mixture.vocabulary
        return PromptCompletion(of: "", in: vocabulary).prompts.filter { !$0.hasSuffix(" ") }
      },
      growing: { typed, state in
        if let own = state.methodPrompt { return own.grown(typed, in: state.experiment) }
        return PromptCompletion(of: typed, in: state.stage.laboratory.mixture.vocabulary).prompts
      },
      remark: remark, mayBeEmpty: true
    ) { value, state in
      if value.isEmpty { return [.guide(.prompt(""))] }
      return [.guide(.prompt(try checked(value, state)))]
    },
    Command(
      "set guidance weight", "W", example: "3",
      "1 is the prompt's own model; above 1 exaggerates it",
      choices: { state in
        let weights = ["0", "1", "2", "3", "5"]
        return state.methodPrompt == nil ? guided(state, weights) : weights
      }
    ) { value, state in
      let weight = try number(value)
      if let own = state.methodPrompt {
        guard own.weights.contains(weight) else {
          throw CommandError(
            "the weight of the prompt must be from \(Text.short(own.weights.lowerBound)) to"
              + " \(Text.short(own.weights.upperBound)), not \(value.excerpt)")
        }
        return [.guide(.weigh(weight))]
      }
      return try edit(state) { $0.weight = weight }
    },
    Command(
      "set guidance negative", "WORDS|none", example: "east",
      "what is turned away from, in place of everything",
      choices: { state in
        ["none"] + state.stage.laboratory.mixture.vocabulary.words.map(\.name)
      },
      growing: { typed, state in
        ["none"]
          + PromptCompletion(of: typed, in: state.stage.laboratory.mixture.vocabulary).prompts
      }
    ) { value, state in
      let prompt = value == "none" ? nil : try checked(value, state)
      var guidance = state.experiment.guidance ?? GuidanceSpecification(weight: 2)
      guidance.negative = prompt
      return [.guide(.use(guidance.asks ? guidance : nil))]
    },
    Command(
      "set guidance kind", "NAME|usual", example: "exact-posterior",
      "where the difference comes from that is exaggerated",
      choices: { guided($0, ["usual"] + GuidanceKind.allCases.map(\.id)) },
      remark: { name, _ in (try? GuidanceKind.named(name))?.summary }
    ) { value, state in
      let kind = value == "usual" ? nil : try GuidanceKind.named(value)
      return try edit(state) { $0.kind = kind }
    },
    Command(
      "set guidance interval", "LOW HIGH|all", example: "0.3 5",
      "the sigma / alpha between which guidance acts",
      choices: { guided($0, ["all", "0.3 5"]) }
    ) { value, state in
      let ends = value == "all" ? nil : try interval(value)
      return try edit(state) { $0.interval = ends }
    },
    Command(
      "set guidance autoguidance", "STEP|off", example: "off",
      "turn away from the network of an earlier step",
      choices: { state in
        ["off"] + state.training.snapshots.items.prefix(4).map { String($0.steps) }
      }
    ) { value, _ in
      [.guide(.leaveSnapshot(steps: value == "off" ? nil : try whole(value)))]
    },
    Command(
      "set labels", "on|off", example: "on", "whether the network is told labels", choices: onOrOff
    ) {
      try switched($0) == $1.experiment.model.network.isLabelled ? [] : [.guide(.toggleLabels)]
    },
    Command(
      "curve", "on|off", example: "on",
      "label accuracy, distance and spread by the weight of guidance",
      choices: onOrOff
    ) {
      try switched($0) == $1.studies.isPending(.weights) ? [] : [.studies(.toggle(.weights))]
    },
  ]

  /// Values that mean something only where there is guidance.
  private static func guided(_ state: AppState, _ values: [String]) -> [String] {
    state.experiment.guidance == nil ? [] : values
  }

  private static func remark(_ prompt: String, _ state: AppState) -> String? {
    let mixture = state.stage.laboratory.mixture
    guard let labels = try? mixture.vocabulary.selection(prompt).labels else { return nil }
    return labels == [prompt] ? nil : labels.joined(separator: ", ")
  }

  /// A prompt that the data has something for.
  private static func checked(_ prompt: String, _ state: AppState) throws -> String {
    if let own = state.methodPrompt {
      do { _ = try own.asking(prompt, state.experiment) } catch { throw CommandError("\(error)") }
      return prompt
    }
    _ = try state.stage.laboratory.mixture.conditioned(on: prompt)
    return prompt
  }

  private static func edit(
    _ state: AppState, _ change: (inout GuidanceSpecification) -> Void
  ) throws -> [Action] {
    guard var guidance = state.experiment.guidance else {
      throw CommandError(AppState.noGuidance)
    }
    change(&guidance)
    do throws(GuidanceError) {
      _ = try Guidance(guidance, in: state.stage.laboratory.mixture)
    } catch {
      throw CommandError(error.description)
    }
    return [.guide(.use(guidance))]
  }

  private static func interval(_ text: String) throws -> ScheduleSpecification.Ends {
    let numbers = try text.split(separator: " ").map { try number(String($0)) }
    guard numbers.count == 2 else {
      throw CommandError("'\(text)' is no interval; say two sigmas such as 0.3 5, or all")
    }
    return ScheduleSpecification.Ends(numbers[0], numbers[1])
  }
}
