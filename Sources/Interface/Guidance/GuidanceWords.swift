import Diffusion
import TextScreen

/// What is asked for and who leads there, in words.
struct GuidanceWords {
  /// What leads samples to labels.
  enum Lead: Equatable {
    /// The closed-form answers with and without the labels.
    case exactAnswers
    /// A network's own answers with and without them.
    case ownAnswers
    /// The exact posterior, because it is asked for.
    case exactPosterior
    /// The exact posterior in place of the answers of a network that knows no labels.
    case unlabelled
    /// A trained classifier.
    case classifier
    /// The exact posterior until the classifier is trained.
    case learningClassifier
    /// An earlier network that is turned away from, and no label.
    case earlierNetwork
    /// Nothing on the way from another prior: a label without a weight picks the starts.
    case starts
    /// Neither the network knows labels nor is anything exactly known of its pairs.
    case nobody
  }

  let lead: Lead
  private let specification: GuidanceSpecification
  private let state: AppState

  /// Nil where nothing is guided.
  init?(_ state: AppState) {
    guard let specification = state.experiment.guidance else { return nil }
    self.specification = specification
    self.state = state
    if specification.weakerSteps != nil && !specification.asksForLabels {
      lead = .earlierNetwork
      return
    }
    if state.stage.laboratory.process.startsCarryLabels && !specification.guidesVelocities
      && specification.weakerSteps == nil
    {
      lead = .starts
      return
    }
    switch specification.kind ?? .classifierFree {
    case .classifier:
      lead =
        state.stage.laboratory.guides.classifier == nil ? .learningClassifier : .classifier
    case .exactPosterior: lead = .exactPosterior
    case .classifierFree: lead = Self.lead(state)
    }
  }

  /// Who leads where the model's own answers should.
  private static func lead(_ state: AppState) -> Lead {
    if state.stage.guidanceRefusal != nil { return .nobody }
    guard state.stage.model.weights != nil else { return .exactAnswers }
    guard let wanted = state.stage.laboratory.guidance?.wanted else {
      return state.experiment.tellsLabels ? .ownAnswers : .unlabelled
    }
    return state.stage.model.knows(wanted) ? .ownAnswers : .unlabelled
  }

  /// What is asked for: `north`, `thing not east`; everything, where only something is left.
  var prompt: String {
    let label = specification.label ?? Vocabulary.everything
    return specification.negative.map { "\(label), away from \($0)" } ?? label
  }

  /// The prompt and its weight: `north, weight 3`.
  var summary: String {
    lead == .starts ? prompt : "\(prompt), weight \(Self.weight(specification.weight))"
  }

  static func weight(_ weight: Double) -> String {
    weight == weight.rounded() ? String(Int(weight)) : Text.short(weight)
  }

  /// Who leads, in several lengths, longest first.
  var leads: [String] {
    switch lead {
    case .exactAnswers: ["exact answers with and without it", "exact answers"]
    case .ownAnswers: ["its own answers with and without it", "its own answers"]
    case .exactPosterior: ["the exact posterior's gradient", "exact posterior"]
    case .unlabelled:
      [
        "exact posterior: the network knows no labels", "exact posterior: no labels learned",
        "exact posterior; J",
      ]
    case .classifier: ["a classifier\(loss)", "a classifier"]
    case .learningClassifier:
      [
        "exact posterior, classifier at \(progress) %\(loss)",
        "exact, classifier at \(progress) %", "exact for now",
      ]
    case .earlierNetwork:
      state.weakerNetwork.map {
        let step = Text.count($0.steps)
        return ["leaving the network of step \(step)", "leaving step \(step)"]
      } ?? ["nobody: \(weaker ?? "")", "nobody yet"]
    case .starts: unweighed
    case .nobody: ["nobody: the network knows no labels", "nobody; J"]
    }
  }

  /// What a label without a weight does from another prior.
  private var unweighed: [String] {
    if state.experiment.methodSettings.tellsLabels {
      return ["the label, told at every step", "the label, told"]
    }
    if state.stage.laboratory.startsTellLabels {
      return [
        "its starts alone; a weight leads them too", "its starts alone; ' leads too",
        "its starts alone",
      ]
    }
    return ["nobody: this prior knows no labels; ' leads", "nobody; ' leads"]
  }

  private var progress: String {
    let steps = state.classifier.steps(for: state.experiment)
    return String(100 * steps / ClassifierTraining.goal)
  }

  private var loss: String {
    state.classifier.loss.map { ", loss \(Text.short($0))" } ?? ""
  }

  /// What guidance is called in books.
  var kind: String {
    switch lead {
    case .earlierNetwork: "autoguidance"
    case .starts: "starts of a label"
    case .exactAnswers, .ownAnswers, .nobody: GuidanceKind.classifierFree.title.lowercased()
    case .exactPosterior, .unlabelled, .learningClassifier:
      GuidanceKind.exactPosterior.title.lowercased()
    case .classifier: GuidanceKind.classifier.title.lowercased()
    }
  }

  /// What is turned away from besides labels.
  var weaker: String? {
    guard let steps = specification.weakerSteps else { return nil }
    if state.experiment.model.kind == .exact { return "the exact model has no earlier network" }
    if let weights = state.weakerNetwork {
      return "away from the network of step \(Text.count(weights.steps))"
    }
    return steps > state.training.steps
      ? "away from step \(Text.count(steps)) once training is there"
      : "no network of step \(Text.count(steps)) is kept; T trains anew"
  }

  /// Where guidance acts, and whether it does at this level.
  var interval: String {
    guard let ends = specification.interval else { return "all levels" }
    let sigma = state.frame.level.relativeSigma
    let isInside = (ends.first...ends.last).contains(sigma)
    let bounds = "\(Text.short(ends.first)) to \(Text.short(ends.last))"
    return "\(bounds), now \(Text.short(sigma)) \(isInside ? "acts" : "rests")"
  }
}

extension AppState {
  /// What is said when other guidance begins.
  var guidanceNotice: String {
    guard let words = GuidanceWords(self) else { return "no prompt: samples of everything" }
    let remark =
      words.lead == .unlabelled
      ? "the exact posterior leads; J trains a network that knows labels"
      : words.weaker ?? "led by \(words.leads[0])"
    return "asked for: \(words.summary); \(remark)"
  }

  /// The share of the points that have a label asked for, by the exact posterior of this level; nil
  /// where nothing is asked for or no posterior is known.
  var shareInPrompt: Double? {
    guard let wanted = stage.laboratory.guidance?.wanted, let marginal else { return nil }
    let most = max(50, Self.posteriorsPerFrame / marginal.count)
    let points = frame.points.prefix(most)
    let hits = points.count { point in
      let posterior = marginal.mixture.labelPosterior(at: point)
      guard let highest = posterior.max() else { return false }
      return wanted.indices.contains { posterior[$0] == highest }
    }
    return Double(hits) / Double(max(1, points.count))
  }

  /// How many exponentials one frame may spend on them.
  private static let posteriorsPerFrame = 8_000
}
