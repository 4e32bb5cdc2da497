import Diffusion
import TextScreen

/// Prompts, weights and what guidance asks.
extension AppState {
  mutating func updateGuidance(_ action: GuidanceAction) -> [Effect] {
    switch action {
    case .openPrompt:
      let line = "prompt "
      let prompt = methodPrompt?.text(experiment) ?? experiment.guidance?.label ?? ""
      overlay = .command(LineEditor(text: line + prompt, selecting: line.count))
      return []
    case .prompt(let text):
      return ask(for: text)
    case .use(let specification):
      return guide(by: specification)
    case .addWeight(let tenths):
      guard let weight = methodPrompt?.weight(experiment) ?? experiment.guidance?.weight else {
        say(Self.noGuidance)
        return []
      }
      return setWeight((10 * weight).rounded() / 10 + Double(tenths) / 10)
    case .weigh(let weight):
      return setWeight(weight)
    case .leaveSnapshot(let steps):
      return leave(snapshotOf: steps)
    case .toggleLabels:
      return toggleLabels()
    case .cycleArrows:
      if let reason = action.obstacle(in: self) {
        say(reason)
        return []
      }
      view.opinions = view.opinions.next
      say(view.opinions.notice)
      return []
    case .classified(let training):
      return onSide(training.side) { $0.take(training) }
    }
  }

  /// Why nothing of guidance can be changed yet.
  static let noGuidance = "no prompt is asked for yet; A asks for one, such as a label"

  /// Whether the panel of guidance has something to show or is looked at.
  var showsGuidance: Bool { experiment.guidance != nil || focus == .guidance }

  /// Asks for a prompt, and lets the run begin again from noise so that it is seen.
  private mutating func ask(for prompt: String) -> [Effect] {
    if let own = methodPrompt { return ask(for: prompt, by: own) }
    var guidance = experiment.guidance ?? GuidanceSpecification()
    guidance.label = prompt.isEmpty ? nil : prompt
    return guide(by: guidance.asks ? guidance : nil)
  }

  /// Asks for a prompt in the method's own words; what it has nothing for is refused.
  private mutating func ask(for prompt: String, by own: MethodPrompt) -> [Effect] {
    let changed: Experiment
    do { changed = try own.asking(prompt, experiment) } catch {
      say("\(error)")
      return []
    }
    guard changed != experiment else { return [] }
    let effects = edit(changed)
    guard experiment == changed else { return effects }
    beginGuidedRun()
    say(prompt.isEmpty ? "no prompt" : "asked for: \(prompt.excerpt)")
    return effects
  }

  /// Takes other guidance; what cannot be understood is refused and nothing changes.
  private mutating func guide(by specification: GuidanceSpecification?) -> [Effect] {
    var changed = experiment
    changed.guidance = specification
    guard changed != experiment else { return [] }
    // The same prompts at another weight are compared best where the run is.
    var reweighed = experiment.guidance
    reweighed?.weight = specification?.weight ?? 1
    let isReweighed = reweighed != nil && reweighed == specification
    let effects = edit(changed)
    guard experiment == changed else { return effects }
    if !isReweighed { beginGuidedRun() }
    say(guidanceNotice)
    return effects
  }

  /// The run begins again from noise, whichever way time went.
  private mutating func beginGuidedRun() {
    if playback.direction == .forward { turn() } else { restartReverse() }
    trails = Trails()
    seek(to: 0)
    playback.isPlaying = true
  }

  /// Another weight, within its range; nudges and drags are undone together.
  mutating func setWeight(_ weight: Double) -> [Effect] {
    if let own = methodPrompt {
      let bounded = min(max(weight, own.weights.lowerBound), own.weights.upperBound)
      let effects = edit(own.weighing(bounded, experiment), gesture: "weight")
      say("weight of the prompt \(Text.short(own.weight(experiment)))")
      return effects
    }
    var changed = experiment
    changed.guidance?.weight = min(max(weight, -100), 100)
    return edit(changed, gesture: "weight")
  }

  private mutating func leave(snapshotOf steps: Int?) -> [Effect] {
    if steps != nil && experiment.model.kind == .exact {
      say("there is no earlier network to turn away from; m chooses the learned model, t trains")
      return []
    }
    var guidance = experiment.guidance ?? GuidanceSpecification(weight: 2)
    guidance.weakerSteps = steps
    return guide(by: guidance.asks ? guidance : nil)
  }

  private mutating func toggleLabels() -> [Effect] {
    var changed = experiment
    changed.model.network.isLabelled.toggle()
    var effects = edit(changed)
    guard experiment == changed else { return effects }
    if needsTrainingAtOnce && training.activity == .idle { effects += startTraining() }
    let dropout = Text.short(100 * experiment.training.labelDropout)
    say(
      changed.model.network.isLabelled
        ? "a network that is told labels, and none for \(dropout) % of the samples"
        : "a network that is told no labels")
    return effects
  }

  /// What guidance asks besides the model now.
  var guides: Guides {
    var guides = Guides()
    if experiment.model.kind == .learned, let weaker = weakerNetwork {
      guides = stage.method.guides(awayFrom: weaker, in: stage.laboratory)
    }
    if experiment.guidance?.kind == .classifier {
      guides.classifier = classifier.weights(for: experiment).map { LearnedClassifier(weights: $0) }
    }
    return guides
  }

  /// The earlier network that is turned away from, once training has got as far as it.
  var weakerNetwork: (any TrainedWeights)? {
    guard experiment.model.kind == .learned, let steps = experiment.guidance?.weakerSteps,
      steps <= training.steps
    else { return nil }
    return training.snapshots.about(steps)
  }
}

extension GuidanceSpecification {
  /// Whether there is a prompt to go to or to leave, or an earlier network to leave.
  var asks: Bool { asksForLabels || weakerSteps != nil }

  /// Whether there is a prompt to go to or to leave.
  var asksForLabels: Bool { label != nil || negative != nil }
}

extension ViewOptions.Opinions {
  fileprivate var next: Self {
    switch self {
    case .off: .particle
    case .particle: .lattice
    case .lattice: .off
    }
  }

  fileprivate var notice: String {
    switch self {
    case .off: "no arrows of guidance"
    case .particle: "weak, strong and guided answer at the particle"
    case .lattice: "weak, strong and guided answer everywhere, side by side"
    }
  }
}
