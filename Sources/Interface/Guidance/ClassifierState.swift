import Diffusion

/// A slice of the training of a small classifier, made beside the screen.
public struct ClassifierTraining: Sendable, Equatable {
  /// After how many steps it is asked: from then on it hardly gets better.
  static let goal = 2000
  private static let slice = 40

  /// Which request this is an answer to; others are out of date.
  let number: Int
  let side: Side
  private(set) var trainer: ClassifierTrainer
  /// The mean cross entropy of the latest slice, in nats.
  private(set) var loss: Double?

  init(number: Int, side: Side, trainer: ClassifierTrainer) {
    self.number = number
    self.side = side
    self.trainer = trainer
  }

  /// The training with its slice made.
  func performed() -> ClassifierTraining {
    var done = self
    let count = max(0, min(Self.slice, Self.goal - trainer.steps))
    var sum = 0.0
    for _ in 0..<count { sum += done.trainer.step() }
    if count > 0 { done.loss = sum / Double(count) }
    return done
  }

  public static func == (one: Self, other: Self) -> Bool {
    one.number == other.number && one.side == other.side
      && one.trainer.steps == other.trainer.steps
  }
}

/// The classifier that guidance of its kind asks, as far as it is trained.
public struct ClassifierState: Sendable {
  /// What it belongs to: the data, and the sizes of its layers.
  private struct Subject: Equatable {
    let distribution: DistributionSpecification
    let hidden: [Int]
    let seed: UInt64

    init(_ experiment: Experiment) {
      distribution = experiment.distribution
      hidden = experiment.model.network.hidden
      seed = experiment.seed
    }
  }

  private var subject: Subject?
  private var number = 0
  @Indirect private var trainer: ClassifierTrainer? = nil
  /// Whether a slice is being made.
  public private(set) var isRunning = false
  /// The cross entropy on fresh noisy points, in nats.
  public private(set) var loss: Double?

  /// How many steps the classifier of an experiment has made.
  func steps(for experiment: Experiment) -> Int {
    subject == Subject(experiment) ? trainer?.steps ?? 0 : 0
  }

  /// The classifier of an experiment, once it is trained.
  func weights(for experiment: Experiment) -> ClassifierWeights? {
    guard steps(for: experiment) >= ClassifierTraining.goal else { return nil }
    return trainer?.weights
  }

  /// Whether an experiment asks for a classifier that is not trained yet.
  func isDue(for experiment: Experiment) -> Bool {
    guard experiment.guidance?.kind == .classifier, experiment.guidance?.asks == true else {
      return false
    }
    let isOther = subject != Subject(experiment)
    return isOther || (!isRunning && steps(for: experiment) < ClassifierTraining.goal)
  }

  /// The next slice for an experiment; another experiment's training is let go.
  mutating func begin(_ laboratory: Laboratory, side: Side) -> ClassifierTraining {
    let wanted = Subject(laboratory.experiment)
    if subject != wanted {
      subject = wanted
      trainer = nil
      loss = nil
    }
    let trainer = trainer ?? laboratory.classifierTrainer()
    self.trainer = trainer
    number += 1
    isRunning = true
    return ClassifierTraining(number: number, side: side, trainer: trainer)
  }

  /// Takes a slice in, unless another has been asked for since.
  ///
  /// - Returns: whether the classifier is now ready to be asked.
  mutating func take(_ training: ClassifierTraining) -> Bool {
    guard isRunning, training.number == number else { return false }
    isRunning = false
    trainer = training.trainer
    loss = training.loss ?? loss
    return training.trainer.steps >= ClassifierTraining.goal
  }
}

extension AppState {
  /// Asks for the next slice of the classifier's training where guidance needs one.
  mutating func classifyIfDue() -> [Effect] {
    guard classifier.isDue(for: experiment) else { return [] }
    return [.trainClassifier(classifier.begin(stage.laboratory, side: side))]
  }

  /// Takes a slice in; once it is trained, the classifier takes the place of the exact posterior at
  /// the same step of the run.
  mutating func take(_ training: ClassifierTraining) {
    guard classifier.take(training), experiment.guidance?.kind == .classifier else { return }
    restartFront()
    if playback.direction == .reverse { seek(to: playback.target ?? playback.step) }
    say("the classifier is trained: it leads in place of the exact posterior")
  }
}
