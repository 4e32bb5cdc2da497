import Diffusion
import TextScreen

/// Pairs to be joined by a network itself, beside the screen: starts, and where it leads them.
/// Learned anew they make straighter ways.
public struct Reflow: Sendable {
  let side: Side
  let edition: Edition
  private let laboratory: Laboratory
  private let weights: Weights
  /// How many pairs are joined.
  private let pairs: Int

  init(_ state: AppState, weights: Weights) {
    pairs = state.studyExtent.pairs
    side = state.side
    edition = state.edition
    laboratory = state.stage.laboratory
    self.weights = weights
  }

  /// A trainer for a fresh network on the pairs that this one joins.
  func trainer() -> (any TrainingProcess)? {
    guard let transport = laboratory.transport else { return nil }
    let model = laboratory.learnedVelocityField(weights, of: transport)
    return laboratory.pairs(joinedBy: model, count: pairs).flatMap {
      laboratory.transportTrainer(pool: $0)
    }
  }
}

extension AppState {
  /// Asks for the pairs that the network joins.
  mutating func askForReflow() -> [Effect] {
    if let reason = noReflow {
      say(reason)
      return []
    }
    guard let weights = training.shownWeights as? Weights else { return [] }
    say("joining pairs with the network of step \(Text.count(weights.steps))")
    return [.reflow(Reflow(self, weights: weights))]
  }

  /// Why nothing can be learned anew; nil where it can.
  var noReflow: String? {
    if !isTransport { return "reflow straightens ways from a prior; O chooses one" }
    return training.weights == nil ? "there is no network yet; m and t train one" : nil
  }

  /// Trains a fresh network on the pairs, unless the experiment is another by now.
  mutating func take(_ trainer: any TrainingProcess, of reflow: Reflow) -> [Effect] {
    guard reflow.edition == edition else { return [] }
    var effects: [Effect] = []
    if experiment.model.kind == .exact {
      var changed = experiment
      changed.model.kind = .learned
      effects = edit(changed)
    }
    shelve(training)
    beginAnew()
    training = TrainingState(edition)
    training.activity = .running
    training.trainer = trainer
    quality.forget()
    say("reflow: a fresh network learns the pairs that the old one joined; u brings it back")
    return effects + [.startTraining(trainer, isPaused: false)]
  }
}
