import Diffusion

/// What the loss of the training in hand cannot be below, worked out level by level beside the screen:
/// a network that learns from drawn samples is asked for what no point tells.
struct LossFloor: Study {
  /// What it depends on: the data, the network and what that is asked for, but no schedule.
  struct Subject: Sendable, Equatable {
    let key: TrainingKey
    let target: TrainingTarget

    init(_ edition: Edition) {
      var unstarted = edition
      // A fresh start learns the same.
      unstarted.start = 0
      key = unstarted.trainingKey
      target = edition.experiment.training.target
    }
  }

  let subject: Subject
  private var least: LeastTrainingLoss

  /// Nil where the loss has no known floor.
  init?(_ state: AppState) {
    guard let least = state.stage.laboratory.leastTrainingLoss else { return nil }
    self.least = least
    subject = Subject(state.edition)
  }

  /// The floor, per coordinate as the loss is; nil until it is known.
  var value: Double? { least.value }

  var progress: Double { least.progress }

  mutating func advance() { least.advance() }
}

extension StudyKind {
  /// What the training loss cannot be below.
  static let lossFloor = StudyKind(
    id: "loss-floor", name: "what the loss cannot be below", begin: { LossFloor($0) },
    isDue: { $0.wantsLossFloor },
    holds: { LossFloor.Subject($0) == LossFloor.Subject($1) })
}

extension AppState {
  private var knownLossFloor: LossFloor? {
    guard let floor = studies[.lossFloor] as? LossFloor, floor.subject == .init(edition) else {
      return nil
    }
    return floor
  }

  /// What the loss of the training in hand cannot be below, per coordinate; nil until it is known, and
  /// where it is not.
  var lossFloor: Double? {
    // What a lesson asks is not told before.
    lesson?.isAsking(for: "loss-floor") == true ? nil : knownLossFloor?.value
  }

  /// Where a curve of losses is seen.
  fileprivate var wantsLossFloor: Bool {
    training.activity != .idle && knownLossFloor == nil
      && ScreenLayout(self).rect(of: .training) != nil
      && stage.laboratory.leastTrainingLoss != nil
  }
}
