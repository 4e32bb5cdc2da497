import Diffusion

extension StudyKind {
  /// How much of the class the points of a transport tell.
  public static let bound = StudyKind(
    id: "bound", name: "the best guess of the class", begin: { LabelBound($0.stage.laboratory) },
    isDue: { $0.wantsBound })
}

extension AppState {
  /// How much of the class the points of the transport tell, as far as it is known.
  private var knownBound: LabelBound? {
    guard let bound = studies[.bound] as? LabelBound, bound.experiment == experiment else {
      return nil
    }
    return bound
  }

  fileprivate var wantsBound: Bool {
    isTransport && stage.labels(.reverse) != nil && knownBound == nil
  }

  /// The most that any way can keep: what the best guess from the start gets right, or everything
  /// where the label is told on the way or guidance leads there; nil until it is known.
  var labelBound: Double? {
    let transport = experiment.transport
    if transport?.isLabelPassed == true || transport?.repair == .lift { return 1 }
    if stage.isGuided { return 1 }
    return knownBound?.start
  }

  /// How often the best guess of the class is right, from the data to the prior.
  var guesses: [(time: Double, accuracy: Double)] { knownBound?.accuracies ?? [] }

  /// The same at this moment.
  var labelGuess: Double? {
    knownBound?.accuracy(at: frame.place.time)
  }

  /// What points keep whose label is drawn anew.
  var chanceOfLabel: Double {
    stage.laboratory.transport?.shares.reduce(0) { $0 + $1 * $1 } ?? 0
  }
}
